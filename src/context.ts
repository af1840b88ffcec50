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

/** The day where this machine stands, `YYYY-MM-DD`. */
export function todayOf({ now }: Pick<World, 'now'>): string {
  const day = now();
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
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
