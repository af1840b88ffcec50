// A boilerplate of a brand: optional frontmatter, then Markdown. Pure.
import { z } from 'zod';
import type { Finding } from '../finding.ts';
import { validate } from '../validate.ts';
import { parseYaml } from '../yaml.ts';
import type { Boilerplate } from './brand.ts';
import { text } from './schema.ts';

const boilerplateSchema = z.strictObject({
  title: text.optional(),
  review: z.iso.date({ error: 'date' }).optional(),
});

/** Reads Markdown: `parseMarkdown` of release/, handed in by the command. */
export type ReadMarkdown = (
  source: string,
  file: string,
) => { body: Boilerplate['body']; findings: readonly Finding[] };

/** `boilerplate/institution.fr.md`: optional frontmatter (`title`, `review`), then Markdown. */
export function parseBoilerplate(
  source: string,
  file: string,
  defaultLanguage: string,
  readMarkdown: ReadMarkdown,
): { readonly boilerplate: Boilerplate | undefined; readonly findings: readonly Finding[] } {
  const stem = file.replace(/^.*\//, '').replace(/\.md$/, '');
  const [, id = stem, language = defaultLanguage] = /^(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)$/.exec(stem) ?? [];
  const header = /^---\r?\n([\s\S]*?)^---[ \t]*$/m.exec(source)?.[1] ?? '';
  const meta = validate(boilerplateSchema, parseYaml(header, file, 'boilerplate', 2), 'boilerplate');
  const markdown = readMarkdown(source, file);
  const findings = [...meta.findings, ...markdown.findings];
  if (meta.value === undefined) return { boilerplate: undefined, findings };
  const { title = null, review = null } = meta.value;
  return {
    boilerplate: { id, language, file, title, reviewBy: review, source, body: markdown.body },
    findings,
  };
}
