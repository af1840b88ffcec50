// What is wrong with a template, in the words of whoever wrote it: a field, a helper or a file that is not there.
import Handlebars from 'handlebars';
import { UserFailure } from '../failure.ts';
import type { Wording } from '../finding.ts';
import { nearest } from '../nearest.ts';

/** What a helper throws when it is called with what it cannot use; whoever renders knows the template. */
export class Refusal extends Error {
  readonly wording: Wording;
  readonly remedy: Wording;
  readonly line: number | undefined;

  constructor(wording: Wording, remedy: Wording, line: number | undefined) {
    super(wording.en);
    this.wording = wording;
    this.remedy = remedy;
    this.line = line;
  }
}

const failureAt = (where: string, { fr, en }: Wording, remedy: Wording, cause?: unknown): UserFailure =>
  new UserFailure({ fr: `${where} : ${fr}.`, en: `${where}: ${en}.` }, { cause, remedy });

/** Every fault of a brand’s templates at once; one in a partial that several of them call is told once. */
export function allFaults(faults: readonly UserFailure[]): UserFailure {
  const distinct = [...new Map(faults.map((fault) => [fault.message, fault])).values()];
  const [only, second] = distinct;
  if (only !== undefined && second === undefined) return only;
  const told = (language: keyof Wording): string =>
    distinct
      .map(({ wording, remedy }) => `${wording[language]} ${remedy?.[language] ?? ''}`.trimEnd())
      .join('\n');
  return new UserFailure({ fr: told('fr'), en: told('en') });
}

/** How Handlebars, and V8 where Handlebars asks a text or nothing at all for a field, name the field. */
const missingField = /^"(.+?)" not defined in|search for '(.+?)' in|\(reading '(.+?)'\)/;

/** What stopped a template while it was rendered; `place` names it, with a line where one is known. */
export function runTimeFailure(
  place: (line?: number) => string,
  program: hbs.AST.Program,
  error: Error & { readonly lineNumber?: number },
): UserFailure {
  if (error instanceof Refusal) return failureAt(place(error.line), error.wording, error.remedy, error);
  if (error instanceof RangeError && /call stack/.test(error.message)) {
    return failureAt(
      place(),
      { fr: 'ce gabarit s’appelle lui-même sans fin', en: 'this template calls itself without end' },
      { fr: 'Retirez-y l’un des `{{> …}}`.', en: 'Take out one of its `{{> …}}`.' },
      error,
    );
  }
  const [, ...names] = missingField.exec(error.message) ?? [];
  const field = names.find((name) => name !== undefined);
  const path = pathsIn(program).find(
    ({ parts, loc }) => parts.includes(field ?? '') && [undefined, loc.start.line].includes(error.lineNumber),
  );
  if (path === undefined) {
    return failureAt(
      place(error.lineNumber),
      { fr: `le gabarit échoue (${error.message})`, en: `the template fails (${error.message})` },
      { fr: 'Corrigez le gabarit.', en: 'Mend the template.' },
      error,
    );
  }
  return failureAt(
    place(path.loc.start.line),
    { fr: `le champ \`${path.original}\` n’existe pas`, en: `there is no field \`${path.original}\`` },
    {
      fr: 'Vérifiez son nom ; dans un bloc `each` ou `with`, `../` mène à ce qui l’entoure.',
      en: 'Check its name; inside `each` or `with`, `../` leads to what is around it.',
    },
    error,
  );
}

/** What the engine cannot read: a block left open or closed by another's name, or a line that is none of its language. */
export function unreadableTemplate(
  place: (line: number) => string,
  source: string,
  error: { readonly message: string; readonly lineNumber?: number },
): UserFailure {
  const remedy: Wording = {
    fr: 'Chaque {{#bloc}} se ferme par {{/bloc}}.',
    en: 'Every {{#block}} is closed by {{/block}}.',
  };
  const [, opened, closed] = /^(\S+) doesn't match (\S+)/.exec(error.message) ?? [];
  if (opened !== undefined) {
    const wording: Wording = {
      fr: `gabarit illisible, \`{{#${opened}}}\` y est fermé par \`{{/${closed}}}\``,
      en: `unreadable template, \`{{#${opened}}}\` is closed by \`{{/${closed}}}\``,
    };
    return failureAt(place(error.lineNumber ?? 1), wording, remedy, error);
  }
  const open = /got 'EOF'/.test(error.message) ? openBlock(source) : undefined;
  if (open !== undefined) {
    const wording: Wording = {
      fr: `gabarit illisible, \`{{#${open.name}}}\` n’est jamais fermé`,
      en: `unreadable template, \`{{#${open.name}}}\` is never closed`,
    };
    return failureAt(place(open.line), wording, remedy, error);
  }
  const line = error.lineNumber ?? Number(/line (\d+)/.exec(error.message)?.[1] ?? 1);
  const near = (source.split('\n')[line - 1] ?? '').trim().slice(0, 60);
  return failureAt(
    place(line),
    { fr: `gabarit illisible : \`${near}\``, en: `unreadable template: \`${near}\`` },
    {
      fr: 'Une expression s’écrit {{champ}} ou {{fonction champ "texte"}}.',
      en: 'An expression is written {{field}} or {{helper field "text"}}.',
    },
    error,
  );
}

