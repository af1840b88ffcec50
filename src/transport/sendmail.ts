// Hands messages to the machine's own mail system through its `sendmail` program, whose end of input is the dot. I/O.
import { spawn } from 'node:child_process';
import type { Channel, Receipt, Transport } from '../outbox/delivery.ts';
import type { Message } from '../outbox/message.ts';
import type { TransportChoice } from './settings.ts';

/** nodemailer's own sendmail transport tells no exit status, and only that says whether to try again. */
export const sendmailTransport = ({ path, connections }: TransportChoice): Transport => ({
  name: `sendmail:${path}`,
  connections: Math.min(connections, 4),
  connect: async () => channel(path || '/usr/sbin/sendmail'),
});

const channel = (program: string): Channel => {
  let cut = (): void => {};
  return {
    open: true,
    send: (message, gate) =>
      new Promise((resolve) => {
        const child = spawn(program, ['-i', '-f', message.envelope.from, '--', message.envelope.to], {
          stdio: ['pipe', 'ignore', 'pipe'],
        });
        let isReleased = false;
        let isWithheld = false;
        let told = '';
        cut = () => child.kill('SIGTERM');
        child.stderr.on('data', (chunk: Buffer) => {
          told = (told + chunk.toString()).slice(0, 500);
        });
        child.once('error', (error) =>
          resolve({ kind: 'lost', phase: 'connect', reason: error.message, hopeless: true }),
        );
        child.once('close', (status) => resolve(receiptOf(status, isWithheld, isReleased, told)));
        // A program that ends early closes its input; its exit status says why.
        child.stdin.on('error', () => {});
        const [body, tail] = splitTail(message);
        child.stdin.write(body, () => {
          gate().then(
            (isGranted) => {
              isWithheld = !isGranted;
              if (!isGranted) return void child.kill('SIGKILL');
              isReleased = true;
              child.stdin.end(tail);
            },
            () => {
              isWithheld = true;
              child.kill('SIGKILL');
            },
          );
        });
      }),
    close: () => {},
    abort: () => cut(),
  };
};

/** sendmail takes the line ends of its system. The last line is kept back, so that a cut message is never whole. */
function splitTail({ chunks }: Message): readonly [Buffer, Buffer] {
  const text = Buffer.from(Buffer.concat(chunks).toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
  const last = text.lastIndexOf(10, text.length - 2) + 1;
  return [text.subarray(0, last), text.subarray(last)];
}

/** Exit statuses of sysexits(3): 67 no such user, 75 try again. */
function receiptOf(status: number | null, isWithheld: boolean, isReleased: boolean, text: string): Receipt {
  if (isWithheld) return { kind: 'withheld' };
  if (status === null || !isReleased) {
    return { kind: 'lost', phase: isReleased ? 'dot' : 'body', reason: text || `sendmail: ${status}` };
  }
  const reply = (code: number, enhanced: string): Receipt => ({
    kind: 'reply',
    phase: 'dot',
    code,
    enhanced,
    text,
  });
  if (status === 0) return reply(250, '2.0.0');
  if (status === 67) return reply(550, '5.1.1');
  if (status === 75 || status === 71 || status === 74) return reply(451, '4.3.0');
  return reply(554, '5.0.0');
}
