// UserFailure: what stops a command that is not a bug. It says what is wrong and what to do.
import type { Wording } from './finding.ts';

/**
 * Exit codes of every command.
 * 0 done · 1 findings or failed deliveries · 2 could not run · 3 partly sent · 4 refused by a safeguard · 130 interrupted.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 130;

export class UserFailure extends Error {
  readonly wording: Wording;
  readonly remedy: Wording | undefined;
  readonly exitCode: ExitCode;

  constructor(wording: Wording, options: { remedy?: Wording; exitCode?: ExitCode; cause?: unknown } = {}) {
    super(wording.en, { cause: options.cause });
    this.name = 'UserFailure';
    this.wording = wording;
    this.remedy = options.remedy;
    this.exitCode = options.exitCode ?? 2;
  }
}

/** The `code` of a Node system error (`ENOENT`, `EACCES` …), or undefined for anything else. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** What to tell the user of an error: a UserFailure, or a refusal of the system (`EACCES`, `ELOOP` …); undefined for a bug. */
export function failureOf(error: unknown): UserFailure | undefined {
  if (error instanceof UserFailure) return error;
  const code = systemErrorCode(error);
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) return undefined;
  const { path = '' } = error as NodeJS.ErrnoException;
  return new UserFailure(
    {
      fr: `Le système refuse l’accès à ${path} (${code}).`,
      en: `The system refuses access to ${path} (${code}).`,
    },
    {
      cause: error,
      remedy: {
        fr: 'Vérifiez que ce fichier ou ce dossier existe et que vous y avez droit.',
        en: 'Check that this file or folder exists and that you may use it.',
      },
    },
  );
}
