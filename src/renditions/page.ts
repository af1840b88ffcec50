// The public web page: one HTML file, its fonts and pictures beside it.
import { type Html, type Kit, renderTemplate } from './kit.ts';
import type { Edition } from './rendition.ts';

/** `index.html` of an edition; fonts are expected in `assets/`, the other languages in the neighbouring folders. */
export const renderPage = (edition: Edition, kit: Kit): Html =>
  renderTemplate(
    edition,
    kit,
    'page',
    { image: (href) => href, file: (href) => href, page: (id) => `../${id}/index.html` },
    (name) => `assets/${name}`,
  );
