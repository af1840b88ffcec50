import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAddress } from '../../src/recipients/address.ts';
import { addressKey } from '../../src/recipients/recipient.ts';

const addressOf = (cell: string) => {
  const parsed = parseAddress(cell);
  return 'address' in parsed ? parsed.address : undefined;
};
const problemOf = (cell: string) => {
  const parsed = parseAddress(cell);
  return 'problem' in parsed ? parsed.problem.message.en : undefined;
};

describe('an address', () => {
  test.each([
    ['camille@example.org', 'camille@example.org'],
    ['\u00a0 Camille@Example.ORG\t', 'Camille@example.org'],
    ["o'neil_x!#$%&*/=?^`{|}~-@example.org", "o'neil_x!#$%&*/=?^`{|}~-@example.org"],
    ['"camille.martin"@example.org', 'camille.martin@example.org'],
    ['"camille martin"@example.org', '"camille martin"@example.org'],
    ['camille@défenseur.example', 'camille@xn--dfenseur-b1a.example'],
    ['camille@правда.example', 'camille@xn--80aafi6cg.example'],
    [`${'x'.repeat(64)}@example.org`, `${'x'.repeat(64)}@example.org`],
  ])('%s is read as %s', (cell, address) => {
    expect(addressOf(cell)?.address).toBe(address);
  });

  test('with letters beyond ASCII before the @ needs SMTPUTF8; a domain beyond ASCII does not', () => {
    expect(addressOf('zoé@example.org')?.needsSmtputf8).toBe(true);
    expect(addressOf('zoe@défenseur.example')?.needsSmtputf8).toBe(false);
  });

  test('with a plus tag says so', () => {
    expect(addressOf('zoe+presse@example.org')?.tagged).toBe(true);
    expect(addressOf('+zoe@example.org')?.tagged).toBe(false);
  });
});

describe('what is no address', () => {
  test.each([
    ['', 'no address'],
    ['camille', 'this is not an email address'],
    ['@example.org', 'this is not an email address'],
    ['camille@', 'this is not an email address'],
    ['Camille <camille@example.org>', 'the address comes with a name or angle brackets'],
    ['<evil@example.net>', 'the address comes with a name or angle brackets'],
    ['"<evil@example.net>"@example.org', 'the address comes with a name or angle brackets'],
    ['a@example.org, b@example.org', 'several addresses, or one with a blank or a comma in it'],
    ['a@example.org;b@example.org', 'several addresses, or one with a blank or a comma in it'],
    ['"a@b"@example.org', 'several addresses, or one with a blank or a comma in it'],
    ['camille martin@example.org', 'several addresses, or one with a blank or a comma in it'],
    [
      'a@example.org\r\nBcc: evil@example.net',
      'the address has an invisible character or a line break in it',
    ],
    ['a\u0000@example.org', 'the address has an invisible character or a line break in it'],
    ['a@example.org\u2028x', 'the address has an invisible character or a line break in it'],
    ['a\u200b@example.org', 'the address has an invisible character or a line break in it'],
    ['\u202egro.elpmaxe@a.b', 'the address has an invisible character or a line break in it'],
    ['a\ud800@example.org', 'the address has an invisible character or a line break in it'],
    ['mailto:a@example.org', 'the address starts with “mailto:”'],
    ['.a@example.org', 'a full stop is misplaced before the “@”'],
    ['a..b@example.org', 'a full stop is misplaced before the “@”'],
    ['a(comment)@example.org', 'a character before the “@” is not allowed there'],
    [`${'é'.repeat(33)}@example.org`, 'more than 64 octets before the “@” (RFC 5321)'],
    ['a@localhost', 'the domain is incomplete: it has no dot'],
    ['a@example.org.', 'the domain, after the “@”, is not well formed'],
    ['a@exa_mple.org', 'the domain, after the “@”, is not well formed'],
    ['a@-example.org', 'the domain, after the “@”, is not well formed'],
    ['a@[127.0.0.1]', 'the domain, after the “@”, is not well formed'],
    ['a@127.0.0.1', 'the domain, after the “@”, is not well formed'],
    ['a@１２７.０.０.１', 'the domain, after the “@”, is not well formed'],
    ['a@example.org/x', 'the domain, after the “@”, is not well formed'],
    [`a@${'b'.repeat(64)}.org`, 'the domain, after the “@”, is not well formed'],
  ])('%j is refused: %s', (cell, message) => {
    expect(problemOf(cell)).toBe(message);
  });

  test('is refused for its length, at once, however long', () => {
    for (const cell of [
      `a@${'b.'.repeat(130)}org`,
      `${'x'.repeat(2_000_000)}@example.org`,
      'a@'.repeat(1_000_000),
    ]) {
      expect(problemOf(cell)).toBe('address of more than 254 octets (RFC 5321)');
    }
  });
});

describe('whatever the cell', () => {
  const cells = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))
      .map((parts) => parts.join('@')),
    fc.emailAddress(),
    fc
      .tuple(
        fc.emailAddress(),
        fc.constantFrom('\r\n', '\0', '\u2028', ',', ';', '<', '>', ' ', '"', '\u0085'),
        fc.emailAddress(),
      )
      .map((parts) => parts.join('')),
  );

  test('an accepted address is one SMTP path: no break, no blank outside quotes, no second address', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        const found = addressOf(cell);
        if (found === undefined) return;
        expect(found.address).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>,;:()[\]\\]/u);
        expect(found.address.split('@')).toHaveLength(2);
        expect(found.address.replace(/^"[^"]*"/, '')).not.toMatch(/[\s"]/);
        expect(Buffer.byteLength(found.address)).toBeLessThanOrEqual(254);
      }),
      { numRuns: 2000 },
    );
  });

  test('reading an accepted address again gives the same, and its key is that of any writing', () => {
    fc.assert(
      fc.property(cells, (cell) => {
        const found = addressOf(cell);
        if (found === undefined) return;
        expect(addressOf(found.address)).toEqual(found);
        expect(found.key).toBe(addressKey(cell));
      }),
      { numRuns: 2000 },
    );
  });
});
