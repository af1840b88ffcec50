// What is wrong with a template, in the words of whoever wrote it: a field, a helper or a file that is not there.
import Handlebars from 'handlebars';
import { UserFailure } from '../failure.ts';
import type { Wording } from '../finding.ts';

/** How Handlebars, and V8 where Handlebars asks a text or nothing at all for a field, name the field. */
const missingField = /^"(.+?)" not defined in|search for '(.+?)' in|\(reading '(.+?)'\)/;

/** What stopped a template while it was rendered; `place` names it, with a line where one is known. */
export function runTimeFailure(
  place: (line?: number) => string,
  program: hbs.AST.Program,
  error: Error & { readonly lineNumber?: number },
): UserFailure {
  const [, ...names] = missingField.exec(error.message) ?? [];
  const field = names.find((name) => name !== undefined);
  const path = pathsIn(program).find(
    ({ parts, loc }) => parts.includes(field ?? '') && [undefined, loc.start.line].includes(error.lineNumber),
  );
  if (path === undefined) {
    const at = place(error.lineNumber);
    return new UserFailure(
      { fr: `${at} : ${error.message}`, en: `${at}: ${error.message}` },
      { cause: error, remedy: { fr: 'Corrigez le gabarit.', en: 'Mend the template.' } },
    );
  }
  const at = place(path.loc.start.line);
  return new UserFailure(
    {
      fr: `${at} : le champ \`${path.original}\` n’existe pas.`,
      en: `${at}: there is no field \`${path.original}\`.`,
    },
    {
      cause: error,
      remedy: {
        fr: 'Vérifiez son nom ; dans un bloc `each` ou `with`, `../` mène à ce qui l’entoure.',
        en: 'Check its name; inside `each` or `with`, `../` leads to what is around it.',
      },
    },
  );
}

function pathsIn(program: hbs.AST.Program): hbs.AST.PathExpression[] {
  const paths: hbs.AST.PathExpression[] = [];
  const visitor = new Handlebars.Visitor();
  visitor.PathExpression = (path) => paths.push(path);
  visitor.accept(program);
  return paths;
}

export const missingFile = (where: string, path: string, meant: string | undefined): UserFailure =>
  new UserFailure(
    { fr: `${where} : le fichier \`${path}\` n’existe pas.`, en: `${where}: there is no file \`${path}\`.` },
    {
      remedy: suggestion(meant, {
        fr: 'Créez-le dans le dossier de la marque.',
        en: 'Create it in the brand folder.',
      }),
    },
  );

export const unknownHelper = (where: string, name: string, meant: string | undefined): UserFailure =>
  new UserFailure(
    { fr: `${where} : fonction inconnue \`${name}\`.`, en: `${where}: unknown helper \`${name}\`.` },
    { remedy: suggestion(meant, { fr: 'Voir la liste dans le README.', en: 'See the list in the README.' }) },
  );

const suggestion = (meant: string | undefined, otherwise: Wording): Wording =>
  meant === undefined
    ? otherwise
    : { fr: `Vouliez-vous dire \`${meant}\` ?`, en: `Did you mean \`${meant}\`?` };
