// French as the Imprimerie nationale sets it: thin no-break space before ; ! ?, no-break space before : and inside « ».
import type { Preset } from '../preset.ts';

export const frImprimerieNationale: Preset = {
  id: 'fr-imprimerie-nationale',
  name: { fr: 'français, Imprimerie nationale', en: 'French, Imprimerie nationale' },
  language: 'fr',
  regions: ['FR', 'BE', 'LU'],
  spaces: { ';': 'thin', ':': 'wide', '!': 'thin', '?': 'thin', quotes: 'wide', '%': 'wide' },
  quotes: [
    ['«', '»'],
    ['“', '”'],
  ],
  dates: 'fr-FR',
  thousands: '\u202F',
  decimal: ',',
  rules: {},
};
