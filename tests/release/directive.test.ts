// Blocks that are written wrong, twice, or empty.
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/release/markdown.ts';

const told = (text: string): readonly string[] =>
  parseMarkdown(text, 'x.md').findings.map(
    ({ place, message }) => `${place.line}:${place.column} ${message.en}`,
  );

describe('a block', () => {
  it.each([
    [':::quote{by="Anne"}\n:::', '`:::quote` holds nothing'],
    [':::box\n<!-- à écrire -->\n:::', '`:::box` holds nothing'],
    [':::note\n\n>\n\n- \n:::', '`:::note` holds nothing'],
    [':::region{FR-BRE}\n:::', '`:::region` holds nothing'],
    [':::figures\n:::', '`:::figures` holds no list'],
    [':::figures\n250 élus reçus\n:::', '`:::figures` holds no list'],
    [':::figures\n- \n:::', '`:::figures` holds no list'],
    [':::table\n:::', '`:::table` holds no table'],
    [':::table\n| a | b |\n| 1 | 2 |\n:::', '`:::table` holds no table'],
  ])('that has not what it is there for is told, once: %j', (text, message) => {
    expect(told(`Du texte.\n\n${text}\n\nSuite.`)).toEqual([`3:1 ${message}`]);
  });

  it.each([
    ['::quote{by="Anne"}', '`::quote` is written `:::quote`'],
    ['::figures', '`::figures` is written `:::figures`'],
    [':::image{src="a.png"}\n:::', '`:::image` is written `::image`'],
    [':quote[Venez.]{by="Anne"}', '`:quote` is written `:::quote`'],
    ['::lang[fair play]{en}', '`::lang` is written `:lang`'],
    ['Le :langue[fair play]{en}', 'Unknown directive: `:langue`'],
  ])('with the colons or the name of another would show nothing, and is told: %j', (text, message) => {
    expect(told(text).map((line) => line.replace(/^\S+ /, ''))).toEqual([message]);
  });

  it.each([
    [':::quote{by="Anne" by="Zoé"}\nVenez.\n:::', ['`by` is written twice in `:::quote`']],
    ['::image{src="a.png" alt="A" alt=B}', ['`alt` is written twice in `::image`']],
    [':::quote{by=Anne Le Goff role=Maire}\nVenez.\n:::', ['The value of `by` ends at “Anne”']],
    [':::quote{By="Anne"}\nVenez.\n:::', ['Unknown attribute of `:::quote`: `By`']],
    [
      ':::quote{par="Anne"}\nVenez.\n:::',
      ['Unknown attribute of `:::quote`: `par`', '`:::quote` needs `by`'],
    ],
  ])('is told which attribute is wrong: %j', (text, messages) => {
    expect(told(text)).toEqual(messages.map((message) => `1:1 ${message}`));
  });

  it('without its end within another is told how blocks are nested', () => {
    const { findings } = parseMarkdown(':::box\n\n:::quote{by="Anne"}\nVenez.\n:::\n\n:::', 'x.md');
    expect(findings.map(({ rule, place }) => `${rule} ${place.line}`)).toEqual([
      'markdown/unclosed 3',
      'markdown/block 7',
    ]);
    for (const { remedy } of findings) expect(remedy?.en).toContain('::::');
    expect(told('::::box\n\n:::quote{by="Anne"}\nVenez.\n:::\n\n::::')).toEqual([]);
  });

  it('of values in curly quotation marks is told to use straight ones', () => {
    for (const value of ['“Anne”', '« Anne »', '“Anne Le Goff”']) {
      const { findings } = parseMarkdown(`:::quote{by=${value}}\nVenez.\n:::`, 'x.md');
      expect(findings[0]?.remedy?.en).toContain('straight');
    }
  });
});

it('words after a colon stay in the text, though a block is called so', () => {
  const text = 'À 14:heures, Source:Insee[1], voir:note, le code:lang.';
  const { body, findings } = parseMarkdown(text, 'x.md');
  expect(findings).toEqual([]);
  expect(JSON.stringify(body)).not.toContain('Directive');
});

it('a quotation within a quoted block ends where it says', () => {
  expect(told('> :::quote{by="Anne"}\n> Venez.\n> :::')).toEqual([]);
});
