// Sends by SMTP with nodemailer's connection (RFC 5321), one message at a time through the dot gate.
import type { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Channel, Gate, Phase, Receipt, Transport } from '../outbox/delivery.ts';
import type { Message } from '../outbox/message.ts';
import { GatedMessage } from './gate.ts';
import { readCertificates, readPassword } from './read.ts';
import { silenceMs, type TransportChoice } from './settings.ts';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** `implicit` TLS from the start (RFC 8314), `starttls` required, or `none` where the user said so. */
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly auth: { readonly user: string; readonly password: string } | null;
  readonly connections: number;
  /** Messages on one connection before a new one is opened. */
  readonly messagesPerConnection: number;
  /** The name this machine greets with; null lets nodemailer choose. */
  readonly helo: string | null;
  /** Certificates to trust besides the system's, PEM. */
  readonly ca: string | null;
  /** Silence in milliseconds after which a connection counts as lost; RFC 5321 §4.5.3.2.6 asks for ten minutes at the dot. */
  readonly silenceMs: number;
}

type Connection = InstanceType<typeof SMTPConnection>;

/** An error of nodemailer, as far as it is read here. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/** @throws UserFailure when the password or the certificates cannot be read. */
export async function openSmtp(choice: TransportChoice): Promise<Transport> {
  const { user, password } = choice;
  const auth = user === null || password === null ? null : { user, password: await readPassword(password) };
  const ca = choice.ca === null ? null : await readCertificates(choice.ca);
  return smtpTransport({ ...choice, auth, ca, silenceMs });
}

export const smtpTransport = (settings: SmtpSettings): Transport => ({
  name: `smtp${settings.tls === 'implicit' ? 's' : ''}://${settings.host}:${settings.port}`,
  connections: settings.connections,
  connect: async () => {
    const { default: Connection } = await import('nodemailer/lib/smtp-connection');
    return openConnection(new Connection(connectionOptions(settings)), settings);
  },
});

const connectionOptions = (settings: SmtpSettings): SMTPConnection.Options => ({
  host: settings.host,
  port: settings.port,
  secure: settings.tls === 'implicit',
  requireTLS: settings.tls === 'starttls',
  ignoreTLS: settings.tls === 'none',
  name: settings.helo ?? undefined,
  tls: { minVersion: 'TLSv1.2', ...(settings.ca === null ? {} : { ca: settings.ca }) },
  socketTimeout: settings.silenceMs,
  greetingTimeout: Math.min(settings.silenceMs, 300_000),
  connectionTimeout: Math.min(settings.silenceMs, 120_000),
  socketCloseTimeout: 1_000,
});

function openConnection(connection: Connection, settings: SmtpSettings): Promise<Channel | Receipt> {
  return new Promise((resolve) => {
    const fail = (phase: Phase) => (error: SmtpError) => {
      connection.close();
      resolve(failureReceipt(error, phase));
    };
    // nodemailer tells a failure by this event even when a send is told too; it must always have a listener.
    connection.on('error', fail('connect'));
    connection.connect((error) => {
      if (error) return fail('connect')(error as SmtpError);
      const { auth } = settings;
      if (auth === null) return resolve(openChannel(connection, settings));
      connection.login({ user: auth.user, pass: auth.password }, (refused) =>
        refused ? fail('login')(refused as SmtpError) : resolve(openChannel(connection, settings)),
      );
    });
  });
}

function openChannel(connection: Connection, settings: SmtpSettings): Channel {
  let sent = 0;
  let needsReset = false;
  let cut: () => void = () => connection.close();
  const isOpen = (): boolean => !connection.destroyed && sent < settings.messagesPerConnection;
  return {
    get open() {
      return isOpen();
    },
    send: async (message, gate) => {
      if (isUtf8Needed(message) && !extensionsOf(connection).includes('SMTPUTF8')) {
        return { kind: 'unsuitable', enhanced: '5.6.7', reason: 'SMTPUTF8' };
      }
      if (needsReset && !(await resetConnection(connection))) {
        return { kind: 'lost', phase: 'mail', reason: 'RSET' };
      }
      sent += 1;
      const receipt = await sendOne(connection, message, gate, (abort) => {
        cut = abort;
      });
      needsReset = receipt.kind !== 'reply' || receipt.phase !== 'dot';
      if (leavesConnectionUnusable(receipt)) connection.close();
      return receipt;
    },
    close: () => (connection.destroyed ? undefined : connection.quit()),
    abort: () => cut(),
  };
}

