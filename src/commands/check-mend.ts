// Checks one text and, when asked, mends it: in place, as a diff, or only in memory.
import { fixUntilStable } from '../checks/fix.ts';
import { writeMended } from '../checks/write.ts';
import type { Finding, Fix } from '../finding.ts';
import type { CheckOptions } from './check-options.ts';
import { type Checked, checkFile, checkSource, type Desk } from './check-workspace.ts';

export interface Mended {
  /** As it stands after the mending, or as it stood with `--dry-run`. */
  readonly checked: Checked;
  /** How many findings were mended, or could be with `--dry-run`. */
  readonly edits: number;
  /** The mended text; undefined where nothing was asked for or nothing changed. */
  readonly mended: string | undefined;
  /** The file changed on disk meanwhile, so it was left alone. */
  readonly overtaken: boolean;
}

/** A file that was only to be checked. */
export const unmended = (checked: Checked): Mended => ({
  checked,
  edits: 0,
  mended: undefined,
  overtaken: false,
});

export async function mendFile(desk: Desk, file: string, options: CheckOptions): Promise<Mended> {
  const checked = await checkFile(desk, file);
  const result = await mend(desk, checked, options);
  if (result.mended === undefined || checked.source === undefined || options.dryRun) return result;
  if (writeMended(desk.root, file, checked.source, result.mended)) return result;
  return { ...unmended(checked), overtaken: true };
}

export const mendSource = async (
  desk: Desk,
  file: string,
  text: string,
  options: CheckOptions,
): Promise<Mended> => mend(desk, await checkSource(desk, file, text), options);

async function mend(desk: Desk, checked: Checked, options: CheckOptions): Promise<Mended> {
  const untouched = unmended(checked);
  const { file, source } = checked;
  if (!options.fix || source === undefined) return untouched;
  let last = checked;
  const mayFix = ({ safe }: Fix): boolean => safe || options.unsafeFixes === true;
  const { text, left } = await fixUntilStable(
    source,
    async (now) => {
      last = now === source ? checked : await checkSource(desk, file, now);
      return last.findings.filter(({ place }) => place.file === file);
    },
    mayFix,
  );
  // Other releases answer to the file, not to what it might become.
  desk.drafts.delete(file);
  if (text === source) return untouched;
  // What came up and went in between was never told, so it does not count.
  const due = (findings: readonly Finding[]): number =>
    findings.filter(({ fix, place }) => fix !== undefined && mayFix(fix) && place.file === file).length;
  const edits = Math.max(1, due(checked.findings) - due(left));
  return { ...untouched, checked: options.dryRun ? checked : last, edits, mended: text };
}
