// The transports that use no network of ours: the sendmail program and the folder, both behind the gate.
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Channel, Receipt, Transport } from '../../src/outbox/delivery.ts';
import type { Message } from '../../src/outbox/message.ts';
import { fileTransport } from '../../src/transport/file.ts';
import { sendmailTransport } from '../../src/transport/sendmail.ts';
import { chooseTransport } from '../../src/transport/settings.ts';
import { openTransport } from '../../src/transport/transports.ts';

const text = 'Subject: essai\r\n\r\nLigne un\r\nLigne deux\r\n';
const message: Message = {
  envelope: { from: 'presse@example.org', to: 'camille@example.org' },
  messageId: '<abc@example.org>',
  size: text.length,
  chunks: [Buffer.from(text.slice(0, 20)), Buffer.from(text.slice(20))],
};

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'release-transport-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

const sendBy = async (transport: Transport, granted: boolean): Promise<Receipt> =>
  ((await transport.connect()) as Channel).send(message, async () => granted);

/** A program that keeps what it is given and ends with a status. */
function program(at: string, status: number): Transport {
  const path = join(at, 'sendmail');
  writeFileSync(
    path,
    `#!/bin/sh\necho "$@" > ${at}/args\ncat > ${at}/mail.part && mv ${at}/mail.part ${at}/mail\nexit ${status}\n`,
  );
  chmodSync(path, 0o755);
  return sendmailTransport(chooseTransport({ transport: `sendmail:${path}` }, {}));
}

const hasShell = process.platform !== 'win32';

test.runIf(hasShell)(
  'sendmail gets one addressee and the whole message, in the line ends of its system',
  async () => {
    const at = folder();
    expect(await sendBy(program(at, 0), true)).toMatchObject({ kind: 'reply', phase: 'dot', code: 250 });
    expect(readFileSync(join(at, 'args'), 'utf8')).toBe('-i -f presse@example.org -- camille@example.org\n');
    expect(readFileSync(join(at, 'mail'), 'utf8')).toBe(text.replaceAll('\r\n', '\n'));
  },
);

test.runIf(hasShell)('its exit status says whether to try again', async () => {
  expect(await sendBy(program(folder(), 75), true)).toMatchObject({ code: 451 });
  expect(await sendBy(program(folder(), 67), true)).toMatchObject({ code: 550, enhanced: '5.1.1' });
  expect(await sendBy(program(folder(), 69), true)).toMatchObject({ code: 554 });
});

test.runIf(hasShell)('with the gate refused it is ended before the end of its input', async () => {
  const at = folder();
  expect(await sendBy(program(at, 0), false)).toEqual({ kind: 'withheld' });
  expect(existsSync(join(at, 'mail'))).toBe(false);
});

test('a program that is not there is said at once', async () => {
  const transport = sendmailTransport(chooseTransport({ transport: 'sendmail:/no/such/program' }, {}));
  expect(await sendBy(transport, true)).toMatchObject({ kind: 'lost', phase: 'connect', hopeless: true });
});

test('a folder gets whole messages only, and none with the gate refused', async () => {
  const at = folder();
  expect(await sendBy(fileTransport(at), false)).toEqual({ kind: 'withheld' });
  expect(readdirSync(join(at, 'new'))).toEqual([]);
  expect(await sendBy(fileTransport(at), true)).toMatchObject({ kind: 'reply', code: 250 });
  expect(readFileSync(join(at, 'new', 'abc@example.org.eml'), 'utf8')).toBe(text);
  expect(readdirSync(join(at, 'tmp'))).toEqual([]);
});

test('Amazon SES without its library says what to install; an unknown transport lists the known ones', async () => {
  await expect(openTransport(chooseTransport({ transport: 'ses:' }, {}), '')).rejects.toThrow(
    /AWS library is missing/,
  );
  await expect(openTransport(chooseTransport({ transport: 'gopher:' }, {}), '')).rejects.toThrow(
    /Unknown transport/,
  );
});
