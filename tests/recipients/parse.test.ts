import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseColumnMap } from '../../src/recipients/columns.ts';
import { makeMeanings, parseList } from '../../src/recipients/parse.ts';
import { brief, parseText, readFixture } from './fixture.ts';

describe('a spreadsheet saved as text', () => {
  test('in windows-1252 with semicolons and French headers is read whole', async () => {
    const list = await readFixture('windows-1252/liste.csv');
    expect(list).toMatchObject({
      format: 'csv',
      encoding: 'windows-1252',
      rows: 2,
      kept: ['code_client'],
      findings: [],
    });
    expect(list.recipients[0]).toEqual({
      address: 'camille.martin@example.org',
      key: 'camille.martin@example.org',
      needsSmtputf8: false,
      name: 'Camille Martin',
      givenName: 'Camille',
      familyName: 'Martin',
      salutation: null,
      outlet: 'Le Courrier de l’Œst',
      outletType: 'presse régionale',
      role: 'journaliste',
      language: 'fr',
      regions: ['FR-BRE'],
      topics: ['logement', 'santé'],
      embargoTrust: true,
      basis: null,
      source: 'annuaire public',
      informedAt: '2024-03-15',
      lastContact: null,
      fields: { code_client: 'C-1' },
      place: { file: 'liste.csv', line: 2 },
    });
    expect(list.recipients[1]?.topics).toEqual(['énergie à 100 €']);
  });

  test('with a byte order mark, commas and English headers is the same', async () => {
    const { recipients } = await readFixture('utf8-bom/list.csv');
    expect(recipients[0]).toMatchObject({
      address: 'zoe@example.org',
      name: 'Zoé Ünal',
      regions: ['FR'],
      language: 'en',
    });
  });

  test('with tabs may hold the other delimiters, and blank lines do not shift the numbers', async () => {
    const { recipients } = await readFixture('tabs/list.tsv');
    expect(recipients.map(({ name, outlet, place }) => [place.line, name, outlet])).toEqual([
      [2, 'Camille, Martin', 'Radio; Ondes'],
      [5, 'Noé Lefèvre', 'TV|Une'],
    ]);
  });

  test('may have line breaks inside quotes: later lines keep their numbers, fields stand on one line', async () => {
    const { recipients, findings } = await readFixture('quoted-newlines/liste.csv');
    expect(recipients.map(({ place, fields }) => [place.line, fields.adresse_postale])).toEqual([
      [2, '1 rue Haute 35000 Rennes'],
      [5, '2 rue Basse'],
    ]);
    expect(recipients[0]?.outlet).toBe('Le "Grand" Courrier');
    expect(brief(findings)).toEqual(['7 error list/address']);
  });

  test('may say its delimiter in a first line `sep=`', async () => {
    const { recipients } = await parseText('sep=|\r\ncourriel|nom\r\na@example.org|Un, deux; trois\r\n');
    expect(recipients[0]).toMatchObject({ name: 'Un, deux; trois', place: { line: 3 } });
  });

  test('may mix line ends, end without one, or be a single column', async () => {
    const { recipients } = await parseText('courriel\na@example.org\r\nb@example.org\rc@example.org');
    expect(recipients.map(({ place }) => place.line)).toEqual([2, 3, 4]);
  });
});

