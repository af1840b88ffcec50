// What a text must not hold, and what becomes of what it holds.
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/release/markdown.ts';

const faults = (text: string): readonly string[] =>
  parseMarkdown(text, 'x.md').findings.map(({ rule, place }) => `${rule} ${place.line}:${place.column}`);

describe('a line that begins like a block and is none', () => {
  it.each([
    ':::quote {by="Anne Le Goff"}\nVenez.\n:::',
    ':::note Aux radios\nUn mot.\n:::',
    ':::quote{by="X"\nVenez.\n:::',
    '::image {src=a.png}',
    ':::\nseul',
  ])('is an error where it stands: %j', (text) => {
    expect(faults(`Du texte.\n\n${text}`)[0]).toBe('markdown/block 3:1');
    expect(faults(`Du texte\n${text}`)[0]).toBe('markdown/block 2:1');
  });

  it('is none in code, in a well-formed block, or in the middle of a line', () => {
    const texts = [
      '```\n:::quote {by="X"}\n```',
      ':::quote{by="X"}\nOui.\n:::',
      'À 14:30, score 3::2, `::image {`.',
    ];
    for (const text of texts) expect(faults(text)).toEqual([]);
  });
});

it('code has the same lines whatever ends those of the file', () => {
  const [code] = parseMarkdown('```\r\nun\r\ndeux\r\n```\r\n', 'x.md').body.children;
  expect(code).toMatchObject({ type: 'code', value: 'un\ndeux' });
});
