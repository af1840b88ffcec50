// What is spared the parser makes no difference to the tree: every node, word and place is as if all had been parsed.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTree, parseWholly } from '../../src/release/parser.ts';

test.each(readdirSync('releases').filter((name) => name.endsWith('.md')))('%s', (name) => {
  const source = readFileSync(join('releases', name), 'utf8');
  for (const text of [source, source.replaceAll('\n', '\r\n')])
    expect(parseTree(text)).toEqual(parseWholly(text));
});

/** Blocks and lines as they stand in releases, and all that could make prose of what is none, or the reverse. */
const pieces = [
  'Le Médiateur reçoit les élus.',
  '« Nous voilà », dit-elle\u00a0: la séance est ouverte.',
  'Une ligne\net la suivante,\npuis la dernière.',
  'À 14:30, le mot:mot, deux : points.',
  'العربية تُكتب من اليمين',
  'x',
  'Fin avec une espace ',
  'Fin de ligne  \nbris',
  'Fin\\\nbris',
  'Titre\n===',
  'Titre\n---',
  'Titre\n:-',
  'Titre\n| --- |',
  'a | b\n--- | ---\nc | d',
  'www.example.org ou WWW.example.org',
  'https://example.org et camille@example.org',
  'Tom &amp; Jerry &nbsp;',
  'Un *mot* et `du code` et ~~rien~~ et 6^e^ et [lien](https://example.org) et :lang[press]{en}',
  'Un [renvoi] et une note[^1].',
  '[renvoi]: https://example.org',
  '[^1]: La note.',
  '    suite de la note',
  '*[MDC]: Médiateur',
  '# Titre',
  'Titre {#id}',
  '- point',
  '  suite du point',
  '* * *',
  '1. premier',
  '1) premier',
  '12 élus',
  '> citation',
  '    code',
  '\tcode',
  ' une espace devant',
  '```',
  '~~~',
  '<!--',
  '-->',
  '<div>',
  '</div>',
  '<script>',
  '</script>',
  '<?php',
  ':::box{title="Chiffres"}',
  '::::figures',
  ':::',
  '::::',
  '::image{src=a.png}',
  '---',
  'title: Un titre',
  'Un\u2028deux',
  'Un\u0000deux',
  'Un\rdeux',
  'Un\tdeux',
  '\ufeffUn',
  '\u00a0Un',
  '\u{1f389} fête',
  '\ud83c seul',
  '',
];
/** Prose is what most of a release is. */
const prose = pieces.slice(0, 3);
const gaps = ['\n\n', '\n\n', '\n\n', '\n', '\n\n\n', '\n \n', '\r\n\r\n', '\r\n', '\r'];

test('any mixture of blocks', () => {
  const block = fc.tuple(
    fc.oneof(fc.constantFrom(...prose), fc.constantFrom(...pieces)),
    fc.constantFrom(...gaps),
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
      const text = blocks.flat().join('');
      expect(parseTree(text)).toEqual(parseWholly(text));
    }),
    { numRuns: 800 },
  );
});

test('any letters and signs', () => {
  const sign = fc.constantFrom(...'aéxXwW.:/-_*`~^|#>+=()[]{}<&@\\!"\'«»1 \t\u00a0\n\n\n\r');
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
      const text = signs.join('');
      expect(parseTree(text)).toEqual(parseWholly(text));
    }),
    { numRuns: 2000 },
  );
});
