// The dot gate: a stream of one message that keeps back its last octets until the ledger has durably recorded `dot`.
import { Readable } from 'node:stream';
import type { Gate } from '../outbox/delivery.ts';
import type { Message } from '../outbox/message.ts';

export interface GatedStream {
  readonly stream: Readable;
  /** `waiting` nothing was read · `body` on its way · `withheld` the gate was refused · `released` the end may have left. */
  readonly state: () => 'waiting' | 'body' | 'withheld' | 'released';
}

/** Enough that no receiver can take the message for complete: its last line end. */
const heldBack = 2;

/**
 * Whoever reads the stream gets all but the last octets; then the gate is asked. Only when it grants does the rest
 * follow, and with it the end of the stream from which nodemailer makes the final dot. Refused, the stream breaks.
 */
export function gatedStream(message: Message, gate: Gate): GatedStream {
  const last = message.chunks.at(-1) ?? new Uint8Array();
  const body = [...message.chunks.slice(0, -1), last.subarray(0, last.length - heldBack)];
  const tail = last.subarray(last.length - heldBack);
  let next = 0;
  let state: ReturnType<GatedStream['state']> = 'waiting';

  const refuse = (stream: Readable, error: Error): void => {
    state = 'withheld';
    stream.destroy(error);
  };
  const stream = new Readable({
    highWaterMark: 131_072,
    read() {
      const chunk = body[next];
      if (chunk !== undefined) {
        next += 1;
        state = 'body';
        this.push(chunk);
        return;
      }
      if (next > body.length) return;
      next += 1;
      gate().then(
        (granted) => {
          if (this.destroyed) return;
          if (!granted) return refuse(this, new Error('The dot gate was refused'));
          state = 'released';
          this.push(tail);
          this.push(null);
        },
        (error: unknown) => refuse(this, new Error('The dot gate failed', { cause: error })),
      );
    },
  });
  return { stream, state: () => state };
}
