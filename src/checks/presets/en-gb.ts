// British English: curly quotation marks, day before month.
import type { Preset } from '../preset.ts';

export const enGb: Preset = {
  id: 'en-gb',
  name: { fr: 'anglais, Royaume-Uni', en: 'English, United Kingdom' },
  language: 'en',
  regions: ['GB', 'IE'],
  spaces: { ';': 'none', ':': 'none', '!': 'none', '?': 'none', quotes: 'none', '%': 'none' },
  quotes: [
    ['‘', '’'],
    ['“', '”'],
  ],
  dates: 'en-GB',
  thousands: ',',
  decimal: '.',
  rules: {},
};
