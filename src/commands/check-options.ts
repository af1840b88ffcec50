// The flags of `release check`, as the command line hands them over.
import type { FormatName } from '../checks/report/formats.ts';

export interface CheckOptions {
  readonly fix?: true;
  readonly dryRun?: true;
  readonly unsafeFixes?: true;
  readonly format?: FormatName;
  readonly output?: string;
  readonly maxWarnings?: number;
  readonly rule?: readonly string[];
  readonly spell?: true;
  readonly explain?: string;
  readonly listRules?: true;
  readonly printConfig?: string;
  readonly watch?: true;
  readonly cache?: true;
  readonly stdinFilename?: string;
  readonly writeBaseline?: true;
  readonly timing?: true;
  readonly brand?: string;
}
