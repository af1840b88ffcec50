// Where pages of the PDF end: short blocks stay whole, long ones break, and no page is left with much room below.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/renditions/browser-find.ts';
import { readPages } from '../pdf-pages.ts';
import { verifyPdf } from '../verapdf.ts';
import { runRelease } from '../workspace.ts';

const home = join(import.meta.dirname, '../..');
const fixtures = join(home, 'tests/fixtures/brands/releases');
const brands = readdirSync(join(home, 'templates'));
const skipped = findBrowser(process.env) === undefined ? ' (skipped: no Chromium found)' : '';

/** Points of white below the lowest line that both brands have as margin. */
const margin = 37;
/** Of the height of the page: the room that a picture desk takes for a mistake. */
const mostEmpty = 1 / 8;

describe.skipIf(skipped !== '')(`the pages of a PDF${skipped}`, () => {
  let root = '';
  const built = (brand: string, id: string): string => join(root, brand, id, `${id}.pdf`);
  const read = (brand: string, id: string) => readPages(new Uint8Array(readFileSync(built(brand, id))));

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'release-page-breaks-'));
    cpSync(join(home, 'templates'), join(root, 'templates'), { recursive: true });
    cpSync(fixtures, join(root, 'releases'), { recursive: true });
    for (const [name, source] of documents()) writeFileSync(join(root, 'releases', `${name}.md`), source);
    for (const brand of brands) {
      const wanted = ['build', '--only', 'pdf', '--brand', brand, '--out', join(root, brand)];
      const { code, stderr } = await runRelease(wanted, root);
      expect(code, stderr).toBe(0);
    }
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  describe.each(brands)('%s', (brand) => {
    it('are filled before the next begins, whatever the language and the length', async () => {
      const poor: string[] = [];
      let breaks = 0;
      for (const id of readdirSync(join(root, brand)).filter((name) => !name.includes('dossier'))) {
        for (const [index, { foot, height }] of (await read(brand, id)).slice(0, -1).entries()) {
          const empty = (foot - margin) / height;
          breaks++;
          if (empty > mostEmpty) poor.push(`${id}, page ${index + 1}: ${Math.round(empty * 100)} % empty`);
        }
      }
      expect(poor).toEqual([]);
      expect(breaks).toBeGreaterThan(40);
    });

    it('end with more than the address of the page on the web', async () => {
      for (const id of readdirSync(join(root, brand)).filter((name) => !name.includes('dossier'))) {
        const pages = await read(brand, id);
        const lines = (pages.at(-1)?.text ?? '').split('\n').filter((line) => line.trim() !== '');
        expect(lines.length, id).toBeGreaterThanOrEqual(3);
      }
    });

    it('keep the boilerplate whole, with its title', async () => {
      const [first, last] =
        brand === 'plain'
          ? (['La Fondation Exemple aide', 'lieux de la lecture.'] as const)
          : (['À propos du Défenseur', 'une solution amiable.'] as const);
      for (const id of readdirSync(join(root, brand)).filter((name) => /-v\d$|-long$/.test(name))) {
        const pages = (await read(brand, id)).map(({ text }) => text.replace(/\s+/g, ' '));
        const holding = pages.filter((text) => text.includes(first) || text.includes(last));
        expect(holding, id).toHaveLength(1);
        expect(holding[0], id).toContain(last);
      }
    });

    it('keep a short quotation whole, and its author with it', async () => {
      for (const id of readdirSync(join(root, brand)).filter((name) => /-v\d\.en$/.test(name))) {
        const pages = (await read(brand, id)).map(({ text }) => text.replace(/\s+/g, ' '));
        const whole = 'if someone sits down beside them.” Solène Abgrall';
        expect(
          pages.filter((text) => text.includes('A child does not write') && text.includes(whole)),
          id,
        ).toHaveLength(1);
      }
    });

    it('show contents of up to six sections on the cover, longer ones on a page of their own', async () => {
      const few = await read(brand, '2025-11-20-dossier-six');
      expect(few[0]?.text).toMatch(/^Section 6\s+\d+$/m);
      const many = await read(brand, '2025-11-20-dossier-sept');
      expect(many[0]?.text).not.toContain('Section 6');
      expect(many[1]?.text).toMatch(/^Section 7\s+\d+$/m);
      expect(many[1]?.text).toContain('Le guichet ouvre chaque matin');
    });
  });

  it('conform where blocks break: PDF/UA-1 and PDF/A-3a', async ({ skip }) => {
    const ids = ['2025-11-03-long', '2025-11-20-dossier-six'];
    const paths = brands.flatMap((brand) => ids.map((id) => built(brand, id)));
    const verdicts = await verifyPdf(paths);
    if (typeof verdicts === 'string') return skip(verdicts);
    expect(verdicts).toHaveLength(2 * paths.length);
    expect(verdicts.filter(({ compliant }) => !compliant)).toEqual([]);
  });
});

