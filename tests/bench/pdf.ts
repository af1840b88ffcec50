// How long the passes take beside the print they finish: ratios of one run, `node tests/bench/pdf.ts`. A print is what
// Chromium does from HTML to PDF, its fonts loaded once; beside it, its last step alone, on a page already laid out.
// The best of many rounds is compared, since it holds least of what else the machine does. Prints come first and passes
// then: what the browser still does after a print is no work of the passes.
import { finishPdf } from '../../src/renditions/pdf/finish.ts';
import { factsOf, lengthen, loadFonts, openSample, printPage, withBrowser } from '../printing.ts';

const rounds = 60;
const samples = [
  ['en', 1],
  ['fr', 1],
  ['ar', 1],
  ['fr', 3],
  ['fr', 10],
  ['tables', 1],
] as const;

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}

/** The shortest of many rounds, in milliseconds. */
async function best(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rounds; i++) least = Math.min(least, (await timed(work))[1]);
  return least;
}

const share = (finish: number, print: number): string => (finish / print).toFixed(2);

await withBrowser(async (browser) => {
  const page = await browser.newPage();
  const all = { print: 0, last: 0, finish: 0 };
  for (const [sample, times] of samples) {
    await openSample(page, sample);
    await lengthen(page, times);
    const facts = await factsOf(page);
    const html = await page.content();
    const printed = await printPage(page);
    const [{ pages }, first] = await timed(() => finishPdf(printed, facts));
    const last = await best(() => printPage(page));
    const print = await best(async () => {
      await page.setContent(html);
      await loadFonts(page);
      await printPage(page);
    });
    const finish = await best(() => finishPdf(printed, facts));
    all.print += print;
    all.last += last;
    all.finish += finish;
    console.log(
      `${sample}, ${pages} page(s): passes / print = ${share(finish, print)} (first time ${share(first, print)}); / its last step ${share(finish, last)}`,
    );
  }
  console.log(
    `all passes / Chromium's print, from HTML to PDF: ${share(all.finish, all.print)} (target 0.25)`,
  );
  console.log(`all passes / its last step, the page laid out already: ${share(all.finish, all.last)}`);
});