/** The last block that is opened and never closed. */
function openBlock(source: string): { readonly name: string; readonly line: number } | undefined {
  const open: { name: string; line: number }[] = [];
  for (const { 1: sign, 2: name = '', index } of source.matchAll(/\{\{~?([#^/])\s*([\w.-]+)/g)) {
    if (sign === '/') open.splice(open.findLastIndex((block) => block.name === name));
    else open.push({ name, line: source.slice(0, index).split('\n').length });
  }
  return open.at(-1);
}

/** What of Handlebars a template may not use, as its files could not be known without running it. */
export const unsupported = (where: string, written: string): UserFailure =>
  failureAt(
    where,
    { fr: `\`${written}\` n’est pas accepté`, en: `\`${written}\` is not supported` },
    {
      fr: 'Un gabarit partiel s’appelle par son nom : `{{> nom}}`.',
      en: 'A partial is called by its name: `{{> name}}`.',
    },
  );

/** A block or function of the engine itself, called with too little or too much. */
export const wrongArguments = (where: string, name: string, count: number): UserFailure =>
  failureAt(
    where,
    {
      fr: `\`${name}\` attend ${count === 1 ? 'un argument' : `${count} arguments`}`,
      en: `\`${name}\` takes ${count === 1 ? 'one argument' : `${count} arguments`}`,
    },
    {
      fr: `Par exemple \`${exampleOf(name, 'champ')}\`.`,
      en: `For example \`${exampleOf(name, 'field')}\`.`,
    },
  );

function pathsIn(program: hbs.AST.Program): hbs.AST.PathExpression[] {
  const paths: hbs.AST.PathExpression[] = [];
  const visitor = new Handlebars.Visitor();
  visitor.PathExpression = (path) => paths.push(path);
  visitor.accept(program);
  return paths;
}

const exampleOf = (name: string, field: string): string =>
  name === 'lookup' ? '{{lookup brand "name"}}' : `{{#${name} ${field}}}…{{/${name}}}`;

export const missingFile = (where: string, path: string, known: Iterable<string>): UserFailure =>
  failureAt(
    where,
    { fr: `le fichier \`${path}\` n’existe pas`, en: `there is no file \`${path}\`` },
    suggestion(nearestFile(path, known), {
      fr: 'Créez-le dans le dossier de la marque.',
      en: 'Create it in the brand folder.',
    }),
  );

/** The file of the same folder and kind whose name is closest. */
function nearestFile(path: string, files: Iterable<string>): string | undefined {
  const partsOf = (file: string): readonly string[] => /^(.*?)([^/]*)(\.[^.]*)$/.exec(file)?.slice(1) ?? [];
  const [folder, name = '', kind] = partsOf(path);
  const beside = [...files].map(partsOf).filter((parts) => parts[0] === folder && parts[2] === kind);
  const meant = nearest(
    name,
    beside.flatMap((parts) => parts[1] ?? []),
  );
  return meant === undefined ? undefined : `${folder}${meant}${kind}`;
}

export const unknownHelper = (where: string, name: string, meant: string | undefined): UserFailure =>
  failureAt(
    where,
    { fr: `fonction inconnue \`${name}\``, en: `unknown helper \`${name}\`` },
    suggestion(meant, { fr: 'Voir la liste dans le README.', en: 'See the list in the README.' }),
  );

const suggestion = (meant: string | undefined, otherwise: Wording): Wording =>
  meant === undefined
    ? otherwise
    : { fr: `Vouliez-vous dire \`${meant}\` ?`, en: `Did you mean \`${meant}\`?` };
