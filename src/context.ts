// What a command may touch of the world around it: streams, clock, environment, folder, and the words to speak with.
import type { Locale, Words } from './locale/locale.ts';

export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly now: () => Date;
  /** Aborted by the first SIGINT, SIGTERM or SIGHUP. */
  readonly signal: AbortSignal;
}

/** The world as one command sees it, with the options every command has. */
export interface Context extends World {
  readonly locale: Locale;
  readonly words: Words;
  readonly version: string;
  /** The version and what this very tool was compiled from: what another one made is not taken for fresh. */
  readonly build: string;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}
