// Marks of Markdown as people type them who do not know it well: those that fail are told, and prose is left in peace.
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/release/markdown.ts';

const told = (text: string): readonly string[] =>
  parseMarkdown(`Du texte.\n\n${text}`, 'x.md').findings.map(
    ({ rule, place, message }) => `${rule} ${place.line}:${place.column} ${message.en}`,
  );

describe('a mark that fails', () => {
  it.each([
    ['![Le stand](media/photo du stand.jpg)', '3:1 This picture would not appear'],
    ['Voir ![Le stand] (media/stand.jpg)', '3:6 This picture would not appear'],
    ['Voir [le guide](https://example.org/le guide.pdf).', '3:6 This link would appear as it stands'],
    ['Voir\n[le guide] (https://example.org).', '4:1 This link would appear as it stands'],
    ['Voir (https://example.org)[le guide].', '3:7 This link would appear as it stands'],
    ['Un **mot ** gras.', '3:4 This `**` would appear as it stands'],
    ['- un **mot', '3:6 This `**` would appear as it stands'],
    ['##Titre', '3:1 This heading would appear as it stands'],
    ['-Un\n-Deux', '3:1 This list would run on as one text'],
    ['1.Un\n2.Deux', '3:1 This list would run on as one text'],
    ['– Un\n– Deux', '3:1 This list would run on as one text'],
    ['[1] Une source\n[2] Une autre', '3:1 This list would run on as one text'],
    ['12. Douze ans après.\n\n1985. Le départ.', '5:1 `1985` would appear as `13`'],
    ['1. Un\n3. Trois\n4. Quatre', '4:1 `3` would appear as `2`'],
    ['+ 3 % sur un an.', '3:1 This sign would become the bullet of a list'],
    ['5*4 font 20 (*).', '3:2 These `*` would disappear'],
    ['| A | B |\n| 1 | 2 |', '3:1 This table would appear as it stands'],
    ['| A | B |\n| - | - |\n| 1 | 2 | 3 |', '5:9 This cell would not appear'],
    ['    Un alinéa.', '3:1 This indented text would appear as program code'],
    ['Fin du texte.\n---', '3:1 The hyphens below this paragraph make a heading of it'],
  ])('is told where it stands, once: %j', (text, expected) => {
    expect(told(text)).toEqual([`markdown/mark ${expected}`]);
  });

  it.each([
    '![Le stand](<media/photo du stand.jpg>) et [le guide](https://example.org/a%20b.pdf).',
    '![Le stand](media/stand.jpg "Un titre. Le stand.")',
    'Un **mot** et **deux *mots*, trois**, M. D****, `a ** b`, \\*\\*.',
    'Il dit [sic] (le maire) et […] (art. 45) ; [note](voir plus bas) n’est rien.',
    '# Titre\n\n#Hashtag du jour, #2 et ## seul.',
    '-5 °C le matin\n-2 °C le soir',
    '- Un\n- Deux\n\n1. Un\n2. Deux\n\n* Trois\n\n1. Un\n1. Deux',
    '2020. Une année.\n\nDu texte.\n\n- 3 élus\n- 4 maires',
    'Tarif plein**, tarif réduit* (hors option**).\n\n** Hors option.',
    'À ~3 km, et ~4 km plus loin : in*ter*net.',
    '– Oui, dit-il.\n\n– Non, dit-elle.',
    '| A | B |\n| - | - |\n| 1 | 2 |\n| 3 |\n| a \\| b | 4 |',
    '```\n**a ** [b] (https://example.org)\n```',
    'Un intertitre\n---\n\nDu texte.\n\n---\n\nFin.',
    'A | B et |x| valeur absolue.',
  ])('is none of these: %j', (text) => {
    expect(told(text)).toEqual([]);
  });
});
