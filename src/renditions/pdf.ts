// The PDF: the document to print, what it may load while it is, and what makes the print fit to publish.
import type { Nodes } from 'hast';
import { visit } from 'unist-util-visit';
import type { Finding } from '../finding.ts';
import { type Html, type Kit, renderTemplate } from './kit.ts';
import { sha256 } from './manifest.ts';
import { pagesOfAddresses } from './pdf/addresses.ts';
import { finishPdf } from './pdf/finish.ts';
import { type Edition, type Rendition, renditionFile, virtualOrigin, type Workshop } from './rendition.ts';
import { loadHyphenation, typeset } from './typeset.ts';

/** `<id>.pdf`. Pictures, fonts and brand files come from the virtual origin; anything else is refused and reported. */
export async function makePdf(edition: Edition, kit: Kit, workshop: Workshop): Promise<Rendition> {
  const { release, brand } = edition;
  const at = (id: string, href: string): string => (brand.url === null ? href : `${brand.url}/${id}/${href}`);
  const hyphenate = await loadHyphenation(release.language);
  const render = (pages: ReadonlyMap<string, number>): Html => {
    const markPassages = makePassageMarker();
    return renderTemplate(edition, kit, 'pdf', {
      hrefs: {
        image: (href) => `${virtualOrigin}/${href}`,
        file: (href) => at(release.id, href),
        page: (id) => at(id, ''),
      },
      fontHref: (name) => `${virtualOrigin}/fonts/${name}`,
      pages,
      finish: (tree) => {
        markPassages(tree);
        typeset(tree, hyphenate);
      },
    });
  };
  const serve = serveFrom(edition, workshop);
  const draft = render(new Map());
  // The contents of a press kit name pages, and only a first print tells them: Chromium has no target-counter().
  const { html, faces, view } =
    release.kind === 'press-kit'
      ? render(pagesOfAddresses((await workshop.print(draft.html, serve)).pdf))
      : draft;
  const { pdf, blocked } = await workshop.print(html, serve);
  const { bytes, findings } = await finishPdf(pdf, {
    title: release.title,
    language: release.language,
    author: view.brand.name,
    subject: view.summary,
    created: release.time?.instant ?? `${release.date}T00:00:00Z`,
    id: sha256(html),
    standard: workshop.pdfStandard,
    families: [...new Set(kit.faces.map(({ family }) => family))],
    sources: [
      {
        name: `${release.id}.md`,
        mediaType: 'text/markdown',
        bytes: Buffer.from(release.source),
        relationship: 'Source',
        description: 'Markdown source',
      },
      {
        name: `${release.id}.jsonld`,
        mediaType: 'application/ld+json',
        bytes: Buffer.from(view.jsonLd),
        relationship: 'Data',
        description: 'schema.org NewsArticle',
      },
    ],
    place: release.places.title ?? { file: release.file, line: 1, column: 1 },
  });
  return {
    files: new Map([[renditionFile('pdf', release.id), bytes]]),
    fonts: faces.map(({ name }) => name),
    findings: [...blocked.map((url) => blockedFinding(`${brand.folder}/pdf.hbs`, url)), ...findings],
  };
}

/** Answers what the document asks of the virtual origin: fonts, files of the brand, media of the release. */
function serveFrom(
  { brand, media }: Edition,
  workshop: Workshop,
): (path: string) => Promise<Uint8Array | undefined> {
  const paths = new Map([...media.values()].map(({ href, path }) => [href, path]));
  return async (path) => {
    if (path.startsWith('fonts/')) return workshop.readFont(path.slice('fonts/'.length));
    if (path.startsWith('brand/')) return brand.files.get(path.slice('brand/'.length))?.bytes;
    const file = paths.get(path);
    return file === undefined ? undefined : workshop.readMedia(file);
  };
}

/** Gives passages in another language the id that the contract of pdf/finish.ts asks of them. */
function makePassageMarker(): (tree: Nodes) => void {
  let count = 0;
  return (tree) => {
    visit(tree, 'element', ({ tagName, properties }) => {
      if (tagName === 'span' && typeof properties.lang === 'string') properties.id = `passage-${++count}`;
    });
  };
}

const blockedFinding = (file: string, url: string): Finding => ({
  rule: 'pdf/blocked',
  severity: 'warning',
  place: { file, line: 1, column: 1 },
  message: { fr: `Chargement refusé à l’impression : ${url}`, en: `Refused while printing: ${url}` },
  remedy: {
    fr: 'Mettez le fichier dans le dossier de la marque et appelez-le par `asset`.',
    en: 'Put the file in the brand folder and call it with `asset`.',
  },
});
