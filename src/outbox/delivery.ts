// Delivery: the fate of a release for one recipient — its states, what a transport may report, and the transport it needs.
import type { Message } from './message.ts';

export const states = [
  'planned',
  'suppressed',
  'invalid',
  'queued',
  'claimed',
  'dot',
  'accepted',
  'deferred',
  'rejected',
  'unknown',
] as const;
export type State = (typeof states)[number];

/** Where in the SMTP dialogue something happened (RFC 5321 §3.3). */
export type Phase = 'connect' | 'login' | 'mail' | 'rcpt' | 'data' | 'body' | 'dot';

/** What became of one attempt, as the wire told it; never thrown. */
export type Receipt =
  /** The server answered. `code` is the reply code, `enhanced` the RFC 3463 status if it gave one. */
  | {
      readonly kind: 'reply';
      readonly phase: Phase;
      readonly code: number;
      readonly enhanced: string | null;
      readonly text: string;
    }
  /** The connection failed. Before the dot nothing was sent; at the dot nobody can know (RFC 1047). */
  | {
      readonly kind: 'lost';
      readonly phase: Phase;
      readonly reason: string;
      /** Trying again by itself would be no use: wrong host name, untrusted certificate … */
      readonly hopeless?: true;
    }
  /** The gate was refused: the message's last octets never left. */
  | { readonly kind: 'withheld' }
  /** This server cannot take this message (SMTPUTF8, SIZE): known before anything is sent. */
  | { readonly kind: 'unsuitable'; readonly enhanced: string; readonly reason: string };

/**
 * The dot gate: asked when all but the last octets are on their way. Resolves to true once the ledger durably holds
 * `dot`; on false, or when it rejects, the last octets must never leave.
 */
export type Gate = () => Promise<boolean>;

/** One connection, used for one message at a time. */
export interface Channel {
  send(message: Message, gate: Gate): Promise<Receipt>;
  /** False once the connection is gone. */
  readonly open: boolean;
  /** Lets go politely. */
  close(): void;
  /** Lets go at once: whatever has not left stays here. */
  abort(): void;
}

/** What the outbox needs of a way to send. `connect` resolves to the receipt of a failure instead of throwing. */
export interface Transport {
  /** For people and the audit, without credentials: `smtp://mail.example.org:465`. */
  readonly name: string;
  connect(): Promise<Channel | Receipt>;
  /** How many connections it bears at once. */
  readonly connections: number;
}

/** What the settling of an attempt comes to; see reply.ts. */
export interface Verdict {
  readonly outcome:
    | 'accepted'
    | 'deferred'
    | 'rejected'
    | 'unknown'
    /** Back to the queue, no attempt spent: the connection's fault, or the gate's. */
    | 'requeue';
  /** Stable word for reports: `mailbox`, `full`, `greylisted`, `policy` … */
  readonly reason: string;
  /** The whole dispatch must wait for a person. */
  readonly pause?: true;
  /** The address should be proposed for suppression. */
  readonly suppress?: true;
  readonly code: number | null;
  readonly enhanced: string | null;
  readonly text: string | null;
  readonly queueId: string | null;
}

/** One claimed delivery as the loop gets it from the ledger. */
export interface Claim {
  readonly id: number;
  readonly variant: number;
  readonly address: string;
  readonly name: string | null;
  readonly messageId: string;
  /** Milliseconds since 1970, fixed at the first claim. */
  readonly date: number;
  readonly fields: Readonly<Record<string, string>>;
  /** Attempts already spent. */
  readonly attempts: number;
  /** The reason its last attempt was settled with. */
  readonly reason: string | null;
  /** When the first attempt was claimed, milliseconds. */
  readonly firstAt: number;
}
