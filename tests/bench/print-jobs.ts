// The documents that a build hands to the browser, made beforehand: all that is left is printing.
import { readFileSync } from 'node:fs';
import { defaultsOf, openBrand, readEdition } from '../../src/commands/gather.ts';
import { findReleaseFiles, readRelease } from '../../src/release/read.ts';
import type { ServeFile } from '../../src/renditions/browser-tab.ts';
import { makeKit } from '../../src/renditions/kit.ts';
import { makePdf } from '../../src/renditions/pdf.ts';
import { readFontFaces } from '../../src/renditions/read.ts';

export interface PrintJob {
  readonly html: string;
  readonly serve: ServeFile;
}

/** One for each release of the workspace, as the brand prints it. */
export async function printJobs(root: string, brandId: string): Promise<readonly PrintJob[]> {
  const { brand } = await openBrand(root, brandId);
  if (brand === undefined) throw new Error('the brand does not parse');
  const kit = makeKit(brand, await readFontFaces(root, brand));
  const fonts = new Map(kit.faces.map(({ name, file }) => [name, readFileSync(file)]));
  const jobs: PrintJob[] = [];
  for (const file of await findReleaseFiles(root, [])) {
    const { release: parsed } = await readRelease(root, file, defaultsOf(brand));
    if (parsed === undefined) throw new Error(file);
    const { edition } = await readEdition(root, parsed, brand, []);
    await makePdf(edition, kit, {
      pdfStandard: 'none',
      readFont: async (name) => fonts.get(name) ?? new Uint8Array(),
      readMedia: async () => new Uint8Array(),
      print: (html, serve) => {
        jobs.push({ html, serve });
        return Promise.reject(new Error('collected'));
      },
    }).catch(() => undefined);
  }
  return jobs;
}
