// The email: HTML that survives every client, CSS inlined, nothing loaded but pictures at their public address.
import { renderTemplate } from './kit.js';
/** `email.html`; its links lead to the public address of the page, or stay relative where the brand has none. */
export async function makeEmail(edition, kit) {
    const { inline } = await import('@css-inline/css-inline');
    const { url } = edition.brand;
    const at = (id, href) => (url === null ? href : `${url}/${id}/${href}`);
    const own = (href) => at(edition.release.id, href);
    const { html } = renderTemplate(edition, kit, 'email', {
        hrefs: { image: own, file: own, page: (id) => at(id, '') },
        fontHref: (name) => name,
    });
    const inlined = inline(html, { keepStyleTags: true, loadRemoteStylesheets: false });
    return { files: new Map([['email.html', inlined]]), fonts: [], findings: [] };
}
