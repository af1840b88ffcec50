// American English: double quotation marks first, month before day.
import type { Preset } from '../preset.ts';
import { enGb } from './en-gb.ts';

export const enUs: Preset = {
  ...enGb,
  id: 'en-us',
  name: { fr: 'anglais, États-Unis', en: 'English, United States' },
  regions: ['US'],
  quotes: [
    ['“', '”'],
    ['‘', '’'],
  ],
  dates: 'en-US',
};
