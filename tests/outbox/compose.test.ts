// Whatever a list or a release holds, the delivered octets are one well-formed message to one person.
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { composeMessage, type Draft, encodeVariant } from '../../src/outbox/compose.ts';
import type { Personal } from '../../src/outbox/message.ts';
import { slot } from '../../src/outbox/mime.ts';
import { draft as plain } from './faults/harness.ts';

const draft: Draft = {
  ...plain,
  replyTo: { name: null, address: 'presse.ouest@example.org' },
  html: `<html><body><p>${slot('salutation')}</p><p>${'Élus & associés, '.repeat(40)}</p><p>${slot('note')}</p></body></html>`,
  text: `${slot('salutation')}\n\n.un point en tête\nFrom ici\n${slot('note')}\nfin\n`,
  listId: { id: 'presse.example.org', name: 'Presse' },
  unsubscribe: { mailto: 'stop@example.org?subject={token}', url: 'https://example.org/stop/{token}' },
};
const variant = encodeVariant(draft);
const personal: Personal = {
  to: { name: 'Camille Martin', address: 'camille.martin@example.org' },
  messageId: '<0123456789abcdef@example.org>',
  date: Date.UTC(2020, 10, 25, 9, 0, 0),
  fields: { salutation: 'Bonjour Camille Martin,', note: 'Un mot & <b>rien</b> d’autre.\nDeux lignes.' },
};
const bytesOf = (more: Partial<Personal> = {}, from = variant): Buffer =>
  Buffer.concat(composeMessage(from, { ...personal, ...more }).chunks);

test('headers, text and HTML come back as they were meant', async () => {
  const mail = await simpleParser(bytesOf());
  expect(mail.subject).toBe(draft.subject);
  expect(mail.from?.value).toEqual([{ name: 'Bureau de la presse', address: 'presse@example.org' }]);
  expect(mail.to).toMatchObject({
    value: [{ name: 'Camille Martin', address: 'camille.martin@example.org' }],
  });
  expect(mail.replyTo?.value).toMatchObject([{ address: 'presse.ouest@example.org' }]);
  expect(mail.messageId).toBe(personal.messageId);
  expect(mail.date?.getTime()).toBe(personal.date);
  expect(mail.text).toBe(
    'Bonjour Camille Martin,\n\n.un point en tête\nFrom ici\nUn mot & <b>rien</b> d’autre.\nDeux lignes.\nfin\n',
  );
  expect(mail.html).toContain('<p>Bonjour Camille Martin,</p>');
  expect(mail.html).toContain('Un mot &#38; &#60;b&#62;rien&#60;/b&#62; d’autre.<br>');
  expect(mail.html).toContain('Élus & associés, '.repeat(40));
});

test('lists are told as RFC 2369, 2919 and 8058 want it, unfolded', () => {
  const head = bytesOf().toString('latin1').split('\r\n\r\n')[0] ?? '';
  expect(head).toContain('List-Id: Presse\r\n <presse.example.org>');
  expect(head).toContain(
    'List-Unsubscribe: <https://example.org/stop/0123456789abcdef>, <mailto:stop@example.org?subject=0123456789abcdef>\r\n',
  );
  expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(head).toContain('Auto-Submitted: auto-generated');
  expect(head).toContain('Date: Wed, 25 Nov 2020 09:00:00 +0000');
});

test('without an https address there is no one-click', () => {
  const mailtoOnly = encodeVariant({ ...draft, unsubscribe: { mailto: 'stop@example.org', url: null } });
  expect(bytesOf({}, mailtoOnly).toString()).not.toContain('List-Unsubscribe-Post');
});

test('attachments come back octet for octet, their names whole', async () => {
  const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 256));
  const name = 'Communiqué « été » — dossier de presse du Défenseur des droits.pdf';
  const image = {
    name: 'logo.png',
    type: 'image/png',
    bytes: bytes.subarray(0, 999),
    cid: 'logo@example.org',
  };
  const with_ = encodeVariant({ ...draft, enclosures: [{ name, type: 'application/pdf', bytes }, image] });
  const mail = await simpleParser(bytesOf({}, with_));
  expect(
    mail.attachments.map(({ filename, contentType, related }) => [filename, contentType, related ?? false]),
  ).toEqual([
    ['logo.png', 'image/png', true],
    [name, 'application/pdf', false],
  ]);
  expect(mail.attachments[1]?.content.equals(bytes)).toBe(true);
});

test('a name that looks like more than a name stays a name', async () => {
  for (const name of [
    'Zoé <evil@example.com>',
    'a, b',
    '"x" <y@z>',
    '=?utf-8?Q?=0D=0ABcc:_x?=',
    'x\r\nBcc: evil@example.com',
    'a\u2028Bcc: b',
    'a\0b',
    ';:()',
    'é'.repeat(300),
  ]) {
    const bytes = bytesOf({ to: { name, address: 'camille.martin@example.org' } });
    const mail = await simpleParser(bytes);
    expect(mail.to).toMatchObject({ value: [{ address: 'camille.martin@example.org' }] });
    expect(mail.bcc).toBeUndefined();
    expect(mail.cc).toBeUndefined();
    expect([mail.to].flat()[0]?.value).toHaveLength(1);
  }
});

test('an address that is more than an address is never written', () => {
  for (const address of [
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org>',
    '<a@example.org',
    'a b@example.org',
    'a@example.org, b@example.org',
    'a@exa\u2028mple.org',
    'a@',
  ]) {
    expect(() => bytesOf({ to: { name: null, address } })).toThrow(/Unfit/);
  }
});

const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\r', '\n', '\0', '\u2028', '<', '>', ',', '"', '.', '=', '?', ' ', '\t', 'é', '🗞', 'م'),
    fc.string({ minLength: 1, maxLength: 3 }),
  ),
  maxLength: 120,
});

test('whatever the fields hold: CRLF only, short lines, no leading dot, one addressee, no other header', async () => {
  await fc.assert(
    fc.asyncProperty(nasty, nasty, nasty, nasty, async (name, salutation, note, subject) => {
      const odd = encodeVariant({ ...draft, subject });
      const bytes = bytesOf({ to: { name, address: 'j@example.org' }, fields: { salutation, note } }, odd);
      const text = bytes.toString('latin1');
      expect(/(?<!\r)\n|\r(?!\n)/.test(text)).toBe(false);
      expect(text.endsWith('\r\n')).toBe(true);
      for (const line of text.split('\r\n')) {
        expect(line.length).toBeLessThanOrEqual(998);
        expect(line.startsWith('.')).toBe(false);
      }
      const mail = await simpleParser(bytes);
      expect([...mail.headers.keys()].sort()).toEqual(
        [
          'auto-submitted',
          'content-language',
          'content-type',
          'date',
          'from',
          'list',
          'message-id',
          'mime-version',
          'reply-to',
          'subject',
          'to',
        ].filter((key) => key !== 'subject' || mail.headers.has('subject')),
      );
      expect([mail.to].flat().flatMap((each) => each?.value ?? [])).toMatchObject([
        { address: 'j@example.org' },
      ]);
    }),
    { numRuns: 300 },
  );
});

test('two variants of one content share their octets, another subject makes another variant', () => {
  expect(encodeVariant(draft).hash).toBe(variant.hash);
  expect(encodeVariant({ ...draft, subject: 'Autre' }).hash).not.toBe(variant.hash);
  expect(encodeVariant({ ...draft, unsubscribe: { mailto: null, url: null } }).hash).not.toBe(variant.hash);
});
