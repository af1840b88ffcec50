// Sections of a text: their addresses, and what contents say of them.
import { expect, it } from 'vitest';
import { parseMarkdown } from '../../src/release/markdown.ts';
import { makeHtml, writeHtml } from '../../src/renditions/html.ts';

const sectionsOf = (markdown: string) => {
  const text = makeHtml(parseMarkdown(markdown, 'x.md').body, {
    pictures: new Map(),
    abbreviations: {},
    regions: [],
    word: (key) => key,
    sections: 'section',
  });
  const html = writeHtml(text, { image: (src) => ({ src }), link: (href) => href });
  return { html, sections: text.sections };
};

it('gives each section an address and tells of it', () => {
  const { html, sections } = sectionsOf('## Où *aller*\n\nLà. Ou ici.\n\n### Par où\n\n## Quand');
  expect(html).toContain('<h2 id="section-1">Où <em>aller</em></h2>');
  expect(sections).toEqual([
    { id: 'section-1', title: 'Où aller', lead: 'Là.' },
    { id: 'section-2', title: 'Quand', lead: null },
  ]);
});

it('cuts a long first sentence at a word, and leaves the marks of notes out', () => {
  const long = `Un guichet ouvre[^1] ${'dans chaque préfecture et '.repeat(8)}partout.`;
  const { sections } = sectionsOf(`## Où\n\n${long}\n\n[^1]: Le 20 novembre.`);
  expect(sections[0]?.lead).toMatch(/^Un guichet ouvre dans .{80,120} (dans|chaque|préfecture|et)…$/);
});
