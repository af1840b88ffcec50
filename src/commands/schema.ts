// `release schema`: the JSON Schema of the frontmatter, for editors.
import type { Context } from '../context.ts';
import type { ExitCode } from '../failure.ts';
import { frontmatterJsonSchema } from '../release/frontmatter.ts';

export async function run({ stdout }: Context): Promise<ExitCode> {
  stdout.write(`${JSON.stringify(frontmatterJsonSchema(), null, 2)}\n`);
  return 0;
}
