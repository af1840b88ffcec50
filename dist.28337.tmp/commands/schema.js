import { frontmatterJsonSchema } from '../release/frontmatter.js';
export async function run({ stdout }) {
    stdout.write(`${JSON.stringify(frontmatterJsonSchema(), null, 2)}\n`);
    return 0;
}
