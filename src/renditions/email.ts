// The email: HTML that survives every client, CSS inlined, nothing loaded but pictures at their public address.
import { inline } from '@css-inline/css-inline';
import { type Kit, renderTemplate } from './kit.ts';
import type { Edition } from './rendition.ts';

/** `email.html` of an edition; links lead to the public address of its page, or are left relative where there is none. */
export function renderEmail(edition: Edition, kit: Kit): string {
  const { url } = edition.brand;
  const at = (id: string, href: string): string => (url === null ? href : `${url}/${id}/${href}`);
  const own = (href: string): string => at(edition.release.id, href);
  const { html } = renderTemplate(
    edition,
    kit,
    'email',
    { image: own, file: own, page: (id) => at(id, '') },
    (name) => name,
  );
  return inline(html, { keepStyleTags: true, loadRemoteStylesheets: false });
}
