// What is wrong with a command line, told in both languages with where to find help.
import type { Command, CommanderError } from 'commander';
import { UserFailure } from './failure.ts';
import { type Words, wordsOf } from './locale/locale.ts';

/** A command line that cannot be meant; `command` is the one whose help is offered. */
export const badUsage = (word: (words: Words) => string, command: string): UserFailure =>
  new UserFailure(
    { fr: word(wordsOf('fr')), en: word(wordsOf('en')) },
    { remedy: { fr: wordsOf('fr').usage.seeHelp(command), en: wordsOf('en').usage.seeHelp(command) } },
  );

export const invalidValue = (flag: string, value: string, allowed: string, command: string): UserFailure =>
  badUsage((words) => words.usage.invalidValue(flag, value, allowed), command);

/** `release suppress add` where that is what `argv` names; `release` where it names no command. */
export function commandNamed(program: Command, argv: readonly string[]): string {
  let command = program;
  const names = [program.name()];
  for (const word of argv) {
    const child = command.commands.find((each) => each.name() === word);
    if (child === undefined) continue;
    command = child;
    names.push(word);
  }
  return names.join(' ');
}

/** Commander's English usage error, told again in both languages. */
export function usageFailure(error: CommanderError, command: string): UserFailure {
  const [, subject = ''] = /'([^']+)'/.exec(error.message) ?? [];
  const [, suggestion] = /Did you mean (?:one of )?([^?,]+)/.exec(error.message) ?? [];
  const flag = subject.split(/[ ,]/).findLast((part) => part.startsWith('--')) ?? subject;
  const told = (words: Words): string => {
    switch (error.code) {
      case 'commander.unknownCommand':
        return words.usage.unknownCommand(subject);
      case 'commander.unknownOption':
        return words.usage.unknownOption(subject);
      case 'commander.missingArgument':
        return words.usage.missingArgument(subject);
      case 'commander.optionMissingArgument':
        return words.usage.optionNeedsValue(flag);
      case 'commander.excessArguments':
        return words.usage.tooManyArguments(subject || 'release');
      default:
        return error.message.replace(/^error: /, '');
    }
  };
  return badUsage((words) => {
    const hint = suggestion === undefined ? '' : ` ${words.usage.didYouMean(suggestion.trim())}`;
    return told(words) + hint;
  }, command);
}
