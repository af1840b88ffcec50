// Reads press lists of growing size: `node tests/bench/recipients.ts`. Ratios to csv-parse alone, and memory by size.
import { setImmediate } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { mergeLists } from '../../src/recipients/merge.ts';
import { makeMeanings, parseList } from '../../src/recipients/parse.ts';
import { selectRecipients } from '../../src/recipients/select.ts';
import { parseWhere } from '../../src/recipients/where.ts';

const regions = ['Bretagne', 'Finistère', '75011', 'FR-PDL', 'La Réunion', 'Corse', 'Occitanie', 'Espagne'];
const header =
  'courriel;prénom;nom;média;type de média;fonction;langue;région;thèmes;embargo;source;informé le;code';

/** One line in fifty repeats an earlier address, in another case. */
function makeList(count: number): Buffer {
  const lines = Array.from({ length: count }, (_, index) => {
    const repeats = index % 50 === 49;
    const number = repeats ? index - 7 : index;
    const address = `${repeats ? 'Camille' : 'camille'}.martin${number}@redaction${number % 997}.example.org`;
    return `${address};Camille;Martin${number};"Le Courrier de l’Ouest ${number % 2500}";presse régionale;journaliste;${index % 9 ? 'français' : 'en'};${regions[index % 8]};logement, santé;${index % 5 ? 'non' : 'oui'};annuaire;2024-05-01;C-${index}`;
  });
  return Buffer.from(`${header}\n${lines.join('\n')}\n`);
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

async function measure(count: number): Promise<void> {
  const bytes = makeList(count);
  global.gc?.();
  await setImmediate();
  const before = process.memoryUsage();
  const start = performance.now();
  parse(bytes, { delimiter: ';', relax_column_count: true, on_record: () => null });
  const alone = performance.now() - start;

  const meanings = makeMeanings();
  const begun = performance.now();
  const list = await parseList('bench.csv', bytes, meanings);
  const parsed = performance.now();
  const merged = mergeLists([list]);
  const joined = performance.now();
  const where = parseWhere('region=FR-BRE,FR-PDL language=fr topics~logement', meanings);
  const { chosen } = selectRecipients(
    merged.recipients,
    { where, excluded: new Set(), only: null, limit: null, isSuppressed: () => false },
    meanings,
  );
  const selected = performance.now();
  const peak = process.resourceUsage().maxRSS / 1000;
  global.gc?.();
  const after = process.memoryUsage();
  console.log(
    [
      `${count} lines, ${megabytes(bytes.length)} MB: csv-parse alone ${alone.toFixed(0)} ms`,
      `parse ${(parsed - begun).toFixed(0)} ms (×${((parsed - begun) / alone).toFixed(1)})`,
      `merge ${(joined - parsed).toFixed(0)} ms, ${merged.duplicates} duplicates`,
      `where ${(selected - joined).toFixed(0)} ms, ${chosen.length} chosen`,
      `held ${megabytes(after.heapUsed - before.heapUsed)} MB, peak ${Math.round(peak)} MB`,
    ].join(' · '),
  );
}

for (const count of [1000, 10_000, 100_000, 200_000]) await measure(count);