describe('a broken list says which line and why', () => {
  test.each([
    ['no-header/liste.csv', ['1 error list/header'], []],
    ['no-address-column/liste.csv', ['1 error list/header'], []],
    ['unclosed-quote/liste.csv', ['3 error list/quote'], ['camille@example.org']],
    ['swallowed-line/liste.csv', ['2 error list/quote'], ['zoe@example.org']],
    [
      'ragged/liste.csv',
      ['2 error list/cells', '3 warning list/cells'],
      ['noe@example.org', 'zoe@example.org'],
    ],
    [
      'unknown-values/liste.csv',
      ['2 error list/region', '3 error list/language', '4 error list/embargo', '5 warning list/date'],
      ['d@example.org'],
    ],
  ])('%s', async (path, findings, addresses) => {
    const list = await readFixture(path);
    expect(brief(list.findings)).toEqual(findings);
    expect(list.recipients.map(({ address }) => address)).toEqual(addresses);
  });

  test('without quoting a first line that may be data', async () => {
    const { findings, kept } = await readFixture('no-header/liste.csv');
    expect(JSON.stringify(findings)).not.toMatch(/camille/i);
    expect(kept).toEqual([]);
  });

  test('with addresses masked', async () => {
    const { findings } = await readFixture('unknown-values/liste.csv');
    expect(findings[0]?.message).toEqual({
      fr: 'a…@example.org\u00a0: région inconnue\u00a0: «\u00a0Bretgne\u00a0»',
      en: 'a…@example.org: unknown region: “Bretgne”',
    });
    expect(findings[0]?.remedy?.en).toBe('Did you mean “Bretagne”?');
  });

  test('and an empty one says so', async () => {
    expect(brief((await parseText('')).findings)).toEqual(['1 warning list/empty']);
    expect(brief((await parseText('courriel;nom\n\n')).findings)).toEqual(['1 warning list/empty']);
  });

  test.each([
    ['an old Excel file', [0xd0, 0xcf, 0x11, 0xe0]],
    ['a PDF', [...Buffer.from('%PDF-1.7')]],
    ['a zip that is no workbook', [...Buffer.from('PK\x03\x04nothing')]],
  ])('and %s is refused with what to do', async (_, bytes) => {
    const { findings, format } = await parseList('list.csv', Uint8Array.from(bytes), makeMeanings());
    expect(brief(findings)).toEqual(['1 error list/format']);
    expect(findings[0]?.remedy?.en).toMatch(/xlsx/);
    expect(['xlsx', null]).toContain(format);
  });

  test('and an encoding that is not that of the file is refused', async () => {
    const { findings } = await readFixture('windows-1252/liste.csv', { encoding: 'utf-8' });
    expect(brief(findings)).toEqual(['1 error list/encoding']);
  });
});

test('columns of opinion are never read, and the reason is given', async () => {
  const list = await readFixture('opinions/liste.csv');
  expect(brief(list.findings)).toEqual(Array(3).fill('1 warning list/opinion-column'));
  expect(list.findings[0]?.remedy?.en).toMatch(/SAN-2021-012/);
  expect(JSON.stringify(list)).not.toMatch(/hostile/);
  expect(list.recipients[0]?.fields).toEqual({ telephone: '01 99 00 12 34' });
});

test('regions come from four columns: coverage wins over the address of the newsroom', async () => {
  const { recipients, findings } = await readFixture('coverage/liste.csv');
  expect(recipients.map(({ regions }) => regions.join(' '))).toEqual([
    'FR-BRE',
    'FR-29',
    'FR-01',
    'ES',
    'FR-BRE FR-PDL',
    'FR-67',
    'FR-971',
    '',
  ]);
  expect(brief(findings)).toEqual(['4 warning list/postal-zero']);
});

test('headers are mapped by the user where the tool does not know them', async () => {
  const text = 'Boîte;Secteur;Courriel\na@example.org;Corse;vieux@example.org\n';
  const { recipients } = await parseText(text, { map: parseColumnMap(['address=Boîte', 'région=Secteur']) });
  expect(recipients[0]).toMatchObject({
    address: 'a@example.org',
    regions: ['FR-20R'],
    fields: { courriel: 'vieux@example.org' },
  });
});

describe('a workbook', () => {
  test('gives its row numbers, dates as days, and notices lost zeros and other sheets', async () => {
    const list = await readFixture('xlsx/liste.xlsx');
    expect(list).toMatchObject({ format: 'xlsx', encoding: null, rows: 3 });
    expect(list.recipients).toMatchObject([
      { address: 'camille@example.org', lastContact: '2024-05-01', regions: ['FR-01'], place: { line: 2 } },
      { address: 'noe@example.org', regions: ['FR-75C'], place: { line: 5 } },
    ]);
    expect(brief(list.findings)).toEqual([
      '1 warning list/sheets',
      '2 warning list/postal-zero',
      '2 warning list/lost-zero',
      '6 error list/address',
    ]);
  });
});

