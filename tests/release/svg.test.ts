// Pictures in SVG that are pictures, and those that are more.
import { expect, it } from 'vitest';
import { activePart } from '../../src/release/svg.ts';

const svg = (inside: string, attributes = ''): string =>
  `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${inside}</svg>`;

it.each([
  [svg('<script>alert(1)</script>'), '<script'],
  [svg('', ' onload="alert(1)"'), 'onload='],
  [svg('<image href="https://example.org/a.png"/>'), 'href="https://example.org/a.png'],
  [svg('<use xlink:href="other.svg#a"/>'), 'href="other.svg#a'],
  [svg('<a href="javascript:alert(1)"/>'), 'javascript:'],
  [svg('<foreignObject><p/></foreignObject>'), '<foreignObject'],
  [svg('<style>@import "a.css"</style>'), '@import'],
  [svg('<rect fill="url(https://example.org/a)"/>'), 'url(https://example.org/a'],
])('what runs or loads is found in %s', (text, part) => {
  expect(activePart(text)).toContain(part);
});

it('gradients, symbols of its own and pictures inside it are no fault', () => {
  const inside =
    '<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use xlink:href="#a"/><image href="data:image/png;base64,AA=="/>';
  expect(activePart(svg(inside, ' font-family="Arial" version="1.1"'))).toBe(undefined);
});
