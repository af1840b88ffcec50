// The dot gate: one message on its way, whose last octets stay here until the ledger has durably recorded `dot`.
import { EventEmitter } from 'node:events';
import type { Duplex } from 'node:stream';
import type { Gate } from '../outbox/delivery.ts';
import type { Message } from '../outbox/message.ts';

/** Enough that no receiver can take the message for complete: its last line end. */
const heldBack = 2;

/**
 * What nodemailer's `send` takes for a message stream: something to pipe, listen to and destroy. All but the last octets
 * go straight to the readable side of its DATA stream, whose other work, dot-stuffing and mending line ends octet
 * by octet, is done already (see Message). Then the gate is asked. Only when it grants does the tail follow, and with
 * it the end from which nodemailer makes the final dot. Refused, this reports an error, and no dot is ever written.
 */
export class GatedMessage extends EventEmitter {
  /** `waiting` for DATA · `body` on its way · `withheld` the gate was refused · `released` the end may have left. */
  state: 'waiting' | 'body' | 'withheld' | 'released' = 'waiting';
  readonly #message: Message;
  readonly #gate: Gate;
  #destroyed = false;

  constructor(message: Message, gate: Gate) {
    super();
    this.#message = message;
    this.#gate = gate;
  }

  pipe(data: Duplex): Duplex {
    this.state = 'body';
    const { chunks } = this.#message;
    const last = chunks.at(-1) ?? new Uint8Array();
    for (const chunk of chunks.slice(0, -1)) data.push(chunk);
    data.push(last.subarray(0, last.length - heldBack));
    this.#gate().then(
      (isGranted) => {
        if (this.#destroyed) return;
        if (!isGranted) return this.#withhold(new Error('The dot gate was refused'));
        this.state = 'released';
        // By the front door, so that nodemailer sees the line end that its dot must follow.
        data.end(last.subarray(last.length - heldBack));
      },
      (error: unknown) => this.#withhold(new Error('The dot gate failed', { cause: error })),
    );
    return data;
  }

  destroy(): this {
    this.#destroyed = true;
    return this;
  }

  #withhold(error: Error): void {
    if (this.#destroyed) return;
    this.state = 'withheld';
    this.emit('error', error);
  }
}
