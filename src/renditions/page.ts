// The public web page: one HTML file, with its fonts, pictures and attachments beside it.
import { type Kit, renderTemplate } from './kit.ts';
import type { Edition, Rendition, Workshop } from './rendition.ts';

/** `index.html` and what it shows; the other languages are expected in the neighbouring folders. */
export async function makePage(edition: Edition, kit: Kit, workshop: Workshop): Promise<Rendition> {
  const { html, faces } = renderTemplate(edition, kit, 'page', {
    hrefs: { image: (href) => href, file: (href) => href, page: (id) => `../${id}/index.html` },
    fontHref: (name) => `assets/${name}`,
  });
  const files = new Map<string, Uint8Array | string>([['index.html', html]]);
  for (const { name } of faces) files.set(`assets/${name}`, await workshop.readFont(name));
  for (const path of kit.templates.page.assets) {
    const bytes = edition.brand.files.get(path)?.bytes;
    if (bytes) files.set(`assets/${path}`, bytes);
  }
  for (const { href, path } of edition.media.values()) files.set(href, await workshop.readMedia(path));
  return { files, fonts: faces.map(({ name }) => name), findings: [] };
}
