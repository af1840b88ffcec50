// The table of commands, flags and help. Each command is imported only when it runs; no logic lives here.
import type { CommandSpec } from './commandline.ts';
import { runTable } from './commandline.ts';
import type { World } from './context.ts';
import type { ExitCode } from './failure.ts';
import type { Locale } from './locale/locale.ts';

const commands: readonly CommandSpec[] = [
  {
    name: 'check',
    group: 'write',
    words: (words) => words.check,
    arguments: [{ syntax: '[files...]', help: (words) => words.check.files }],
    options: [
      { flags: '--fix', help: (words) => words.check.fix },
      { flags: '--dry-run', help: (words) => words.check.dryRun },
      { flags: '--unsafe-fixes', help: (words) => words.check.unsafeFixes },
      {
        flags: '--format <format>',
        help: (words) => words.check.format,
        choices: ['pretty', 'concise', 'json', 'github', 'gitlab', 'sarif', 'junit'],
      },
      { flags: '--output <file>', help: (words) => words.check.output },
      { flags: '--max-warnings <n>', help: (words) => words.check.maxWarnings, number: true },
      { flags: '--rule <id=level>', help: (words) => words.check.rule, repeatable: true },
      { flags: '--spell', help: (words) => words.check.spell },
      { flags: '--explain <rule>', help: (words) => words.check.explain },
      { flags: '--list-rules', help: (words) => words.check.listRules },
      { flags: '--print-config <file>', help: (words) => words.check.printConfig },
      { flags: '--watch', help: (words) => words.check.watch },
      { flags: '--cache', help: (words) => words.check.cache },
      { flags: '--stdin-filename <file>', help: (words) => words.check.stdinFilename },
      { flags: '--write-baseline', help: (words) => words.check.writeBaseline },
      { flags: '--timing', help: (words) => words.check.timing },
      { flags: '--brand <id>', help: (words) => words.check.brand },
    ],
    load: () => import('./commands/check.ts'),
  },
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
