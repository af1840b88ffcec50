// Every feature of HTML and CSS that the emails use, against what caniemail.com knows of the clients journalists read in.
import { expect, test } from 'vitest';
import { featuresOf, gapsOf } from './caniemail.ts';
import { brands, languages, sampleEmail } from './emails.ts';

/** A feature that some client lacks or has in part, and why the email is whole there too. */
const fallbacks: Readonly<Record<string, string>> = {
  'css-at-media-prefers-color-scheme':
    'Light colours are written out; a client that inverts finds both sides set.',
  'css-background-color': 'Only rare colour keywords are lost; ours are hexadecimal.',
  'css-border': 'Borders are under 8 px and stand on table cells.',
  'css-color-scheme': 'Says what the colours already do.',
  'css-direction': 'Gmail on the mobile web sets it by the text, to the same effect.',
  'css-display':
    'Only none and inline-block are used; a button that is not inline-block is a link on a coloured ground.',
  'css-display-none': 'A preheader that shows is the summary of the release.',
  'css-font-size': 'Sizes are in pixels.',
  'css-font-weight': 'Only bold and normal are used.',
  'css-height': 'Only `auto` on pictures, whose attributes give their size.',
  'css-line-height': 'Taken as a least height; lines stand a little further apart.',
  'css-margin': 'Never negative; where `auto` is lost, a table of fixed width for Word centres the column.',
  'css-max-height': 'Only on the preheader, which is not displayed anyway.',
  'css-max-width': 'A table of 600 pixels for Word; pictures carry a width that fits.',
  'css-overflow': 'Only on the preheader, which is not displayed anyway.',
  'css-padding': 'Stands on table cells; elsewhere only air is lost.',
  'css-table-layout': 'Word and Outlook for Mac give columns a fixed width anyway.',
  'css-text-align': 'Only left, right and center are used.',
  'css-text-decoration': 'One value at a time; a button that is underlined is still a button.',
  'css-text-wrap': 'A last word stands alone under a title.',
  'css-white-space': 'Code loses its line breaks; releases hold none but by exception.',
  'css-word-wrap': 'Gmail breaks long words by itself; in Outlook a long address makes the column wider.',
  'html-align': 'Only center, and margins do the same where it is lost.',
  'html-aria-label': 'The title it repeats is the main heading.',
  'html-body': 'Its style is repeated on the first block inside.',
  'html-code': 'Shown in the face of the text.',
  'html-dir': 'CSS says the direction as well; numbers in their own span lose only their order of groups.',
  'html-height': 'Heights of pictures are in pixels.',
  'html-lang': 'Nothing can replace it; the text is in one language but for marked passages.',
  'html-lists': 'Neither `reversed` nor `value` is used.',
  'html-mailto-links': 'Without cc and bcc; the address is the text of the link.',
  'html-meta-color-scheme': 'Says what the colours already do.',
  'html-role': 'Layout tables have one column, so they read in order as tables too.',
  'html-style': 'Everything but dark colours and the sizes of narrow screens is written into the tags.',
  'html-width': 'Widths of pictures are in pixels and scaled with the text in Word by `PixelsPerInch`.',
};

/** Features that caniemail.com has no page for, so basic or so particular to Word that nothing else reads them. */
const untested = [
  ...['color', 'font-family', 'font-style', 'mso-hide', 'mso-padding-alt'].map((name) => `css-${name}`),
  ...['a', 'br', 'cite', 'em', 'head', 'html', 'meta', 'sup', 'title'].map((name) => `html-${name}`),
  ...['alt', 'aria-roledescription', 'border', 'class', 'href', 'hreflang', 'scope'].map(
    (name) => `html-${name}`,
  ),
];

test('each feature works in every client, or has a stated fallback', async () => {
  const used = new Set<string>();
  for (const brand of brands) {
    for (const language of languages) {
      for (const feature of featuresOf((await sampleEmail(brand, language)).html)) used.add(feature);
    }
  }
  const { gaps, unknown } = gapsOf(used);
  const unexplained = gaps.filter(({ feature }) => !(feature in fallbacks));
  expect(unexplained).toEqual([]);
  expect(Object.keys(fallbacks).filter((name) => !gaps.some(({ feature }) => feature === name))).toEqual([]);
  expect(unknown.filter((name) => !untested.includes(name))).toEqual([]);
});
