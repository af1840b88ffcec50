// French as Switzerland sets it: thin no-break spaces before ; : ! ? and inside « ».
import type { Preset } from '../preset.ts';
import { frImprimerieNationale } from './fr-imprimerie-nationale.ts';

export const frCh: Preset = {
  ...frImprimerieNationale,
  id: 'fr-ch',
  name: { fr: 'français, Suisse', en: 'French, Switzerland' },
  regions: ['CH'],
  spaces: { ';': 'thin', ':': 'thin', '!': 'thin', '?': 'thin', quotes: 'thin', '%': 'thin' },
  quotes: [
    ['«', '»'],
    ['‹', '›'],
  ],
  dates: 'fr-CH',
};
