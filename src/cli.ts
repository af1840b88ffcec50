// The table of commands, flags and help. Each command is imported only when it runs; no logic lives here.
import type { CommandSpec } from './commandline.ts';
import { runTable } from './commandline.ts';
import type { World } from './context.ts';
import type { ExitCode } from './failure.ts';
import type { Locale } from './locale/locale.ts';

/** Of every command that reads press lists. */
const listOptions: NonNullable<CommandSpec['options']> = [
  { flags: '--where <filter>', help: (words) => words.recipients.where },
  { flags: '--map <field=header>', help: (words) => words.recipients.map, repeatable: true },
  { flags: '--encoding <label>', help: (words) => words.recipients.encoding },
  { flags: '--skip-invalid', help: (words) => words.recipients.skipInvalid },
  { flags: '--brand <id>', help: (words) => words.build.brand },
];

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
    name: 'recipients check',
    group: 'send',
    words: (words) => words.recipients.check,
    arguments: [{ syntax: '<lists...>', help: (words) => words.recipients.lists }],
    options: listOptions,
    load: () => import('./commands/recipients-check.ts'),
  },
  {
    name: 'recipients export',
    group: 'send',
    words: (words) => words.recipients.export,
    arguments: [{ syntax: '<lists...>', help: (words) => words.recipients.lists }],
    options: [...listOptions, { flags: '--anonymise', help: (words) => words.recipients.anonymise }],
    load: () => import('./commands/recipients-export.ts'),
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
