// The email: HTML that survives every client, CSS inlined, nothing loaded but pictures at their public address.
import { type Kit, renderTemplate } from './kit.ts';
import type { Edition, Rendition } from './rendition.ts';

/** `email.html`; its links lead to the public address of the page, or stay relative where the brand has none. */
export async function makeEmail(edition: Edition, kit: Kit): Promise<Rendition> {
  const { inline } = await import('@css-inline/css-inline');
  const { url } = edition.brand;
  const at = (id: string, href: string): string => (url === null ? href : `${url}/${id}/${href}`);
  const own = (href: string): string => at(edition.release.id, href);
  const { html } = renderTemplate(edition, kit, 'email', {
    hrefs: { image: own, file: own, page: (id) => at(id, '') },
    fontHref: (name) => name,
  });
  const inlined = inline(html, { keepStyleTags: true, loadRemoteStylesheets: false });
  return { files: new Map([['email.html', inlined]]), fonts: [], findings: [] };
}
