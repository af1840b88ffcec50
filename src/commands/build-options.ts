// What may be asked of `release build`: its flags, and what they may not say.
import { relative, sep } from 'node:path';
import { UserFailure } from '../failure.ts';
import { type RenditionName, renditionNames } from '../renditions/rendition.ts';

export interface BuildOptions {
  readonly only?: string;
  readonly brand?: string;
  readonly out?: string;
  readonly force?: true;
  readonly jobs?: number;
}

/** The renditions that `--only` names; without it, all. A name that is none is a UserFailure. */
export function readOnly(only: string | undefined): readonly RenditionName[] {
  if (only === undefined) return renditionNames;
  const names = only.split(/[\s,]+/).filter((name) => name !== '');
  const unknown = names.length === 0 ? only : names.find((name) => !isRenditionName(name));
  if (unknown === undefined) return names.filter(isRenditionName);
  const list = renditionNames.join(', ');
  throw new UserFailure(
    { fr: `Forme inconnue : \`${unknown}\`.`, en: `Unknown rendition: \`${unknown}\`.` },
    { remedy: { fr: `Au choix : ${list}.`, en: `One of: ${list}.` } },
  );
}

const isRenditionName = (name: string): name is RenditionName =>
  (renditionNames as readonly string[]).includes(name);

/** What is built must not land among what it is built from. `written` is what was asked, `out` the folder it means. */
export function refuseOut(root: string, written: string, out: string): void {
  const [top = ''] = relative(root, out).split(sep);
  if (written.trim() !== '' && !['releases', 'templates'].includes(top)) return;
  throw new UserFailure(
    written.trim() === ''
      ? { fr: '`--out` attend un dossier.', en: '`--out` takes a folder.' }
      : {
          fr: `\`--out\` ne peut pas être ${top}/ : release y lit ce qu’il met en forme.`,
          en: `\`--out\` cannot be ${top}/: release reads there what it builds from.`,
        },
    { remedy: { fr: 'Par exemple `--out build`.', en: 'For example `--out build`.' } },
  );
}
