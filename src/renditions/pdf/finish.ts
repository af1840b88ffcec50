// Finishes what Chromium prints into one file that is PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3).
//
// What the template's HTML must do, because Chromium keeps it and nothing later can add it:
// - Print with `page.pdf({ tagged: true, outline: true, preferCSSPageSize: true })`, in a browser started with
//   `--font-render-hinting=none` (else letters stand on whole pixels).
// - `<html lang>` and `<title>`; text in `p`, `li`, `td`, headings, `figcaption`: never bare in a `div`. Not `dl`, which
//   leaves no trace: its terms and details become paragraphs.
// - A passage in another language needs an id: `<span lang="en" id="passage-1">`. Chromium drops a `span` that has none,
//   and its language with it. Blocks keep `lang` as it is.
// - Images have `alt`; a decorative one `alt=""`. Inline SVG: `role="img" aria-label`, or `aria-hidden="true"`.
// - Tables: `th` in `thead`, `scope="row"` for row headers, `caption`. Spanning cells are kept; a row with an empty cell
//   in a table that has some holds a no-break space, since Chromium leaves empty cells out.
// - Link texts say where they lead by themselves: `aria-label` is lost.
// - Words are divided by soft hyphens, put in at build time: the headless shell has no dictionaries for `hyphens: auto`.
// - `@page` margin boxes name their font (`font: 9pt "Source Sans 3"`), since they inherit none from `body`, and that face
//   is loaded before printing: margin boxes do not wait for it, and a font of the machine would take its place. Either
//   `document.fonts.load('9pt "Source Sans 3"', text)`, or the same face on visible or `visibility: hidden` text of the
//   page. What is `position: fixed` is read again on each page.
// - Every face that is used (weight, italic) has its own `@font-face`: a synthetic bold becomes a Type 3 font.
// - No `mask` (text is drawn twice: an error), no `filter`, `text-shadow` or `-webkit-text-stroke` on text (it becomes a
//   picture, or is read twice), no text in `content:` but decoration (it is read by nobody).
import type { FinishedPdf, PdfFacts } from './facts.ts';

export type { FinishedPdf, PdfFacts } from './facts.ts';

/**
 * The same bytes for the same print and facts. A file with an `error` among its findings claims no standard.
 * Throws only for what Chromium cannot have printed, or a `created` that is no RFC 3339 date.
 */
export async function finishPdf(printed: Uint8Array, facts: PdfFacts): Promise<FinishedPdf> {
  const { conform } = await import('./conform.ts');
  return conform(printed, facts);
}
