// The images and attachments a release names, where it names them.
import type { Nodes } from 'mdast';
import type { LeafDirective } from 'mdast-util-directive';
import type { Place } from '../finding.ts';
import { eachNode, placeOf } from './nodes.ts';
import type { Release } from './release.ts';

export interface MediaReference {
  /** As written, relative to the release's folder. */
  readonly written: string;
  /** Relative to the workspace, with `/`; starts with `../` when it leaves it. */
  readonly path: string;
  readonly place: Place;
  readonly kind: 'image' | 'attachment';
}

/** Every local file of a release, in order: frontmatter image, body images, attachments. */
export function mediaOf(
  release: Pick<Release, 'file' | 'image' | 'attachments' | 'body' | 'places'>,
): MediaReference[] {
  const at = (key: string): Place => release.places[key] ?? { file: release.file, line: 1, column: 1 };
  const written: { src: string; place: Place; kind: MediaReference['kind'] }[] = [];
  if (release.image) written.push({ src: release.image.src, place: at('image.src'), kind: 'image' });
  eachNode(release.body, (node) => {
    const src = imageSource(node);
    if (src) written.push({ src, place: placeOf(node, release.file), kind: 'image' });
  });
  release.attachments.forEach(({ src }, index) => {
    written.push({ src, place: at(`attachments.${index}.src`), kind: 'attachment' });
  });
  return written.map(({ src, place, kind }) => ({
    written: src,
    path: resolveMedia(release.file, src),
    place,
    kind,
  }));
}

/** The file an image node shows: `![alt](src)` or `::image{src=…}`. */
const imageSource = (node: Nodes): string | undefined => {
  if (node.type === 'image') return node.url;
  return node.type === 'leafDirective' && node.name === 'image'
    ? ((node as LeafDirective).attributes?.src ?? undefined)
    : undefined;
};

/** A path written in `file` → a path from the workspace, `..` resolved, never below `../`. */
function resolveMedia(file: string, src: string): string {
  const parts = file.split('/').slice(0, -1);
  let above = 0;
  for (const part of decodePath(src).split(/[\\/]/)) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) above++;
  }
  return '../'.repeat(above) + parts.join('/');
}

function decodePath(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}
