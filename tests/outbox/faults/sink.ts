// A scripted SMTP server in a process of its own. It writes what it saw to an append-only log before it replies: the oracle.
import { closeSync, fsyncSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { SinkScript, Step } from './script.ts';

const [, , scriptFile = ''] = process.argv;
const script = JSON.parse(readFileSync(scriptFile, 'utf8')) as SinkScript;
const log = openSync(script.log, 'a');
const seen = new Map<string, number>();

const note = (line: object): void => {
  writeSync(log, `${JSON.stringify({ at: Date.now(), ...line })}\n`);
};

/** How often this step has been reached, by this name. */
function count(name: string): number {
  const times = (seen.get(name) ?? 0) + 1;
  seen.set(name, times);
  return times;
}

/** Kills the sender at the appointed moment; then says what the script wants said here, if anything. */
function reach(step: Step, address: string): string | undefined {
  const times = count(step);
  const { kill, replies } = script;
  if (kill !== undefined && kill.step === step && kill.nth === times) {
    const strike = (): void => {
      process.kill(Number(readFileSync(kill.pidFile, 'utf8')), kill.signal ?? 'SIGKILL');
      note({ what: 'kill', step });
    };
    if (kill.afterMs === undefined) strike();
    else {
      setTimeout(strike, kill.afterMs);
      return `wait ${2 * kill.afterMs}`;
    }
  }
  const reply = replies?.find(
    (each) =>
      each.step === step &&
      (each.to === undefined || address.startsWith(each.to)) &&
      (each.from === undefined || times >= each.from) &&
      (each.times === undefined || count(`${step} ${each.say} ${each.to ?? address}`) <= each.times),
  );
  return reply?.say;
}

const server = new SMTPServer({
  authOptional: true,
  hideSTARTTLS: true,
  disabledCommands: script.auth ? ['STARTTLS'] : ['AUTH', 'STARTTLS'],
  hideSMTPUTF8: script.smtputf8 !== true,
  allowInsecureAuth: true,
  size: script.size ?? 20_000_000,
  closeTimeout: 100,
  socketTimeout: 600_000,
  logger: false,
  onAuth: ({ username, password }, _session, done) =>
    password === script.auth
      ? done(null, { user: username })
      : done(answer('535 5.7.8 Authentication failed')),
  onConnect: (session, done) => act(reach('connect', ''), session, done),
  onMailFrom: (_address, session, done) => act(reach('mail', ''), session, done),
  onRcptTo: ({ address }, session, done) => {
    note({ what: 'rcpt', to: address });
    act(reach('rcpt', address), session, done);
  },
  onData: (stream, session, done) => {
    const to = session.envelope.rcptTo.map(({ address }) => address);
    const chunks: Buffer[] = [];
    const said = reach('data', to[0] ?? '');
    stream.on('data', (chunk: Buffer) => {
      if (chunks.length === 0 && said === 'reset') sockets.get(session.id)?.resetAndDestroy();
      chunks.push(chunk);
    });
    stream.on('end', () => {
      const source = Buffer.concat(chunks);
      const [, messageId] = /^Message-ID: *(\S+)/im.exec(source.toString('latin1')) ?? [];
      const answerTo = reach('dot', to[0] ?? '');
      const refuses = /^[45]/.test(answerTo ?? '');
      note({ what: refuses ? 'refused' : 'stored', to, messageId, size: source.length });
      fsyncSync(log);
      if (script.keep !== undefined && !refuses) writeFileSync(`${script.keep}/${messageId}.eml`, source);
      act(answerTo, session, (error) => {
        done(error, 'queued as SINK0001');
        reach('replied', to[0] ?? '');
      });
    });
    if (said === 'cut') sockets.get(session.id)?.destroy();
  },
});

const sockets = new Map<string, import('node:net').Socket>();
// smtp-server gives no socket to its handlers; the server's own set has it.
const socketOf = (session: SMTPServerSession): import('node:net').Socket | undefined => {
  for (const connection of Reflect.get(server, 'connections') as Set<{
    id: string;
    _socket: import('node:net').Socket;
  }>) {
    if (connection.id === session.id) return connection._socket;
  }
  return undefined;
};

const answer = (line: string): Error =>
  Object.assign(new Error(line.slice(4)), { responseCode: Number(line.slice(0, 3)) });

/** `cut` closes, `reset` resets, `silence` says nothing ever, `wait N` waits; anything else is the reply itself. */
function act(
  said: string | undefined,
  session: SMTPServerSession,
  done: (error?: Error | null) => void,
): void {
  const socket = socketOf(session);
  if (socket !== undefined) sockets.set(session.id, socket);
  if (said === undefined) setTimeout(done, script.delayMs ?? 0);
  else if (said === 'cut') socket?.destroy();
  else if (said === 'reset') socket?.resetAndDestroy();
  else if (said.startsWith('wait ')) setTimeout(done, Number(said.slice(5)));
  else if (said !== 'silence') done(answer(said));
}

server.on('error', () => {});
server.listen(script.port ?? 0, '127.0.0.1', () => {
  const address = server.server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
process.on('SIGTERM', () => {
  closeSync(log);
  process.exit(0);
});
