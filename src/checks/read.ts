// Reads what checks need besides releases and brands: files of the workspace, the baseline, the pages of rules. I/O.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemErrorCode, UserFailure } from '../failure.ts';
import { type Baseline, baselineFile, parseBaseline } from './baseline.ts';
import { parseRulePage, type RulePage } from './page.ts';

/** The bytes of a file of the workspace; undefined where there is none. `path` must not leave the workspace. */
export function readWorkspaceFile(root: string, path: string): Uint8Array | undefined {
  if (path.startsWith('/') || path.split('/').includes('..')) return undefined;
  try {
    return readFileSync(join(root, path));
  } catch (error) {
    if (systemErrorCode(error) !== undefined) return undefined;
    throw error;
  }
}

/** The baseline of the workspace; undefined where there is none. A broken one is a UserFailure. */
export function readBaseline(root: string): Baseline | undefined {
  const bytes = readWorkspaceFile(root, baselineFile);
  if (bytes === undefined) return undefined;
  const baseline = parseBaseline(new TextDecoder().decode(bytes));
  if (baseline !== undefined) return baseline;
  throw new UserFailure(
    { fr: `${baselineFile} est illisible.`, en: `${baselineFile} cannot be read.` },
    {
      remedy: {
        fr: 'Refaites-le : `release check --write-baseline`.',
        en: 'Make it again: `release check --write-baseline`.',
      },
    },
  );
}

/** The page of a rule, out of the comment of its own file; undefined for an unknown rule. */
export function readRulePage(id: string): RulePage | undefined {
  if (!/^[a-z-]+\/[a-z\d-]+$/.test(id)) return undefined;
  try {
    return parseRulePage(readFileSync(new URL(`./rules/${id}.ts`, import.meta.url), 'utf8'));
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
