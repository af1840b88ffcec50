// Every word the interface says, in English. The shape is that of `fr.ts`.
import type { Words } from './fr.ts';

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

export const en: Words = {
  code: 'en',
  help: {
    tagline: 'Press releases as code: written in Markdown, checked, built, sent.',
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    commands: 'Commands:',
    examples: 'Examples:',
    default: 'default:',
    choices: 'choices:',
    more: 'release <command> --help: all about one command.',
    help: 'show this help',
    version: 'show the version',
  },
  groups: { write: 'Write and check', make: 'Build', send: 'Send', workspace: 'Workspace' },
  option: {
    json: 'print the result as JSON on standard output',
    lang: 'language of the interface: fr or en',
    cwd: 'folder of the workspace',
    quiet: 'say nothing but problems',
    verbose: 'say more',
  },
  severity: { error: 'error', warning: 'warning', note: 'note' },
  usage: {
    unknownCommand: (name) => `Unknown command: \`${name}\`.`,
    unknownOption: (flag) => `Unknown option: \`${flag}\`.`,
    didYouMean: (name) => `Did you mean \`${name}\`?`,
    seeHelp: (command) => `See \`${command} --help\`.`,
    missingArgument: (name) => `The argument \`${name}\` is missing.`,
    optionNeedsValue: (flag) => `The option \`${flag}\` needs a value.`,
    invalidValue: (flag, value, allowed) => `\`${value}\` does not suit \`${flag}\`. Choices: ${allowed}.`,
    tooManyArguments: (command) => `Too many arguments for \`${command}\`.`,
    notANumber: (flag, value) => `\`${flag}\` takes a positive whole number, not \`${value}\`.`,
  },
  bug: {
    title: 'Internal error in release: this is not your fault.',
    report: 'Please report it with the lines below:',
  },
  interrupted: 'Interrupted.',
  count: {
    error: (n) => count(n, 'error', 'errors'),
    warning: (n) => count(n, 'warning', 'warnings'),
    note: (n) => count(n, 'note', 'notes'),
    release: (n) => count(n, 'release', 'releases'),
    file: (n) => count(n, 'file', 'files'),
  },
  build: {
    summary: 'build the page, email, text and PDF of each release',
    files: 'files or globs (default: all of releases/)',
    only: 'build only these renditions: page, email, text, pdf',
    brand: 'brand folder in templates/',
    out: 'output folder',
    force: 'rebuild everything, changed or not',
    jobs: 'how many PDFs to print at once',
    choiceOf: (names) => `One of: ${names}.`,
    unknownRendition: (name) => `Unknown rendition: \`${name}\`.`,
    nothing: 'There is no release in releases/.',
    progress: (done, total, id) => `${done}/${total} ${id}`,
    upToDate: (n) => `All up to date: ${count(n, 'release', 'releases')}.`,
    built: (n, written, unchanged) =>
      `${count(n, 'release', 'releases')}: ${count(written, 'file', 'files')} written, ${unchanged} unchanged`,
    removed: (id) => `Removed: ${id}, whose release is gone.`,
    notBuilt: (n) => count(n, 'release could not be built.', 'releases could not be built.'),
    noPdf: (n) => count(n, 'PDF is missing.', 'PDFs are missing.'),
    examples: [
      ['release build', 'every release in releases/'],
      ['release build releases/2020-11-25-salon-des-maires.md', 'just one'],
      ['release build --only page,pdf', 'only page and PDF'],
    ],
  },
  schema: {
    summary: 'print the JSON Schema of the frontmatter of a release',
    examples: [['release schema > release.schema.json', 'for completion in your editor']],
  },
};
