// The plain text: the body and the boilerplate as text, put together by the brand's template.
import type { Root } from 'mdast';
import type { Kit } from './kit.ts';
import { listLinks, makeLinkList } from './links.ts';
import { renderText } from './plaintext.ts';
import { type Edition, type Rendition, renditionFile } from './rendition.ts';
import { makeView } from './view.ts';

/** `<id>.txt`, UTF-8. */
export async function makeText(edition: Edition, kit: Kit): Promise<Rendition> {
  const { release, brand, boilerplate, words, regions } = edition;
  const links = makeLinkList();
  const toText = (body: Root, abbreviations: Readonly<Record<string, string>>): string =>
    renderText(body, {
      word: (key) => words[key] ?? key,
      regions,
      links,
      language: release.language,
      abbreviations,
    });
  const at = (id: string, href: string): string => (brand.url === null ? href : `${brand.url}/${id}/${href}`);
  const own = (href: string): string => at(release.id, href);
  const rendered = {
    body: toText(release.body, release.abbreviations),
    boilerplate: boilerplate && toText(boilerplate.body, {}),
    links: listLinks(links).split('\n'),
  };
  const view = makeView(edition, rendered, { image: own, file: own, page: (id) => at(id, '') });
  return {
    files: new Map([[renditionFile('text', release.id), kit.templates.text.render(view)]]),
    fonts: [],
    findings: [],
  };
}
