// The dot gate: one message on its way, whose last octets stay here until the ledger has durably recorded `dot`.
import { EventEmitter } from 'node:events';
import type { Duplex } from 'node:stream';
import type { Gate } from '../outbox/delivery.ts';
import type { Message } from '../outbox/message.ts';

/** Enough that no receiver can take the message for complete: its last line end. */
const heldBack = 2;
/** Large chunks leave in slices, so that the socket can say when it has had enough. */
const sliceSize = 65_536;

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
    const bytes = this.#message.chunks;
    const last = bytes.at(-1) ?? new Uint8Array();
    const tail = last.subarray(last.length - heldBack);
    let left = this.#message.size - heldBack;
    // The gate is asked late, when all has been taken by the socket: the shorter the time in doubt, the fewer unknown.
    const onTaken = (chunk: Uint8Array): void => {
      left -= chunk.length;
      if (left > 0) return;
      data.off('data', onTaken);
      this.#askGate(() => data.end(tail));
    };
    data.on('data', onTaken);
    for (const chunk of [...bytes.slice(0, -1), last.subarray(0, last.length - heldBack)]) {
      for (let at = 0; at < chunk.length; at += sliceSize) data.push(chunk.subarray(at, at + sliceSize));
    }
    return data;
  }

  /** The tail goes by the front door, so that nodemailer sees the line end that its dot must follow. */
  #askGate(release: () => void): void {
    this.#gate().then(
      (isGranted) => {
        if (this.#destroyed) return;
        if (!isGranted) return this.#withhold(new Error('The dot gate was refused'));
        this.state = 'released';
        release();
      },
      (error: unknown) => this.#withhold(new Error('The dot gate failed', { cause: error })),
    );
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