/** RFC 6531: only a local part outside ASCII needs the extension; domains travel as A-labels. */
const isUtf8Needed = ({ envelope }: Message): boolean =>
  /[^\x20-\x7e]/.test(envelope.from) || /[^\x20-\x7e]/.test(envelope.to);

/** nodemailer keeps the EHLO keywords to itself; should that change, the extension counts as missing. */
function extensionsOf(connection: Connection): readonly unknown[] {
  const known: unknown = Reflect.get(connection, '_supportedExtensions');
  return Array.isArray(known) ? known : [];
}

const resetConnection = (connection: Connection): Promise<boolean> =>
  new Promise((resolve) => {
    const onEnd = (): void => resolve(false);
    connection.once('end', onEnd);
    connection.reset((error) => {
      connection.off('end', onEnd);
      resolve(!error);
    });
  });

/** Once a message has begun without being ended by us and answered, only a new connection is in step again. */
const leavesConnectionUnusable = (receipt: Receipt): boolean =>
  receipt.kind === 'lost' ||
  receipt.kind === 'withheld' ||
  (receipt.kind === 'reply' && receipt.phase === 'body');

/** @param offerAbort Gets a way to cut the message short: nodemailer, once closed, never answers. */
function sendOne(
  connection: Connection,
  message: Message,
  gate: Gate,
  offerAbort: (abort: () => void) => void,
): Promise<Receipt> {
  const gated = new GatedMessage(message, gate);
  const { from, to } = message.envelope;
  return new Promise((resolve) => {
    offerAbort(() => {
      gated.destroy();
      connection.close();
      resolve({ kind: 'lost', phase: phaseOf(gated, undefined), reason: 'aborted' });
    });
    connection.send({ from, to: [to], size: message.size }, gated as unknown as Readable, (error, info) => {
      resolve(
        error ? errorReceipt(error as SmtpError, gated) : replyReceipt(info.response, phaseOf(gated, 'DATA')),
      );
      gated.destroy();
    });
  });
}

function errorReceipt(error: SmtpError, gated: GatedMessage): Receipt {
  if (gated.state === 'withheld') return { kind: 'withheld' };
  if (error.code === 'EMESSAGE' && error.responseCode === undefined) {
    return replyReceipt(`552 5.3.4 ${error.message}`, 'mail');
  }
  return failureReceipt(error, phaseOf(gated, error.command));
}

/** Our own stream decides how far a message got; nodemailer's errors are the same before and after the dot. */
function phaseOf(gated: GatedMessage, command: string | undefined): Phase {
  if (gated.state === 'released') return 'dot';
  if (gated.state === 'body') return 'body';
  if (command === 'RCPT TO') return 'rcpt';
  return command === 'DATA' ? 'data' : 'mail';
}

const hopelessCodes = new Set(['ETLS', 'EDNS', 'EAUTH', 'ENOAUTH', 'ECONFIG']);

function failureReceipt(error: SmtpError, phase: Phase): Receipt {
  const isHopeless =
    (phase === 'connect' || phase === 'login') &&
    (hopelessCodes.has(error.code ?? '') || /certificate|self.signed|altname/i.test(error.message));
  // A refused password has a reply to show; a refused STARTTLS has one that says nothing of use.
  if (error.responseCode !== undefined && error.response && error.code !== 'ETLS') {
    return replyReceipt(error.response, phase);
  }
  return { kind: 'lost', phase, reason: error.message, ...(isHopeless ? { hopeless: true as const } : {}) };
}

/** Reads `250-2.0.0 Ok\n250 queued` into its code, enhanced status (RFC 2034) and one line of text. */
function replyReceipt(response: string, phase: Phase): Receipt {
  const lines = response.split(/\r?\n/);
  const code = Number.parseInt(response, 10);
  const [, enhanced = null] = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(lines[0] ?? '') ?? [];
  const text = lines.map((line) => line.replace(/^\d{3}[ -](?:[245]\.\d{1,3}\.\d{1,3} ?)?/, '')).join(' ');
  return { kind: 'reply', phase, code: Number.isNaN(code) ? 0 : code, enhanced, text: text.slice(0, 500) };
}
