// The HTML of a text, beside what the golden files of the samples show.
import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../src/brand/words.ts';
import { parseMarkdown } from '../../src/release/markdown.ts';
import { type HtmlAddresses, type HtmlText, makeHtml, writeHtml } from '../../src/renditions/html.ts';

const make = (markdown: string, language = 'en'): HtmlText => {
  const { body, abbreviations } = parseMarkdown(markdown, 'x.md');
  const words = wordsIn(language);
  return makeHtml(body, {
    pictures: { has: (src) => src === 'a.png' },
    abbreviations,
    regions: [],
    word: (key) => words[key] ?? key,
    sections: 'section',
  });
};

const own: HtmlAddresses = { image: (src) => ({ src }), link: (href) => href };
const render = (markdown: string, language?: string): string => writeHtml(make(markdown, language), own);

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

  it('sets a credit apart from its caption, which ends as a sentence does', () => {
    const shown = (attributes: string, language?: string): string =>
      render(`::image{src=a.png alt="" ${attributes}}`, language).replace(
        /.*<figcaption>(.*)<\/figcaption>.*/,
        '$1',
      );
    expect(shown('caption="La salle." credit="Ada Lopez"', 'fr')).toBe(
      'La salle. <small class="credit">Photo : Ada Lopez</small>',
    );
    expect(shown('caption="The hall" credit="Ada Lopez"')).toBe(
      'The hall. <small class="credit">Photo: Ada Lopez</small>',
    );
    expect(shown('caption="Դահլիճը" credit="Ada Lopez"', 'hy')).toContain('Դահլիճը։ <small');
    expect(shown('caption="« Et après ? »" credit="© Agence"', 'fr')).toBe(
      '« Et après ? » <small class="credit">© Agence</small>',
    );
    expect(shown('credit="Drawing: Ada Lopez"')).toBe('<small class="credit">Drawing: Ada Lopez</small>');
    expect(shown('caption="The hall"')).toBe('The hall');
  });

  it('explains an abbreviation at its first use, not in a title, and not where the text does it', () => {
    const defined = '\n\n*[RGAA]: Référentiel général';
    expect(render(`## Le RGAA\n\nLe \`RGAA\`, le **RGAA** et le RGAA.${defined}`)).toContain(
      '<p>Le <code>RGAA</code>, le <strong>RGAA (Référentiel général)</strong> et le RGAA.</p>',
    );
    expect(render(`## Le RGAA${defined}`)).toContain('>Le RGAA</h2>');
    expect(render(`Le Référentiel général (RGAA).${defined}`)).toBe('<p>Le Référentiel général (RGAA).</p>');
    expect(render(`Le RGAA : le Référentiel général.${defined}`)).not.toContain('RGAA (');
  });

  it('explains an abbreviation that the text explains only later, and puts no brackets into brackets', () => {
    const defined = '\n\n*[RGAA]: Référentiel général';
    expect(render(`Le RGAA compte 106 critères. Le Référentiel général évolue.${defined}`)).toContain(
      'Le RGAA (Référentiel général) compte',
    );
    expect(render(`Ses critères (RGAA), et le RGAA.${defined}`)).toBe(
      '<p>Ses critères (RGAA), et le RGAA (Référentiel général).</p>',
    );
  });

  it('puts every table in a figure, which scrolls on a narrow screen', () => {
    const table = '| a |\n| - |\n| 1 |';
    expect(render(table)).toMatch(/^<figure class="table"><table>.*<\/table><\/figure>$/s);
    expect(render(`:::table{caption="c"}\n${table}\n\n:::`).match(/<figure/g)).toHaveLength(1);
  });

  it('strikes out between two tildes only: one means about', () => {
    expect(render('À ~3 km ou ~4 km, ~~non~~.')).toBe('<p>À ~3 km ou ~4 km, <del>non</del>.</p>');
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
