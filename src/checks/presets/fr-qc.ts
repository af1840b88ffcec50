// French as Québec writes it: no space before ; ! ?, a no-break space before : and inside « ».
import type { Preset } from '../preset.ts';
import { frImprimerieNationale } from './fr-imprimerie-nationale.ts';

export const frQc: Preset = {
  ...frImprimerieNationale,
  id: 'fr-qc',
  name: { fr: 'français, Québec', en: 'French, Québec' },
  regions: ['CA'],
  spaces: { ';': 'none', ':': 'wide', '!': 'none', '?': 'none', quotes: 'wide', '%': 'wide' },
  dates: 'fr-CA',
};
