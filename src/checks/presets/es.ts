// Spanish: « » without spaces, ¿ and ¡ before what they close.
import type { Preset } from '../preset.ts';

export const es: Preset = {
  id: 'es',
  name: { fr: 'espagnol', en: 'Spanish' },
  language: 'es',
  regions: ['ES'],
  spaces: { ';': 'none', ':': 'none', '!': 'none', '?': 'none', quotes: 'none', '%': 'wide' },
  quotes: [
    ['«', '»'],
    ['“', '”'],
  ],
  dates: 'es-ES',
  thousands: '\u202F',
  decimal: ',',
  rules: {},
};
