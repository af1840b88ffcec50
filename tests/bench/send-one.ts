// One measured way of sending, in a process of its own so that its memory is its own.
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import { keepMemoryFlat } from '../../src/engine.ts';
import { systemClock } from '../../src/outbox/clock.ts';
import { composeMessage, type Draft, encodeVariant } from '../../src/outbox/compose.ts';
import { deliver } from '../../src/outbox/deliver.ts';
import { openLedger } from '../../src/outbox/ledger.ts';
import { freezeDispatch } from '../../src/outbox/ledger-dispatch.ts';
import { endRun, startRun } from '../../src/outbox/ledger-lease.ts';
import { currentProcess } from '../../src/outbox/process.ts';
import { isRunning } from '../../src/running.ts';
import { smtpTransport } from '../../src/transport/smtp.ts';
import { rowFor, draft as small } from '../outbox/faults/harness.ts';

const [, , mode = '', countText = '', attachmentText = '', portText = '', folder = ''] = process.argv;
const messages = Number(countText);
const port = Number(portText);
const connections = 20;

const sentence = 'Le Défenseur des droits constate que l’accès aux services publics s’améliore en Bretagne. ';
const html = `<!doctype html><html lang="fr"><body>${`<p style="margin:0">${sentence}</p>\n`.repeat(170)}</body></html>`;
const text = `${sentence}\n\n`.repeat(60);
const pdf = randomBytes(300 * 1024);
const attached = attachmentText === 'true';
const draft: Draft = {
  ...small,
  html: small.html + html,
  text: small.text + text,
  enclosures: attached ? [{ name: 'communiqué.pdf', type: 'application/pdf', bytes: pdf }] : [],
};
const addresses = function* (): Generator<string> {
  for (let index = 0; index < messages; index += 1) yield `journaliste${index}@example.org`;
};

let seconds = 0;
let cpu = process.cpuUsage();
const more: Record<string, unknown> = {};
if (mode === 'outbox') {
  keepMemoryFlat();
  const ledger = openLedger(`${folder}/.release`);
  const variant = encodeVariant(draft);
  const rows = function* () {
    for (const address of addresses()) yield rowFor(ledger.secret, address);
  };
  const dispatch = freezeDispatch(
    ledger,
    {
      slug: 'bench',
      kind: 'real',
      planHash: '',
      contentHash: '',
      summary: {},
      notBefore: null,
      notAfter: null,
      variants: [variant],
      rows: rows(),
    },
    Date.now(),
  );
  const self = currentProcess('bench');
  const lease = (now: number) => ({ now, leaseMs: 30_000, self, isAlive: isRunning });
  cpu = process.cpuUsage();
  const started = performance.now();
  const run = startRun(ledger, dispatch.id, lease(Date.now()), 'alone');
  const ending = await deliver({
    ledger,
    run,
    transport: smtpTransport({
      host: '127.0.0.1',
      port,
      tls: 'none',
      auth: null,
      connections,
      messagesPerConnection: 1e9,
      helo: 'bench.example.org',
      ca: null,
      silenceMs: 600_000,
    }),
    lanes: { names: [''], limits: {} },
    clock: systemClock,
    random: Math.random,
    lease,
    giveUpAfterMs: 1e7,
    graceMs: 1000,
    stop: new AbortController().signal,
    report: () => {},
  });
  seconds = (performance.now() - started) / 1000;
  cpu = process.cpuUsage(cpu);
  endRun(ledger, run, Date.now());
  more.ending = ending.why;
  ledger.close();
  more.bytesPerRecipient = Math.round(statSync(`${folder}/.release/ledger.db`).size / messages);
} else {
  const variant = encodeVariant(draft);
  const transport = createTransport({
    pool: true,
    host: '127.0.0.1',
    port,
    ignoreTLS: true,
    maxConnections: connections,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  const { chunks } = composeMessage(variant, {
    to: { address: 'j@example.org', name: 'Camille' },
    messageId: '<prebuilt@example.org>',
    date: Date.now(),
    fields: { salutation: 'Bonjour,' },
  });
  const prebuilt = Buffer.concat(chunks);
  const sendOne = (address: string): Promise<unknown> => {
    const envelope = { from: draft.from.address, to: [address] };
    if (mode === 'raw') return transport.sendMail({ envelope, raw: prebuilt });
    return transport.sendMail({
      envelope,
      from: draft.from as { name: string; address: string },
      to: { name: 'Camille', address },
      subject: draft.subject,
      html: draft.html,
      text: draft.text,
      attachments: draft.enclosures.map(({ name, bytes }) => ({
        filename: name,
        content: Buffer.from(bytes),
      })),
    });
  };
  cpu = process.cpuUsage();
  const started = performance.now();
  const queue = addresses();
  const work = async (): Promise<void> => {
    for (const address of queue) await sendOne(address);
  };
  await Promise.all(Array.from({ length: connections }, work));
  seconds = (performance.now() - started) / 1000;
  cpu = process.cpuUsage(cpu);
  transport.close();
}
process.stdout.write(
  JSON.stringify({
    mode,
    attachment: attached,
    messages,
    seconds,
    cpuMsEach: (cpu.user + cpu.system) / 1000 / messages,
    peak: Math.round(process.resourceUsage().maxRSS / 1024),
    ...more,
  }),
);
process.exit(0);
