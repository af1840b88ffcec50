// How long the passes take beside the print they finish: ratios of one run, `node tests/bench/pdf.ts`.
// The best of many rounds is compared, since it holds least of what else the machine does.
import { finishPdf } from '../../src/renditions/pdf/finish.ts';
import { factsOf, lengthen, openSample, printPage, withBrowser } from '../printing.ts';

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

await withBrowser(async (browser) => {
  const page = await browser.newPage();
  const all = { print: 0, finish: 0 };
  for (const [sample, times] of samples) {
    await openSample(page, sample);
    await lengthen(page, times);
    const facts = await factsOf(page);
    const prints: number[] = [];
    const finishes: number[] = [];
    let pages = 0;
    for (let i = 0; i < rounds; i++) {
      const [printed, print] = await timed(() => printPage(page));
      const [finished, finish] = await timed(() => finishPdf(printed, facts));
      prints.push(print);
      finishes.push(finish);
      pages = finished.pages;
    }
    const [print, finish] = [Math.min(...prints), Math.min(...finishes)];
    all.print += print;
    all.finish += finish;
    console.log(
      `${sample}, ${pages} page(s): finish / print = ${(finish / print).toFixed(2)} (first time ${((finishes[0] ?? 0) / (prints[0] ?? 1)).toFixed(2)})`,
    );
  }
  console.log(`all passes / Chromium's print: ${(all.finish / all.print).toFixed(2)} (target 0.25)`);
});
