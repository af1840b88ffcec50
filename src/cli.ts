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
    name: 'send',
    group: 'send',
    words: (words) => words.send,
    arguments: [{ syntax: '[release]', help: (words) => words.send.subject }],
    options: [
      { flags: '--to <lists...>', help: (words) => words.send.to, repeatable: true },
      { flags: '--exclude <lists...>', help: (words) => words.send.exclude, repeatable: true },
      { flags: '--only <addresses...>', help: (words) => words.send.only, repeatable: true },
      { flags: '--limit <n>', help: (words) => words.send.limit, number: true },
      ...listOptions,
      { flags: '--note <file>', help: (words) => words.send.note },
      { flags: '--under-embargo', help: (words) => words.send.underEmbargo },
      { flags: '--at <time>', help: (words) => words.send.at },
      { flags: '--not-after <time>', help: (words) => words.send.notAfter },
      { flags: '--test <addresses...>', help: (words) => words.send.test, repeatable: true },
      { flags: '--sample <n>', help: (words) => words.send.sample, number: true },
      { flags: '--allow-warnings', help: (words) => words.send.allowWarnings },
      { flags: '--confirm', help: (words) => words.send.confirm },
      { flags: '--plan <hash>', help: (words) => words.send.plan },
      { flags: '--resume', help: (words) => words.send.resume },
      { flags: '--snapshot', help: (words) => words.send.snapshot },
      { flags: '--join', help: (words) => words.send.join },
      { flags: '--due', help: (words) => words.send.due },
    ],
    load: () => import('./commands/send.ts'),
  },
  {
    name: 'status',
    group: 'send',
    words: (words) => words.status,
    arguments: [{ syntax: '[dispatch]', help: (words) => words.status.subject }],
    options: [
      { flags: '--recipient <address>', help: (words) => words.status.recipient },
      { flags: '--csv', help: (words) => words.status.csv },
      { flags: '--html', help: (words) => words.status.html },
    ],
    load: () => import('./commands/status.ts'),
  },
  {
    name: 'resolve',
    group: 'send',
    words: (words) => words.resolve,
    arguments: [{ syntax: '<dispatch>', help: (words) => words.resolve.subject }],
    options: [
      { flags: '--recipient <addresses...>', help: (words) => words.resolve.recipient, repeatable: true },
      { flags: '--assume-sent', help: (words) => words.resolve.assumeSent },
      { flags: '--resend', help: (words) => words.resolve.resend },
    ],
    load: () => import('./commands/resolve.ts'),
  },
  {
    name: 'suppress add',
    group: 'send',
    words: (words) => words.suppress.add,
    arguments: [{ syntax: '<addresses...>', help: (words) => words.suppress.addresses }],
    options: [{ flags: '--reason <word>', help: (words) => words.suppress.reason }],
    load: async () => ({ run: (await import('./commands/suppress.ts')).add }),
  },
  {
    name: 'suppress remove',
    group: 'send',
    words: (words) => words.suppress.remove,
    arguments: [{ syntax: '<addresses...>', help: (words) => words.suppress.addresses }],
    load: async () => ({ run: (await import('./commands/suppress.ts')).remove }),
  },
  {
    name: 'suppress list',
    group: 'send',
    words: (words) => words.suppress.list,
    load: async () => ({ run: (await import('./commands/suppress.ts')).list }),
  },
  {
    name: 'suppress import',
    group: 'send',
    words: (words) => words.suppress.import,
    arguments: [{ syntax: '<lists...>', help: (words) => words.suppress.lists }],
    options: [{ flags: '--reason <word>', help: (words) => words.suppress.reason }],
    load: async () => ({ run: (await import('./commands/suppress.ts')).importLists }),
  },
  {
    name: 'recipients report',
    group: 'send',
    words: (words) => words.rights.report,
    arguments: [{ syntax: '<address>', help: (words) => words.rights.address }],
    options: [{ flags: '--in <lists...>', help: (words) => words.rights.in, repeatable: true }],
    load: async () => ({ run: (await import('./commands/recipients-rights.ts')).report }),
  },
  {
    name: 'recipients forget',
    group: 'send',
    words: (words) => words.rights.forget,
    arguments: [{ syntax: '<address>', help: (words) => words.rights.address }],
    options: [{ flags: '--in <lists...>', help: (words) => words.rights.in, repeatable: true }],
    load: async () => ({ run: (await import('./commands/recipients-rights.ts')).forget }),
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
