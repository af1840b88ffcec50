// Finishes what Chromium prints into one file that is PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3).
//
// What the template's HTML must do, because Chromium keeps it and nothing later can add it:
// - Print with `page.pdf({ tagged: true, outline: true, preferCSSPageSize: true })`, in a browser started with
//   `--font-render-hinting=none` (else letters stand on whole pixels).
// - `<html lang>` and `<title>`; one `h1`; text in `p`, `li`, `td`, headings, `figcaption`: never bare in a `div`.
// - A passage in another language needs an id: `<span lang="en" id="passage-1">`. Chromium drops a `span` that has none,
//   and its language with it. Blocks keep `lang` as it is.
// - An abbreviation carries its expansion in `lang`, by `abbreviationLanguage` of passages.ts, and an id too:
//   `<abbr id="abbr-1" lang="fr-x-abbr-4f7267">ONU</abbr>`.
// - Images have `alt`; a decorative one `alt=""`. Inline SVG: `role="img" aria-label`, or `aria-hidden="true"`.
// - Tables: `th` in `thead`, `scope="row"` for row headers, `caption`.
// - `@page` margin boxes name their font (`font: 9pt "Source Sans 3"`): they do not inherit it from `body`, and a
//   family of the system would take its place.
// - Every face that is used (weight, italic) has its own `@font-face`: a synthetic bold becomes a Type 3 font.
import type { FinishedPdf, PdfFacts } from './facts.ts';

/**
 * The same bytes for the same print and facts. A file with an `error` among its findings claims no standard.
 * Throws only for what Chromium cannot have printed, or a `created` that is no RFC 3339 date.
 */
export async function finishPdf(printed: Uint8Array, facts: PdfFacts): Promise<FinishedPdf> {
  const { conform } = await import('./conform.ts');
  return conform(printed, facts);
}
