// What a picture in SVG may not hold: opened at its own address it is a document, which runs and loads like any other.

/** Scripts, event handlers, HTML, and whatever comes from elsewhere than the file itself (SVG 2, 2.1, secure static mode). */
const active =
  /<script|<foreignObject|\son[a-z]+\s*=|javascript:|@import|\b(?:href|src)\s*=\s*["'](?!#|data:image\/)[^"']*|url\(\s*["']?(?!#|data:)[^)\s"']+/i;

/** The first part of an SVG that would run or load something; undefined where there is none. */
export const activePart = (svg: string): string | undefined => active.exec(svg)?.[0].trim();
