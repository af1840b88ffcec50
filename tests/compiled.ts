// Before any test: the tool is compiled as it stands, so that tests which run it run this very source.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export function setup(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, '../bin/setup.js'), '--no-browser'], {
    stdio: 'inherit',
  });
}
