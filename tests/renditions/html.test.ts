// The HTML of a text, beside what the golden files of the samples show.
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/release/markdown.ts';
import { type HtmlAddresses, type HtmlText, makeHtml, writeHtml } from '../../src/renditions/html.ts';

const make = (markdown: string): HtmlText =>
  makeHtml(parseMarkdown(markdown, 'x.md').body, {
    pictures: { has: (src) => src === 'a.png' },
    abbreviations: {},
    regions: [],
    word: (key) => key,
    sections: 'section',
  });

const own: HtmlAddresses = { image: (src) => ({ src }), link: (href) => href };
const render = (markdown: string): string => writeHtml(make(markdown), own);

describe('the HTML of a text', () => {
  it('is written for each rendition with its own addresses and changes, and stays as it was', () => {
    const text = make('![Une rampe](a.png)\n\n[Le plan](plan.pdf), [le site](https://example.org/)');
    const away: HtmlAddresses = {
      image: (src) => ({ src: `https://example.org/x/${src}`, width: 20, height: 10 }),
      link: (href) => `https://example.org/x/${href}`,
      finish: (tree) => void tree.children.pop(),
    };
    const before = writeHtml(text, own);
    expect(writeHtml(text, { ...away, finish: () => undefined })).toBe(
      '<figure><img src="https://example.org/x/a.png" width="20" height="10" alt="Une rampe"></figure>\n' +
        '<p><a href="https://example.org/x/plan.pdf">Le plan</a>, <a href="https://example.org/">le site</a></p>',
    );
    expect(writeHtml(text, away)).not.toContain('plan');
    expect(writeHtml(text, own)).toBe(before);
  });

  it('leaves out a picture that is not there', () => {
    expect(render('![Une rampe](b.png)')).toBe('');
  });

  it('says raised and lowered figures with sup and sub, which every font has', () => {
    expect(render('3 t de CO₂, 10⁻³ m³')).toBe('<p>3 t de CO<sub>2</sub>, 10<sup>−3</sup> m³</p>');
  });

  it('gives no alt to a picture of which nothing is said: only `alt=""` says that it decorates', () => {
    expect(render('![](a.png)')).toBe('<figure><img src="a.png"></figure>');
    expect(render('::image{src=a.png}')).toBe('<figure><img src="a.png"></figure>');
    expect(render('::image{src=a.png alt=""}')).toContain('<img src="a.png" alt="">');
    expect(render('![Une rampe](a.png)')).toContain('<img src="a.png" alt="Une rampe">');
  });
});
