// The HTML of a text, beside what the golden files of the samples show.
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/release/markdown.ts';
import { type HtmlOptions, renderHtml } from '../../src/renditions/html.ts';

const render = (markdown: string, more: Partial<HtmlOptions> = {}): string =>
  renderHtml(parseMarkdown(markdown, 'x.md').body, {
    image: () => null,
    abbreviations: {},
    regions: [],
    link: (href) => href,
    word: (key) => key,
    ...more,
  });

describe('the HTML of a text', () => {
  it('says raised and lowered figures with sup and sub, which every font has', () => {
    expect(render('3 t de CO₂, 10⁻³ m³')).toBe('<p>3 t de CO<sub>2</sub>, 10<sup>−3</sup> m³</p>');
  });

  it('gives no alt to a picture of which nothing is said: only `alt=""` says that it decorates', () => {
    const image: HtmlOptions['image'] = (src) => ({ src });
    expect(render('![](a.png)', { image })).toBe('<figure><img src="a.png"></figure>');
    expect(render('::image{src=a.png}', { image })).toBe('<figure><img src="a.png"></figure>');
    expect(render('::image{src=a.png alt=""}', { image })).toContain('<img src="a.png" alt="">');
    expect(render('![Une rampe](a.png)', { image })).toContain('<img src="a.png" alt="Une rampe">');
  });
});
