// The email: HTML that survives every client, CSS inlined, nothing loaded but pictures at their public address.
import type { Finding } from '../finding.ts';
import { directionOf } from './direction.ts';
import { fitForMail } from './emailtree.ts';
import { type Kit, renderTemplate } from './kit.ts';
import type { Edition, Rendition } from './rendition.ts';

/** Pixels: the text column is 600 wide, less its paddings; what is higher fills the screen. Outlook heeds no `max-width`. */
const pictures = { width: 552, height: 600 };

/** Gmail clips a message near 102 kB; what a sender adds for each recipient must fit below that too. */
const size = { warning: 80_000, error: 100_000 };

/** `email.html`; its links lead to the public address of the page, or stay relative where the brand has none. */
export async function makeEmail(edition: Edition, kit: Kit): Promise<Rendition> {
  const { inline } = await import('@css-inline/css-inline');
  const { url } = edition.brand;
  const at = (id: string, href: string): string => (url === null ? href : `${url}/${id}/${href}`);
  const own = (href: string): string => at(edition.release.id, href);
  const direction = directionOf(edition.release.language);
  const { html } = renderTemplate(edition, kit, 'email', {
    hrefs: { image: own, file: own, page: (id) => at(id, '') },
    fontHref: (name) => name,
    pictures,
    finish: (tree) => fitForMail(tree, direction),
  });
  const inlined = withoutNotes(inline(html, { loadRemoteStylesheets: false }));
  return {
    files: new Map([['email.html', inlined]]),
    fonts: [],
    findings: sizeFindings(Buffer.byteLength(inlined), edition.release.file),
  };
}

/** Some clients drop a style element at its first comment; the mark that keeps it has done its work. */
const withoutNotes = (html: string): string =>
  html.replace(/<style data-css-inline="keep">([\s\S]*?)<\/style>/g, (_whole, css: string) => {
    return `<style>${css.replace(/\/\*[\s\S]*?\*\//g, '').trim()}</style>`;
  });

/** `bytes` of UTF-8, before transfer encoding. */
export function sizeFindings(bytes: number, file: string): Finding[] {
  if (bytes < size.warning) return [];
  const kilobytes = Math.ceil(bytes / 1000);
  return [
    {
      rule: 'email/size',
      severity: bytes < size.error ? 'warning' : 'error',
      place: { file, line: 1, column: 1 },
      message: {
        fr: `Courriel de ${kilobytes}\u00a0ko\u00a0: Gmail coupe les messages vers 100\u00a0ko`,
        en: `Email of ${kilobytes} kB: Gmail clips messages near 100 kB`,
      },
      remedy: {
        fr: 'Raccourcissez le texte, ou mettez les longs tableaux en pièce à télécharger (`attachments`).',
        en: 'Shorten the text, or offer long tables for download (`attachments`).',
      },
    },
  ];
}
