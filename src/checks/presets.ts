// The list of presets, and which one a release follows.
import type { Preset, PresetId } from './preset.ts';
import { ar } from './presets/ar.ts';
import { de } from './presets/de.ts';
import { enGb } from './presets/en-gb.ts';
import { enUs } from './presets/en-us.ts';
import { es } from './presets/es.ts';
import { euInstitutions } from './presets/eu-institutions.ts';
import { frCh } from './presets/fr-ch.ts';
import { frImprimerieNationale } from './presets/fr-imprimerie-nationale.ts';
import { frQc } from './presets/fr-qc.ts';

/** The first preset of a language is the one it follows where nothing else is said. */
const presets: readonly Preset[] = [
  frImprimerieNationale,
  frQc,
  frCh,
  enGb,
  enUs,
  es,
  de,
  ar,
  euInstitutions,
];

/**
 * The preset of a release in `language` (BCP 47): the first chosen one that serves it, else the one of its region
 * (`fr-CA`), else the first of its language, else that of English, whose typography asks least.
 */
export function presetFor(language: string, chosen: readonly PresetId[] = []): Preset {
  const [primary = '', ...subtags] = language.toLowerCase().split('-');
  const serves = (preset: Preset): boolean => preset.language === primary;
  const named = chosen.flatMap((id) => presets.find((preset) => preset.id === id) ?? []);
  return (
    named.find((preset) => preset.language === null || serves(preset)) ??
    presets.find(
      (preset) => serves(preset) && preset.regions.some((region) => subtags.includes(region.toLowerCase())),
    ) ??
    presets.find(serves) ??
    enGb
  );
}
