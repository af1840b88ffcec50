// The flags of `release check`, as the command line hands them over, and those that contradict one another.
import type { CiName } from '../checks/ci.ts';
import type { FormatName } from '../checks/report/formats.ts';
import type { Words } from '../locale/locale.ts';

export interface CheckOptions {
  readonly fix?: true;
  readonly dryRun?: true;
  readonly unsafeFixes?: true;
  readonly format?: FormatName;
  readonly output?: string;
  readonly maxWarnings?: number;
  readonly rule?: readonly string[];
  readonly spell?: true;
  readonly pdf?: true;
  readonly explain?: string;
  readonly listRules?: true;
  readonly printConfig?: string;
  readonly printCi?: CiName;
  readonly watch?: true;
  readonly cache?: true;
  readonly stdinFilename?: string;
  readonly writeBaseline?: true;
  readonly timing?: true;
  readonly brand?: string;
}

/** What is wrong with the flags taken together; undefined where they agree. */
export function clashOf(
  options: CheckOptions,
  { isStandardInput, json }: { readonly isStandardInput: boolean; readonly json: boolean },
): ((words: Words) => string) | undefined {
  const { fix, dryRun, unsafeFixes, format, watch, writeBaseline, output, stdinFilename } = options;
  const given = (flag: string, value: unknown): readonly string[] =>
    value === undefined || value === false ? [] : [flag];
  const [missing] = [...given('--dry-run', dryRun), ...given('--unsafe-fixes', unsafeFixes)];
  if (missing !== undefined && !fix) return (words) => words.check.needs(missing, '--fix');
  if (stdinFilename !== undefined && !isStandardInput) {
    return (words) => words.check.needs('--stdin-filename', '-');
  }
  const report = [...given('--json', json), ...given('--format', format)];
  const pairs: readonly (readonly string[])[] = [
    json && format !== undefined && format !== 'json' ? ['--json', `--format ${format}`] : [],
    // Both would stand on standard output.
    output === undefined ? [...given('--dry-run', dryRun), ...report.slice(0, 1)] : [],
    isStandardInput ? ['-', ...given('--watch', watch)] : [],
    isStandardInput ? ['-', ...given('--write-baseline', writeBaseline)] : [],
    [...given('--watch', watch), ...given('--write-baseline', writeBaseline)],
  ];
  const [first, second] = pairs.find((pair) => pair.length === 2) ?? [];
  if (first === undefined || second === undefined) return undefined;
  return (words) => words.check.clash(first, second);
}
