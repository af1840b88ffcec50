// What a test asks of the scripted server.

export type Step = 'connect' | 'mail' | 'rcpt' | 'data' | 'dot' | 'replied';

export interface SinkScript {
  readonly log: string;
  readonly port?: number;
  /** Kills the process named in the file at the nth time this step is reached, before it is answered. */
  readonly kill?: {
    readonly step: Step;
    readonly nth: number;
    readonly pidFile: string;
    readonly signal?: 'SIGKILL' | 'SIGSTOP';
    /** Strikes so much later, and answers later still: whoever waits for the answer is caught idle. */
    readonly afterMs?: number;
  };
  /** The first that fits speaks. */
  readonly replies?: readonly {
    readonly step: Step;
    /** A reply line, or `cut`, `reset`, `silence`, `wait MILLISECONDS`. */
    readonly say: string;
    /** Only for addresses that begin so. */
    readonly to?: string;
    /** Only from the nth time this step is reached. */
    readonly from?: number;
    /** At most so often for each address. */
    readonly times?: number;
  }[];
  /** Every reply takes so long. */
  readonly delayMs?: number;
  /** Keeps each stored message in this folder. */
  readonly keep?: string;
  /** Asks for this password. */
  readonly auth?: string;
  readonly smtputf8?: boolean;
  readonly size?: number;
}
