// The interinstitutional style of the European Union in French: no space before ; : ! ? nor inside « ».
import type { Preset } from '../preset.ts';
import { frImprimerieNationale } from './fr-imprimerie-nationale.ts';

export const euInstitutions: Preset = {
  ...frImprimerieNationale,
  id: 'eu-institutions',
  name: { fr: 'français, institutions européennes', en: 'French, European institutions' },
  regions: [],
  spaces: { ';': 'none', ':': 'none', '!': 'none', '?': 'none', quotes: 'none', '%': 'wide' },
};