const sentence =
  'Le guichet ouvre chaque matin à neuf heures et ferme quand la dernière personne est partie, sans rendez-vous ni justificatif. ';
const paragraph = (sentences: number): string => sentence.repeat(sentences).trim();

/** Sources by name: the sample release at many lengths in every language, one with long blocks, two press kits. */
function* documents(): Generator<readonly [string, string]> {
  for (const name of readdirSync(fixtures).filter(
    (file) => file.includes('guichets') && file.endsWith('.md'),
  )) {
    const [, date = '', language = ''] = /^([\d-]+)-guichets(.*)\.md$/.exec(basename(name)) ?? [];
    const source = readFileSync(join(fixtures, name), 'utf8');
    for (let step = 1; step <= 5; step++) yield [`${date}-v${step}${language}`, lengthened(source, step)];
  }
  yield ['2025-11-03-long', `---\ntitle: Un long communiqué\ndate: 2025-11-03\n---\n\n${longBlocks()}\n`];
  yield ['2025-11-20-dossier-six', kit(6)];
  yield ['2025-11-20-dossier-sept', kit(7)];
}

/** With `step` times eighteen words of its own lead after it, and at every second step a box of three paragraphs. */
function lengthened(source: string, step: number): string {
  const [, front = '', body = ''] = /^(---\n.*?\n---\n)(.*)$/s.exec(source) ?? [];
  const [lead = '', ...rest] = body.trim().split('\n\n');
  const words = lead.replace(/\[\^\w+\]/g, '').split(/\s+/);
  const more = Array.from({ length: step * 18 }, (_, index) => words[index % words.length]);
  const box = `:::box{title="${words.slice(0, 3).join(' ').replaceAll('"', '')}"}\n${Array(3).fill(words.join(' ')).join('\n\n')}\n:::`;
  const blocks = [lead, more.slice(0, 60).join(' '), more.slice(60).join(' '), ...rest, step % 2 ? box : ''];
  return `${front}\n${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const longBlocks = (): string =>
  [
    paragraph(5),
    `:::box{title="Une longue boîte"}\n${paragraph(5)}\n\n- ${paragraph(1)}\n- ${paragraph(2)}\n- ${paragraph(1)}\n\n${paragraph(20)}\n:::`,
    `:::quote{by="Solène Abgrall" role="directrice"}\n«\u00a0${paragraph(18)}\u00a0»\n:::`,
    `:::table{caption="Les communes"}\n| Commune | Guichets |\n| --- | ---: |\n${Array.from({ length: 40 }, (_, row) => `| Commune ${row} | ${row * 7} |`).join('\n')}\n\n:::`,
    `:::note\n${paragraph(24)}\n:::`,
    `> ${paragraph(16)}`,
    Array.from({ length: 12 }, (_, item) => `${item + 1}. ${paragraph(2)}`).join('\n'),
  ].join('\n\n');

const kit = (sections: number): string => {
  const front = '---\ntitle: Un dossier\nkind: press-kit\ndate: 2025-11-20\n---\n\nCe qu’il faut savoir.\n';
  const parts = Array.from({ length: sections }, (_, index) => `## Section ${index + 1}\n\n${paragraph(9)}`);
  return `${front}\n${parts.join('\n\n')}\n`;
};
