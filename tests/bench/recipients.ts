// Reads press lists of growing size, each in a process of its own: `node tests/bench/recipients.ts`.
// Tells ratios to csv-parse alone in the same run, and the memory that each size takes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { mergeLists } from '../../src/recipients/merge.ts';
import { makeMeanings, parseList } from '../../src/recipients/parse.ts';
import { makeChooser } from '../../src/recipients/select.ts';
import { parseWhere } from '../../src/recipients/where.ts';

const regions = ['Bretagne', 'Finistère', '75011', 'FR-PDL', 'La Réunion', 'Corse', 'Occitanie', 'Espagne'];
const header =
  'courriel;prénom;nom;média;type de média;fonction;langue;région;thèmes;embargo;source;informé le;code';

/** One line in fifty repeats an earlier address, in another case. */
function makeList(count: number): string {
  const lines = Array.from({ length: count }, (_, index) => {
    const repeats = index % 50 === 49;
    const number = repeats ? index - 7 : index;
    const address = `${repeats ? 'Camille' : 'camille'}.martin${number}@redaction${number % 997}.example.org`;
    const outlet = `"Le Courrier de l’Ouest ${number % 2500}";presse régionale;journaliste`;
    const rest = `logement, santé;${index % 5 ? 'non' : 'oui'};annuaire;2024-05-01;C-${index}`;
    return `${address};Camille;Martin${number};${outlet};${index % 9 ? 'français' : 'en'};${regions[index % 8]};${rest}`;
  });
  return `${header}\n${lines.join('\n')}\n`;
}

async function measure(file: string): Promise<string> {
  const bytes = readFileSync(file);
  const meanings = makeMeanings();
  const start = performance.now();
  const list = await parseList('bench.csv', bytes, meanings);
  const parsed = performance.now();
  const merged = mergeLists([list]);
  const joined = performance.now();
  const where = parseWhere('region=FR-BRE,FR-PDL language=fr topics~logement', {
    meanings,
    defaults: { language: 'fr', region: 'FR' },
    kept: list.kept,
  });
  const choice = { where, isExcluded: () => false, only: null, limit: null, isSuppressed: () => false };
  const fateOf = makeChooser(choice, meanings);
  const chosen = merged.recipients.filter((recipient) => fateOf(recipient) === 'chosen');
  const selected = performance.now();
  const peak = process.resourceUsage().maxRSS / 1000;
  parse(bytes, { delimiter: ';', relax_column_count: true, on_record: () => null });
  const alone = performance.now() - selected;
  return [
    `${list.rows} lines, ${(bytes.length / 1e6).toFixed(1)} MB`,
    `parse ${(parsed - start).toFixed(0)} ms, ${((parsed - start) / alone).toFixed(1)} × csv-parse alone`,
    `merge ${(joined - parsed).toFixed(0)} ms, ${merged.duplicates} duplicates`,
    `where ${(selected - joined).toFixed(0)} ms, ${chosen.length} chosen`,
    `peak ${peak.toFixed(0)} MB`,
  ].join(' · ');
}

const [, , asked] = process.argv;
if (asked !== undefined) {
  console.log(await measure(asked));
} else {
  const folder = mkdtempSync(join(tmpdir(), 'release-bench-'));
  for (const count of [1000, 10_000, 100_000, 200_000]) {
    const file = join(folder, `${count}.csv`);
    writeFileSync(file, makeList(count));
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), file], { stdio: 'inherit' });
  }
  rmSync(folder, { recursive: true });
}
