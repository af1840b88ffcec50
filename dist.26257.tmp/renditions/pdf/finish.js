/**
 * The same bytes for the same print and facts. A file with an `error` among its findings claims no standard.
 * Throws only for what Chromium cannot have printed, or a `created` that is no RFC 3339 date.
 */
export async function finishPdf(printed, facts) {
    const { conform } = await import('./conform.js');
    return conform(printed, facts);
}
