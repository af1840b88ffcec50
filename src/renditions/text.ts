// The plain text: the body and the boilerplate as text, put together by the brand's template.
import type { Root } from 'mdast';
import type { Kit } from './kit.ts';
import { listLinks, makeLinkList } from './links.ts';
import { photo } from './phrase.ts';
import { renderText } from './plaintext.ts';
import { type Edition, type Rendition, renditionFile } from './rendition.ts';
import { makeView } from './view.ts';
import { textWidth, wrap } from './wrap.ts';

/** `<id>.txt`, UTF-8. */
export async function makeText(edition: Edition, kit: Kit): Promise<Rendition> {
  const { release, brand, boilerplate, words, regions, media } = edition;
  const links = makeLinkList();
  const word = (key: string): string => words[key] ?? key;
  const image = (src: string): string | null => {
    const href = media.get(src)?.href;
    return href === undefined || brand.url === null ? null : own(href);
  };
  const toText = (body: Root, abbreviations: Readonly<Record<string, string>>): string =>
    renderText(body, {
      word,
      regions,
      links,
      link: (href) => own(href),
      image,
      language: release.language,
      abbreviations,
    });
  const at = (id: string, href: string): string => (brand.url === null ? href : `${brand.url}/${id}/${href}`);
  const own = (href: string): string => at(release.id, href);
  const body = toText(release.body, release.abbreviations);
  const { src = '', alt = '', caption = null, credit = null } = release.image ?? {};
  const picture = photo({ src, alt, caption: caption ?? '', credit: credit ?? '' }, { word, image, links });
  const rendered = {
    body: picture === '' ? body : `${body}\n\n${wrap(picture, textWidth).join('\n')}`,
    boilerplate: boilerplate && toText(boilerplate.body, {}),
    links: listLinks(links),
    contents: [],
  };
  const view = makeView(edition, rendered, { image: own, file: own, page: (id) => at(id, '') });
  return {
    files: new Map([[renditionFile('text', release.id), finish(kit.templates.text.render(view))]]),
    fonts: [],
    findings: [],
  };
}

/** A template need not count its blank lines: never more than one, none at the ends, and one final newline. */
const finish = (text: string): string => {
  const lines = text.replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n');
  return `${lines.replace(/^\n+|\n+$/g, '')}\n`;
};
