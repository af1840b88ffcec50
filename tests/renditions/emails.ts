// The emails and texts that the tests look at: the fixture releases in the shipped brands.
import { fileURLToPath } from 'node:url';
import { defaultsOf, openBrand, readEdition, readNames } from '../../src/commands/gather.ts';
import { findReleaseFiles, readRelease } from '../../src/release/read.ts';
import { makeEmail } from '../../src/renditions/email.ts';
import { makeKit } from '../../src/renditions/kit.ts';
import type { Edition } from '../../src/renditions/rendition.ts';
import { makeText } from '../../src/renditions/text.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
export const fixtures = fileURLToPath(new URL('../fixtures/email', import.meta.url));

export const brands = ['defenseur-des-droits', 'plain'] as const;
export const languages = ['fr', 'en', 'ar'] as const;
export type BrandId = (typeof brands)[number];
export type Language = (typeof languages)[number];

export interface Sample {
  readonly edition: Edition;
  readonly html: string;
  readonly text: string;
}

/** Renders one fixture release; a problem in it or in the brand fails the test. */
export async function sampleEmail(id: BrandId, language: Language): Promise<Sample> {
  const { brand } = await openBrand(project, id);
  if (brand === undefined) throw new Error(`templates/${id} cannot be read`);
  const files = await findReleaseFiles(fixtures, []);
  const names = await readNames(fixtures, files, defaultsOf(brand));
  const file = files.find((path) => path.endsWith(`.${language}.md`)) ?? '';
  const { release, findings } = await readRelease(fixtures, file, defaultsOf(brand));
  if (release === undefined) throw new Error(JSON.stringify(findings));
  const { edition } = await readEdition(fixtures, release, brand, names);
  const kit = makeKit(brand, []);
  const [html = ''] = (await makeEmail(edition, kit)).files.values();
  const [text = ''] = (await makeText(edition, kit)).files.values();
  return { edition, html: String(html), text: String(text) };
}
