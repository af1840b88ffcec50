// What may be asked of `release build`: its flags, and what they may not say.
import { relative, sep } from 'node:path';
import { UserFailure } from '../failure.ts';
import type { RenditionName } from '../renditions/rendition.ts';

export interface BuildOptions {
  readonly only?: string;
  readonly brand?: string;
  readonly out?: string;
  readonly force?: true;
  readonly jobs?: number;
}

/** The renditions that `--only` names; without it, all. A name that is none is a UserFailure. */
export async function readOnly(only: string | undefined): Promise<readonly RenditionName[]> {
  const { isRenditionName } = await import('./build-workspace.ts');
  const { renditionNames } = await import('../renditions/rendition.ts');
  if (only === undefined) return renditionNames;
  const names = only.split(/[\s,]+/).filter((name) => name !== '');
  const unknown = names.length === 0 ? only : names.find((name) => !isRenditionName(name));
  if (unknown !== undefined) {
    const { wordsOf } = await import('../locale/locale.ts');
    const list = renditionNames.join(', ');
    throw new UserFailure(
      {
        fr: wordsOf('fr').build.unknownRendition(unknown),
        en: wordsOf('en').build.unknownRendition(unknown),
      },
      { remedy: { fr: wordsOf('fr').build.choiceOf(list), en: wordsOf('en').build.choiceOf(list) } },
    );
  }
  return names.filter(isRenditionName);
}

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
