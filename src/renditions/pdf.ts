// The PDF: the document to print, what it may load while it is, and what is done to the print.
import type { Finding } from '../finding.ts';
import { type Kit, renderTemplate } from './kit.ts';
import { type Edition, type Rendition, renditionFile, virtualOrigin, type Workshop } from './rendition.ts';

/** `<id>.pdf`. Pictures, fonts and brand files come from the virtual origin; anything else is refused and reported. */
export async function makePdf(edition: Edition, kit: Kit, workshop: Workshop): Promise<Rendition> {
  const { release, brand } = edition;
  const at = (id: string, href: string): string => (brand.url === null ? href : `${brand.url}/${id}/${href}`);
  const { html, faces } = renderTemplate(
    edition,
    kit,
    'pdf',
    {
      image: (href) => `${virtualOrigin}/${href}`,
      file: (href) => at(release.id, href),
      page: (id) => at(id, ''),
    },
    (name) => `${virtualOrigin}/fonts/${name}`,
  );
  const media = new Map([...edition.media.values()].map(({ href, path }) => [href, path]));
  const serve = async (path: string): Promise<Uint8Array | undefined> => {
    if (path.startsWith('fonts/')) return workshop.readFont(path.slice('fonts/'.length));
    if (path.startsWith('brand/')) return brand.files.get(path.slice('brand/'.length))?.bytes;
    const file = media.get(path);
    return file === undefined ? undefined : workshop.readMedia(file);
  };
  const { pdf, blocked } = await workshop.print(html, serve);
  return {
    files: new Map([[renditionFile('pdf', release.id), pdf]]),
    fonts: faces.map(({ name }) => name),
    findings: blocked.map((url) => blockedFinding(`${brand.folder}/pdf.hbs`, url)),
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
