// Arabic: « » or “ ”, its own comma, semicolon and question mark.
import type { Preset } from '../preset.ts';

export const ar: Preset = {
  id: 'ar',
  name: { fr: 'arabe', en: 'Arabic' },
  language: 'ar',
  regions: [],
  spaces: { ';': 'none', ':': 'none', '!': 'none', '?': 'none', quotes: 'none', '%': 'none' },
  quotes: [
    ['«', '»'],
    ['“', '”'],
  ],
  dates: 'ar',
  thousands: '٬',
  decimal: '.',
  rules: {},
};