describe('vCards', () => {
  test('2.1 as Outlook exports them are decoded', async () => {
    const list = await readFixture('vcard-2.1/contacts.vcf');
    expect(list.recipients).toMatchObject([
      {
        address: 'noe@example.org',
        name: 'Noé Lefèvre',
        givenName: 'Noé',
        familyName: 'Lefèvre',
        outlet: 'Radio Cœur & Cie',
        role: 'Rédacteur',
        regions: ['FR-2A'],
        fields: { phone: '01 99 00 12 34' },
      },
    ]);
    expect(brief(list.findings)).toEqual(['1 warning list/opinion-column', '1 note list/several']);
    expect(JSON.stringify(list)).not.toMatch(/hostile/);
  });

  test('3.0 give the preferred address; one without address or end is named, not lost', async () => {
    const list = await readFixture('vcard-3.0/contacts.vcf');
    expect(list.recipients).toMatchObject([
      {
        address: 'camille@example.org',
        outlet: 'Le Courrier, édition Ouest',
        topics: ['logement', 'santé'],
        regions: ['FR-35'],
      },
    ]);
    expect(brief(list.findings)).toEqual([
      '1 note list/several',
      '12 error list/address',
      '16 error list/cells',
    ]);
  });

  test('4.0 give language and preference', async () => {
    const { recipients } = await readFixture('vcard-4.0/contacts.vcf');
    expect(recipients).toMatchObject([{ address: 'zoe@example.org', language: 'en', name: 'Zoé Ünal' }]);
  });
});

test('JSON lines may differ in keys; what is no object or has no address is named', async () => {
  const list = await readFixture('jsonl/list.jsonl');
  expect(list.recipients).toMatchObject([
    {
      regions: ['FR-BRE', 'FR-PDL'],
      topics: ['logement', 'santé'],
      embargoTrust: true,
      fields: { client: '42' },
    },
    { address: 'noe@example.org', language: 'en', regions: ['CA-QC'], place: { line: 3 } },
  ]);
  expect(brief(list.findings)).toEqual(['4 error list/cells', '5 error list/address']);
});

describe('hostile lists', () => {
  test('yield no address that a second one or a header could ride on', async () => {
    const list = await readFixture('hostile-addresses/list.tsv');
    expect(list.recipients.map(({ address }) => address)).toEqual(['a@xn--zzzzzzz.example']);
    expect(new Set(list.findings.map(({ rule }) => rule))).toEqual(new Set(['list/address']));
    expect(list.findings).toHaveLength(list.rows - 1);
  });

  test('yield fields without line breaks or control characters', async () => {
    const { recipients } = await readFixture('hostile-fields/list.tsv');
    expect(recipients).toHaveLength(1);
    for (const text of textsOf(recipients[0])) expect(text).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e]/u);
  });
});

/** Every text of a recipient, names of fields included. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.entries(value).flat().flatMap(textsOf) : [];
}

describe('whatever the bytes', () => {
  const pieces = fc.constantFrom(
    'courriel',
    'nom',
    'région',
    'a@example.org',
    'é@example.org',
    'Bretagne',
    '"',
    ';',
    ',',
    '\t',
    '|',
    '\n',
    '\r\n',
    '\r',
    '\0',
    '\u2028',
    '<evil@example.net>',
    '\ufeff',
    'sep=;',
    'BEGIN:VCARD\n',
    'VERSION:2.1\n',
    'EMAIL;PREF:',
    'N;ENCODING=QUOTED-PRINTABLE:=',
    'END:VCARD\n',
    '{"address":',
    '}',
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.array(pieces, { maxLength: 40 }).map((parts) => `courriel;nom;région\n${parts.join('')}`),
    fc.array(pieces, { maxLength: 40 }).map((parts) => `BEGIN:VCARD\n${parts.join('')}`),
    fc.array(pieces, { maxLength: 40 }).map((parts) => `{"address":${parts.join('')}`),
  );

  test('nothing breaks, and every recipient is one line in all its texts', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const list = await parseText(text);
        for (const recipient of list.recipients) {
          for (const found of textsOf(recipient)) expect(found).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
          expect(recipient.address.split('@')).toHaveLength(2);
        }
        for (const { message } of list.findings)
          expect(message.fr + message.en).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 1000 },
    );
  });

  test('random bytes are refused or read, never fatal', async () => {
    const meanings = makeMeanings();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await parseList('list.csv', bytes, meanings);
      }),
      { numRuns: 500 },
    );
  });

  test('long lines of one character take no longer than they are long', async () => {
    for (const character of ['"', ';', '@', '=', ' ', '\n', '\\', 'a.', '\r']) {
      await parseText(
        `courriel;région;langue\na@example.org;${character.repeat(60_000)};${character.repeat(60_000)}`,
      );
      await parseText(`courriel;nom\n${character.repeat(200_000)}`);
      await parseText(
        `BEGIN:VCARD\nVERSION:2.1\nN;QUOTED-PRINTABLE:${character.repeat(200_000)}\nEND:VCARD\n`,
      );
    }
  });
});
