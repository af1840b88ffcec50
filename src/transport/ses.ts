// Sends through Amazon SES with nodemailer's transport; the AWS library is installed by whoever wants this. I/O.
import { Readable } from 'node:stream';
import { UserFailure } from '../failure.ts';
import type { Channel, Receipt, Transport } from '../outbox/delivery.ts';
import type { TransportChoice } from './settings.ts';

const library: string = '@aws-sdk/client-sesv2';

/** What nodemailer's SES transport is given. */
interface SesLibrary {
  readonly SESv2Client: new (options: object) => object;
  readonly SendEmailCommand: new (input: never) => object;
}

/** @throws UserFailure when the AWS library is not installed. Region and credentials are found by it. */
export async function openSes({ connections }: TransportChoice): Promise<Transport> {
  const { SESv2Client, SendEmailCommand } = await loadLibrary();
  const { createTransport } = await import('nodemailer');
  const sesClient = new SESv2Client({ maxAttempts: 1 });
  const mailer = createTransport({ SES: { sesClient, SendEmailCommand } } as never);
  const channel: Channel = {
    open: true,
    send: async ({ envelope, chunks }, gate) => {
      // One call takes the whole message, so the gate stands before it.
      if (!(await gate())) return { kind: 'withheld' };
      try {
        const { from, to } = envelope;
        const info = await mailer.sendMail({ envelope: { from, to: [to] }, raw: Readable.from(chunks) });
        return { kind: 'reply', phase: 'dot', code: 250, enhanced: null, text: `Ok ${info.messageId}` };
      } catch (error) {
        return failureReceipt(error);
      }
    },
    close: () => {},
    abort: () => {},
  };
  return { name: 'ses:', connections, connect: async () => channel };
}

async function loadLibrary(): Promise<SesLibrary> {
  try {
    return (await import(library)) as SesLibrary;
  } catch (cause) {
    throw new UserFailure(
      {
        fr: 'Pour envoyer par Amazon SES, il manque la bibliothèque d’AWS.',
        en: 'To send by Amazon SES, the AWS library is missing.',
      },
      { remedy: { fr: `npm install ${library}`, en: `npm install ${library}` }, cause },
    );
  }
}

/** SES answers in HTTP: 429 and 5xx ask to wait, 4xx refuse; without an answer nobody can know. */
function failureReceipt(error: unknown): Receipt {
  const {
    name = '',
    message = '',
    $metadata,
  } = error as {
    readonly name?: string;
    readonly message?: string;
    readonly $metadata?: { readonly httpStatusCode?: number };
  };
  const status = $metadata?.httpStatusCode;
  if (status === undefined) return { kind: 'lost', phase: 'dot', reason: message };
  const isLater = status === 429 || status >= 500 || /TooManyRequests|LimitExceeded|Throttl/.test(name);
  const code = isLater ? 451 : status === 403 ? 530 : 554;
  return { kind: 'reply', phase: 'dot', code, enhanced: null, text: `${name} ${message}`.slice(0, 500) };
}
