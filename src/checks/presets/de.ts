// German: „…“ outside, ‚…‘ inside.
import type { Preset } from '../preset.ts';

export const de: Preset = {
  id: 'de',
  name: { fr: 'allemand', en: 'German' },
  language: 'de',
  regions: ['DE', 'AT'],
  spaces: { ';': 'none', ':': 'none', '!': 'none', '?': 'none', quotes: 'none', '%': 'wide' },
  quotes: [
    ['„', '“'],
    ['‚', '‘'],
  ],
  dates: 'de-DE',
  thousands: '.',
  decimal: ',',
  rules: {},
};
