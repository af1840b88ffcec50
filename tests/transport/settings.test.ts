// Where to send: what the environment and the configuration come to, and which of it is refused.
import { expect, test } from 'vitest';
import { chooseTransport, silenceMs, type TransportConfig } from '../../src/transport/settings.ts';

const choose = (config: TransportConfig, env: Record<string, string> = {}) => chooseTransport(config, env);

test('a fresh workspace only writes files', () => {
  expect(choose({})).toMatchObject({ scheme: 'file', name: 'file:', path: '', user: null, password: null });
  expect(choose({ transport: 'file' }).name).toBe('file:');
  expect(choose({ transport: 'file:build/sent' }).path).toBe('build/sent');
});

test('TLS is there from the start or required; plain text goes to this machine only, or where that is written', () => {
  expect(choose({ transport: 'smtps://mail.example.org' })).toMatchObject({ tls: 'implicit', port: 465 });
  expect(choose({ transport: 'smtp://mail.example.org:465' }).tls).toBe('implicit');
  expect(choose({ transport: 'smtp://mail.example.org' })).toMatchObject({ tls: 'starttls', port: 587 });
  for (const host of ['localhost', '127.0.0.1', '[::1]'])
    expect(choose({ transport: `smtp://${host}:25` }).tls).toBe('none');
  expect(choose({ transport: 'smtp://127.example.org' }).tls).toBe('starttls');
  expect(choose({ transport: 'smtp://relay.example.org:25', tls: 'none' }).tls).toBe('none');
});

test('the environment wins over the configuration; a password is found in its order', () => {
  const config = {
    transport: 'smtp://a.example.org',
    user: 'u',
    passwordCommand: 'pass show',
    passwordFile: 'f',
  };
  const url = choose(config, {
    RELEASE_SMTP_URL: 'smtps://v:p%40ss@b.example.org',
    RELEASE_SMTP_PASSWORD: 'q',
  });
  expect(url).toMatchObject({ host: 'b.example.org', user: 'v', password: { kind: 'value', value: 'p@ss' } });
  expect(choose(config, { RELEASE_SMTP_PASSWORD: 'q' }).password).toEqual({ kind: 'value', value: 'q' });
  expect(choose(config).password).toEqual({ kind: 'command', command: 'pass show' });
  expect(choose({ ...config, passwordCommand: undefined }).password).toEqual({ kind: 'file', path: 'f' });
});

test('what is told of a transport never holds its credentials', () => {
  expect(choose({}, { RELEASE_SMTP_URL: 'smtps://user:secret@mail.example.org' }).name).toBe(
    'smtps://mail.example.org:465',
  );
});

test('a password in the configuration and an unusable address are refused without being told', () => {
  for (const [config, env] of [
    [{ transport: 'smtps://u:secret@mail.example.org' }, {}],
    [{}, { RELEASE_SMTP_URL: 'smtps://u:secret@' }],
    [{}, { RELEASE_SMTP_URL: 'smtps//secret' }],
  ] as const) {
    expect(() => chooseTransport(config, env)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret') }),
    );
  }
});

test('at the dot ten minutes are waited (RFC 5321 §4.5.3.2.6)', () => {
  expect(silenceMs).toBe(600_000);
});
