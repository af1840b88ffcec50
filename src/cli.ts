// The table of commands, flags and help. Each command is imported only when it runs; no logic lives here.
import type { CommandSpec } from './commandline.ts';
import { runTable } from './commandline.ts';
import type { World } from './context.ts';
import type { ExitCode } from './failure.ts';
import type { Locale } from './locale/locale.ts';

const commands: readonly CommandSpec[] = [
  {
    name: 'build',
    group: 'make',
    words: (words) => words.build,
    arguments: [{ syntax: '[files...]', help: (words) => words.build.files }],
    options: [
      { flags: '--only <renditions>', help: (words) => words.build.only },
      { flags: '--brand <id>', help: (words) => words.build.brand },
      { flags: '--out <dir>', help: (words) => words.build.out },
      { flags: '--force', help: (words) => words.build.force },
      { flags: '--jobs <n>', help: (words) => words.build.jobs, number: true },
    ],
    load: () => import('./commands/build.ts'),
  },
  {
    name: 'schema',
    group: 'workspace',
    words: (words) => words.schema,
    load: () => import('./commands/schema.ts'),
  },
];

export const runCommandLine = (
  argv: readonly string[],
  world: World,
  locale: Locale,
  version: string,
): Promise<ExitCode> => runTable(commands, argv, world, locale, version);
