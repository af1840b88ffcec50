// Compiles the Handlebars templates of a brand; every mistake in one is told with template, line and cause.
import Handlebars from 'handlebars';
import type { Brand } from '../brand/brand.ts';
import { UserFailure } from '../failure.ts';
import type { Wording } from '../finding.ts';
import { nearest } from '../nearest.ts';
import type { View } from './view.ts';

export type Helper = (...args: never[]) => unknown;

export interface Template {
  /** The files it is made of, relative to the brand folder: itself, its partials, style sheets and assets. */
  readonly files: readonly string[];
  /** Those of `files` that the result points to: what `asset` names, and `url(…)` in a style sheet. */
  readonly assets: readonly string[];
  render(view: View): string;
}

/** `url(…)` of a local file in CSS: quote, then path. */
export const cssUrl = /url\((['"]?)(?!data:|#|https?:)([^'")]+)\1\)/g;

/** Helpers whose first argument names a file of the brand folder. */
const fileHelpers: ReadonlySet<string> = new Set(['style', 'asset', 'inline']);
const builtIn = ['if', 'unless', 'each', 'with', 'lookup', 'else'];

interface Part {
  readonly source: string;
  readonly program: hbs.AST.Program;
}

/**
 * Compiles `<brand>/<name>` with its partials. Strict: a field that no view has, a missing partial, an unknown helper
 * or a file that is not there is a UserFailure.
 */
export function compileTemplate(
  brand: Brand,
  name: string,
  helpers: Readonly<Record<string, Helper>>,
  options: { readonly html: boolean },
): Template {
  const parts = new Map<string, Part>();
  const files = new Set<string>();
  const assets = new Set<string>();
  const known = [...builtIn, ...Object.keys(helpers)];
  const place = (path: string, line?: number): string =>
    `${brand.folder}/${path}${line === undefined ? '' : `:${line}`}`;

  const add = (path: string, from?: { path: string; line: number }): void => {
    if (files.has(path)) return;
    const file = brand.files.get(path);
    if (file === undefined) {
      const all = [...brand.files.keys()].filter((other) => other.endsWith('.hbs'));
      throw missingFile(
        from === undefined ? place(path) : place(from.path, from.line),
        path,
        nearest(path, all),
      );
    }
    files.add(path);
    const source = new TextDecoder().decode(file.bytes);
    const program = parseTemplate(source, (line) => place(path, line));
    parts.set(path, { source, program });
    for (const use of usesIn(program)) {
      if (use.kind === 'partial') add(`partials/${use.name}.hbs`, { path, line: use.line });
      if (use.kind === 'helper' && !known.includes(use.name)) {
        throw unknownHelper(place(path, use.line), use.name, nearest(use.name, known));
      }
      if (use.kind === 'file') {
        if (!brand.files.has(use.name)) {
          throw missingFile(place(path, use.line), use.name, nearest(use.name, brand.files.keys()));
        }
        files.add(use.name);
        if (use.name.endsWith('.css')) for (const url of urlsIn(brand, use.name)) assets.add(url);
        else if (use.helper === 'asset') assets.add(use.name);
      }
    }
  };
  add(name);

  const engine = Handlebars.create();
  for (const [path, { program }] of parts) {
    const partial = /^partials\/(.+)\.hbs$/.exec(path)?.[1];
    if (partial) {
      engine.registerPartial(
        partial,
        named(place(path), engine.compile(program, compileOptions(helpers, options))),
      );
    }
  }
  const own = parts.get(name)?.program;
  const render = named(place(name), engine.compile<View>(own, compileOptions(helpers, options)));
  return {
    files: [...files, ...assets],
    assets: [...assets],
    render: (view) => render(view, { helpers: helpers as Record<string, Handlebars.HelperDelegate> }),
  };
}

/** The template, its run-time errors told with its name. Handlebars ends strict errors with ` - line:column`. */
const named =
  (where: string, template: Handlebars.TemplateDelegate): Handlebars.TemplateDelegate =>
  (context, options) => {
    try {
      return template(context, options);
    } catch (error) {
      if (error instanceof UserFailure || !(error instanceof Error)) throw error;
      const [, cause = error.message, line] = /^(.*?)(?: - (\d+):\d+)?$/s.exec(error.message) ?? [];
      const at = line === undefined ? where : `${where}:${line}`;
      throw new UserFailure(
        { fr: `${at} : ${cause}`, en: `${at}: ${cause}` },
        {
          remedy: {
            fr: 'Vérifiez le nom du champ dans le gabarit.',
            en: 'Check the field’s name in the template.',
          },
          cause: error,
        },
      );
    }
  };

const compileOptions = (helpers: object, { html }: { html: boolean }): CompileOptions => ({
  strict: true,
  noEscape: !html,
  preventIndent: true,
  knownHelpers: Object.fromEntries(Object.keys(helpers).map((helper) => [helper, true])),
});

function parseTemplate(source: string, at: (line: number) => string): hbs.AST.Program {
  try {
    return Handlebars.parse(source);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1);
    const cause = message.split('\n').at(-1) ?? message;
    throw new UserFailure(
      { fr: `${at(line)} : gabarit illisible. ${cause}`, en: `${at(line)}: unreadable template. ${cause}` },
      {
        remedy: {
          fr: 'Chaque {{#bloc}} se ferme par {{/bloc}}.',
          en: 'Every {{#block}} is closed by {{/block}}.',
        },
      },
    );
  }
}

interface Use {
  readonly kind: 'partial' | 'helper' | 'file';
  readonly name: string;
  readonly line: number;
  /** The helper whose argument a file is. */
  readonly helper: string;
}

/** The partials, helpers and brand files a program names. */
function usesIn(program: hbs.AST.Program): Use[] {
  const uses: Use[] = [];
  const visitor = new Handlebars.Visitor();
  const note = (kind: Use['kind'], name: string, node: hbs.AST.Node, helper = ''): void => {
    uses.push({ kind, name, line: node.loc.start.line, helper });
  };
  const call = (node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression): void => {
    const name = (node.path as hbs.AST.PathExpression).original;
    const isCall = node.params.length > 0 || node.hash !== undefined || node.type === 'SubExpression';
    if (isCall) note('helper', String(name), node);
    const [first] = node.params;
    if (fileHelpers.has(String(name)) && first?.type === 'StringLiteral') {
      note('file', (first as hbs.AST.StringLiteral).value, node, String(name));
    }
  };
  const { MustacheStatement, BlockStatement, SubExpression, PartialStatement } = Handlebars.Visitor.prototype;
  visitor.MustacheStatement = function (node): void {
    call(node);
    MustacheStatement.call(this, node);
  };
  visitor.BlockStatement = function (node): void {
    call(node);
    BlockStatement.call(this, node);
  };
  visitor.SubExpression = function (node): void {
    call(node);
    SubExpression.call(this, node);
  };
  visitor.PartialStatement = function (node): void {
    if (node.name.type === 'PathExpression')
      note('partial', (node.name as hbs.AST.PathExpression).original, node);
    PartialStatement.call(this, node);
  };
  visitor.accept(program);
  return uses;
}

/** Files of the brand that a style sheet points to. */
const urlsIn = (brand: Brand, path: string): string[] =>
  [...new TextDecoder().decode(brand.files.get(path)?.bytes).matchAll(cssUrl)]
    .flatMap(([, , url]) => url ?? [])
    .filter((url) => brand.files.has(url));

const missingFile = (where: string, path: string, meant: string | undefined): UserFailure =>
  new UserFailure(
    { fr: `${where} : le fichier \`${path}\` n’existe pas.`, en: `${where}: there is no file \`${path}\`.` },
    {
      remedy: suggestion(meant, {
        fr: 'Créez-le dans le dossier de la marque.',
        en: 'Create it in the brand folder.',
      }),
    },
  );

const unknownHelper = (where: string, name: string, meant: string | undefined): UserFailure =>
  new UserFailure(
    { fr: `${where} : fonction inconnue \`${name}\`.`, en: `${where}: unknown helper \`${name}\`.` },
    { remedy: suggestion(meant, { fr: 'Voir la liste dans le README.', en: 'See the list in the README.' }) },
  );

const suggestion = (meant: string | undefined, otherwise: Wording): Wording =>
  meant === undefined
    ? otherwise
    : { fr: `Vouliez-vous dire \`${meant}\` ?`, en: `Did you mean \`${meant}\`?` };
