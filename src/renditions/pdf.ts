// The PDF: the document to print, and what it may load while it is.
import { type Html, type Kit, renderTemplate, virtualOrigin } from './kit.ts';
import type { Edition } from './rendition.ts';

/** The HTML that Chromium prints; pictures, fonts and brand files are asked of the virtual origin. */
export function renderPrintHtml(edition: Edition, kit: Kit): Html {
  const { url } = edition.brand;
  const at = (id: string, href: string): string => (url === null ? href : `${url}/${id}/${href}`);
  return renderTemplate(
    edition,
    kit,
    'pdf',
    {
      image: (href) => `${virtualOrigin}/${href}`,
      file: (href) => at(edition.release.id, href),
      page: (id) => at(id, ''),
    },
    (name) => `${virtualOrigin}/fonts/${name}`,
  );
}
