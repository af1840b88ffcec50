// The plain text, made from the Markdown tree.
import { toString as textOf } from 'mdast-util-to-string';
import type { Kit } from './kit.ts';
import { type Edition, type Rendition, renditionFile } from './rendition.ts';
import { makeView } from './view.ts';

/** `<id>.txt`. */
export async function makeText(edition: Edition, kit: Kit): Promise<Rendition> {
  const { release, boilerplate } = edition;
  const href = (path: string): string => path;
  const rendered = {
    body: release.body.children.map((node) => textOf(node)).join('\n\n'),
    boilerplate: boilerplate?.body.children.map((node) => textOf(node)).join('\n\n'),
    links: [],
  };
  const text = kit.templates.text.render(
    makeView(edition, rendered, { image: href, file: href, page: href }),
  );
  return { files: new Map([[renditionFile('text', release.id), text]]), fonts: [], findings: [] };
}
