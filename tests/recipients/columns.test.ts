import { describe, expect, test } from 'vitest';
import { UserFailure } from '../../src/failure.ts';
import { parseColumnMap, readHeader } from '../../src/recipients/columns.ts';

const read = (header: string[], map: string[] = []) =>
  readHeader(header, parseColumnMap(map)).map((column) =>
    'name' in column ? `${column.kind} ${column.name}` : column.kind,
  );

describe('a header', () => {
  test.each([
    ['Courriel', 'known address'],
    ['E-MAIL', 'known address'],
    ['Adresse e-mail', 'known address'],
    ['Prénom', 'known givenName'],
    ['PRENOM', 'known givenName'],
    ['Nom', 'known familyName'],
    ['Nom complet', 'known name'],
    ['Média', 'known outlet'],
    ['Type de média', 'known outletType'],
    ['Région', 'known region'],
    ['Département', 'known département'],
    ['Code postal', 'known postalCode'],
    ['Thématiques', 'known topics'],
    ['Informé le', 'known informedAt'],
    ['informed_at', 'known informedAt'],
    ['last contact', 'known lastContact'],
    ['N° de téléphone', 'kept n_de_telephone'],
    ['Note', 'opinion'],
    ['Commentaire interne', 'opinion'],
    ['Score /5', 'opinion'],
    ['Avis', 'opinion'],
    ['', 'blank'],
  ])('%j is %s', (header, column) => {
    expect(read([header])).toEqual([column]);
  });

  test('keeps the second of two columns of one kind for templates', () => {
    expect(read(['Courriel', 'Mail'])).toEqual(['known address', 'kept mail']);
    expect(read(['Courriel', 'courriel'])).toEqual(['known address', 'kept courriel']);
  });

  test('takes the surest of two: a postal address is none', () => {
    expect(read(['Adresse', 'Courriel'])).toEqual(['kept adresse', 'known address']);
    expect(read(['Adresse'])).toEqual(['known address']);
  });

  test('gives way to the map of the user', () => {
    expect(read(['Courriel', 'Boîte'], ['address=boite'])).toEqual(['kept courriel', 'known address']);
  });
});

describe('--map', () => {
  test('takes the names of fields in French and English', () => {
    expect([...parseColumnMap(['courriel=Boîte', 'region=Zone = A'])]).toEqual([
      ['address', 'Boîte'],
      ['region', 'Zone = A'],
    ]);
  });

  test.each(['adress=Boîte', 'address', 'address=', '=Boîte'])('refuses %j with a suggestion', (text) => {
    expect(() => parseColumnMap([text])).toThrow(UserFailure);
  });
});
