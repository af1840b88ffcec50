// Reads a command line by a table of commands, with help in the language of the interface.
import { resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import type { Context, World } from './context.ts';
import type { ExitCode } from './failure.ts';
import { type Locale, parseLocale, type Words, wordsOf } from './locale/locale.ts';
import { badUsage, commandNamed, invalidValue, usageFailure } from './usage.ts';
import { isFolder } from './workspace.ts';

export interface CommandSpec {
  /** One word, or two for a subcommand: `suppress add`. */
  readonly name: string;
  readonly group: keyof Words['groups'];
  readonly words: (words: Words) => {
    readonly summary: string;
    readonly examples: readonly (readonly string[])[];
  };
  readonly arguments?: readonly { readonly syntax: string; readonly help: (words: Words) => string }[];
  readonly options?: readonly OptionSpec[];
  /** The command itself; its `options` are the flags in camel case, as commander names them. */
  readonly load: () => Promise<{
    run(context: Context, args: readonly string[], options: never): Promise<ExitCode>;
  }>;
}

export interface OptionSpec {
  readonly flags: string;
  readonly help: (words: Words) => string;
  readonly choices?: readonly string[];
  /** The value is a whole number, zero or more, or within a range, both ends included. */
  readonly number?: true | { readonly least: number; readonly most: number };
  /** The flag may be given several times; its values make a list. */
  readonly repeatable?: true;
}

interface CommonOptions {
  readonly json?: true;
  readonly cwd?: string;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly lang?: string;
}

/** Which tool runs. */
export type Tool = Pick<Context, 'version' | 'build'>;

export async function runTable(
  table: readonly CommandSpec[],
  argv: readonly string[],
  world: World,
  locale: Locale,
  tool: Tool,
): Promise<ExitCode> {
  const words = wordsOf(locale);
  let code: ExitCode = 0;
  const program = localised(new Command('release'), words, world)
    .description(words.help.tagline)
    .usage(words.help.synopsis)
    .version(tool.version, '-V, --version', words.help.version)
    .option('--lang <fr|en>', words.option.lang)
    .addHelpText('after', `\n${words.help.more}`);
  program.helpCommand(false);

  for (const spec of table) {
    const command = addCommand(program, spec, words, world);
    command.action(async (...received: unknown[]) => {
      const options = command.optsWithGlobals<CommonOptions>();
      if (options.lang !== undefined && parseLocale(options.lang) === undefined) {
        throw invalidValue('--lang', options.lang, 'fr, en', `release ${spec.name}`);
      }
      const { cwd } = options;
      if (cwd !== undefined && !isFolder(resolve(world.cwd, cwd)))
        throw badUsage(({ usage }) => usage.noFolder(cwd), `release ${spec.name}`);
      const context: Context = {
        ...world,
        cwd: resolve(world.cwd, cwd ?? '.'),
        locale,
        words,
        ...tool,
        json: options.json ?? false,
        quiet: options.quiet ?? false,
        verbose: options.verbose ?? false,
      };
      const args = received
        .slice(0, spec.arguments?.length ?? 0)
        .flat()
        .filter((arg) => arg !== undefined);
      const { run } = await spec.load();
      code = await run(context, args as string[], options as never);
    });
  }
  if (argv.length === 0) {
    program.outputHelp();
    return 0;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === 'commander.help') return error.exitCode === 0 ? 0 : 2;
    throw usageFailure(error, commandNamed(program, argv));
  }
}

function addCommand(program: Command, spec: CommandSpec, words: Words, world: World): Command {
  const [name = '', child] = spec.name.split(' ');
  const heading = words.groups[spec.group];
  let parent = program;
  if (child !== undefined) {
    parent =
      program.commands.find((existing) => existing.name() === name) ??
      localised(program.command(name).helpGroup(heading), words, world)
        .description((words.parents as Readonly<Record<string, string>>)[name] ?? '')
        .usage(words.help.synopsis)
        .helpCommand(false);
  }
  const { summary, examples } = spec.words(words);
  const command = localised(parent.command(child ?? name), words, world)
    .description(summary)
    .helpGroup(child === undefined ? heading : words.help.commands)
    .allowExcessArguments(false);
  for (const argument of spec.arguments ?? [])
    command.argument(named(argument.syntax, words), argument.help(words));
  for (const option of spec.options ?? [])
    command.addOption(makeOption(option, words, `release ${spec.name}`));
  command
    .option('--json', words.option.json)
    .option('--lang <fr|en>', words.option.lang)
    .option(named('--cwd <dir>', words), words.option.cwd)
    .option('--quiet', words.option.quiet)
    .option('--verbose', words.option.verbose);
  const lines = examples.map(([line = '', meaning = '']) => `  $ ${line}\n      ${meaning}`);
  return command.addHelpText('after', `\n${words.help.examples}\n${lines.join('\n')}`);
}

function makeOption(spec: OptionSpec, words: Words, command: string): Option {
  const flag = spec.flags.split(' ')[0] ?? spec.flags;
  const option = new Option(named(spec.flags, words), spec.help(words));
  const read = (value: string): string | number => {
    if (spec.choices !== undefined && !spec.choices.includes(value)) {
      throw invalidValue(flag, value, spec.choices.join(', '), command);
    }
    if (spec.number === undefined) return value;
    const { least, most } = spec.number === true ? { least: 0, most: Number.MAX_SAFE_INTEGER } : spec.number;
    const number = /^\d+$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw badUsage(
      ({ usage }) =>
        spec.number === true ? usage.notANumber(flag, value) : usage.outOfRange(flag, value, least, most),
      command,
    );
  };
  option.argParser((value: string, previous: unknown) =>
    spec.repeatable ? [...(Array.isArray(previous) ? previous : []), read(value)] : read(value),
  );
  return option;
}

/** `[files...]` → « [fichiers...] » */
const named = (syntax: string, words: Words): string =>
  syntax.replace(/(?<=[[<])[\w=]+/, (name) => words.placeholders[name] ?? name);

/** Commander speaks English only; this gives one command the words and streams of the interface. */
function localised(command: Command, words: Words, world: World): Command {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': words.help.usage,
    'Arguments:': words.help.arguments,
    'Options:': words.help.options,
    'Commands:': words.help.commands,
  };
  return command
    .exitOverride()
    .showSuggestionAfterError(true)
    .helpOption('-h, --help', words.help.help)
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stdout.write(text),
      outputError: () => {},
    })
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      subcommandTerm: (subcommand) => subcommand.name(),
      showGlobalOptions: false,
    });
}
