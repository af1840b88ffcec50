// A sender in a process of its own, to be killed: resumes the dispatch of a ledger over plain SMTP on this machine.
import { readFileSync, writeFileSync } from 'node:fs';
import { keepMemoryFlat } from '../../../src/engine.ts';
import { systemClock } from '../../../src/outbox/clock.ts';
import { deliver } from '../../../src/outbox/deliver.ts';
import { openLedger } from '../../../src/outbox/ledger.ts';
import { lanesOf } from '../../../src/outbox/ledger-delivery.ts';
import { finishDispatch, reopenDispatch } from '../../../src/outbox/ledger-dispatch.ts';
import { endRun, startRun } from '../../../src/outbox/ledger-lease.ts';
import { currentProcess } from '../../../src/outbox/process.ts';
import { isRunning } from '../../../src/running.ts';
import { smtpTransport } from '../../../src/transport/smtp.ts';
import type { SenderJob } from './harness.ts';

const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as SenderJob;
writeFileSync(job.pidFile, String(process.pid));
keepMemoryFlat();
const stop = new AbortController();
process.on('SIGINT', () => (stop.signal.aborted ? process.exit(130) : stop.abort()));

const ledger = openLedger(job.folder);
const self = currentProcess('tester');
const lease = (now: number) => ({ now, leaseMs: job.leaseMs, self, isAlive: isRunning });
try {
  const run = startRun(ledger, job.dispatch, lease(Date.now()), job.join ? 'join' : 'alone');
  reopenDispatch(ledger, job.dispatch);
  let hasBegun = false;
  const ending = await deliver({
    ledger,
    run,
    transport: smtpTransport({
      host: '127.0.0.1',
      port: job.port,
      tls: 'none',
      auth: null,
      connections: job.connections,
      messagesPerConnection: 100,
      helo: 'sender.example.org',
      ca: null,
      silenceMs: job.silenceMs,
    }),
    lanes: { names: lanesOf(ledger, job.dispatch), limits: job.limits },
    clock: systemClock,
    random: Math.random,
    lease,
    giveUpAfterMs: job.giveUpAfterMs,
    graceMs: 2_000,
    stop: stop.signal,
    report: (event) => {
      if (!hasBegun) process.stdout.write('begun\n');
      hasBegun = true;
      if (event.what === 'fault') process.stderr.write(`fault ${event.reason}\n`);
    },
  });
  if (ending.why !== 'ledger') {
    endRun(ledger, run, Date.now());
    finishDispatch(ledger, job.dispatch, Date.now());
  }
  process.stdout.write(
    `${JSON.stringify(ending, (_key, value) => (value instanceof Error ? value.message : value))}\n`,
  );
  ledger.close();
} catch (error) {
  process.stdout.write(`${JSON.stringify({ why: 'refused', message: String(error) })}\n`);
  process.exitCode = 4;
}
