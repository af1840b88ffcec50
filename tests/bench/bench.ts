// Every benchmark in turn, or those named: `npm run bench -- build send`. Each prints ratios measured side by side.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const all = ['build', 'pdf', 'check', 'recipients', 'send'];
const asked = process.argv.slice(2);
for (const name of asked.length > 0 ? asked : all) {
  const script = join(import.meta.dirname, `${name}.ts`);
  if (!existsSync(script)) {
    console.error(`No benchmark \`${name}\`. There are: ${all.join(', ')}.`);
    process.exitCode = 2;
    continue;
  }
  console.log(`\n# ${name}`);
  const { status } = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
