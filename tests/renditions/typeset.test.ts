// What is done to the text's HTML for print.
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/release/markdown.ts';
import { makeHtml } from '../../src/renditions/html.ts';
import { loadHyphenation, typeset } from '../../src/renditions/typeset.ts';

/** The HTML of Markdown as it goes to print, soft hyphens shown as `|`. */
async function print(markdown: string, language: string): Promise<string> {
  const hyphenate = await loadHyphenation(language);
  const { tree } = makeHtml(parseMarkdown(markdown, 'x.md').body, {
    pictures: { has: () => false },
    abbreviations: {},
    regions: [],
    word: (key) => key,
    sections: 'section',
  });
  typeset(tree, hyphenate);
  return toHtml(tree).replaceAll('\u00ad', '|');
}

describe('hyphenation', () => {
  it('follows the language, three letters at least on either line', async () => {
    expect(await print('L’administration territoriale est là.', 'fr')).toBe(
      '<p>L’admi|nis|tra|tion ter|ri|to|riale est là.</p>',
    );
    expect(await print('Die Kinderrechtskonvention gilt.', 'de')).toContain('Kin|der|rechts|kon|ven');
    expect(await print('Իրավունքների պաշտպանության օրը։', 'hy')).toContain('|');
    expect(await print('უფლებათა ადმინისტრაციული დაცვა აქ.', 'ka')).toContain('|');
  });

  it('leaves short words, names, links, headings, other languages and last words whole', async () => {
    const text =
      '## Administration\n\nConstantinopolitaine, :lang[administration]{en}, [administration](https://example.org/), le maire, une administration.';
    expect(await print(text, 'fr')).not.toContain('|');
  });

  it('leaves English, Azerbaijani and Arabic as they are', async () => {
    for (const language of ['en', 'en-GB', 'az', 'ar']) expect(await loadHyphenation(language)).toBeNull();
  });
});

describe('quotation marks', () => {
  it('that open a quotation are marked to hang', async () => {
    const quote = (text: string): Promise<string> => print(`:::quote{by="A"}\n${text}\n:::`, 'fr');
    expect(await quote('«\u00a0Non.\u00a0»')).toContain('<p class="hang-wide">');
    expect(await quote('“No.”')).toContain('<p class="hang">');
    expect(await quote('Non.')).toContain('<p>Non.</p>');
  });
});
