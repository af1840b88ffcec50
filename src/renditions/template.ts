// Compiles the Handlebars templates of a brand; every mistake in one is told with template, line and cause.
import Handlebars from 'handlebars';
import type { Brand } from '../brand/brand.ts';
import { UserFailure } from '../failure.ts';
import { nearest } from '../nearest.ts';
import {
  missingFile,
  runTimeFailure,
  unknownHelper,
  unreadableTemplate,
  unsupported,
  wrongArguments,
} from './template-failure.ts';
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
/** What the engine brings, with the number of arguments each takes. */
const builtIn: Readonly<Record<string, number>> = { if: 1, unless: 1, each: 1, with: 1, lookup: 2 };

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
  const programs = new Map<string, hbs.AST.Program>();
  const files = new Set<string>();
  const assets = new Set<string>();
  const known = [...Object.keys(builtIn), ...Object.keys(helpers)];
  const place = (path: string, line?: number): string =>
    `${brand.folder}/${path}${line === undefined ? '' : `:${line}`}`;

  const add = (path: string, from?: { path: string; line: number }): void => {
    if (files.has(path)) return;
    const file = brand.files.get(path);
    if (file === undefined) {
      const where = from === undefined ? place(path) : place(from.path, from.line);
      throw missingFile(where, path, brand.files.keys());
    }
    files.add(path);
    const program = parseTemplate(new TextDecoder().decode(file.bytes), (line) => place(path, line));
    programs.set(path, program);
    for (const use of usesIn(program)) {
      if (use.kind === 'partial') add(`partials/${use.name}.hbs`, { path, line: use.line });
      if (use.kind === 'unsupported') throw unsupported(place(path, use.line), use.name);
      if (use.kind === 'helper' && !known.includes(use.name)) {
        throw unknownHelper(place(path, use.line), use.name, nearest(use.name, known));
      }
      const wanted = use.kind === 'helper' ? builtIn[use.name] : undefined;
      if (wanted !== undefined && use.given !== wanted)
        throw wrongArguments(place(path, use.line), use.name, wanted);
      if (use.kind === 'file') {
        if (!brand.files.has(use.name)) {
          throw missingFile(place(path, use.line), use.name, brand.files.keys());
        }
        files.add(use.name);
        if (use.name.endsWith('.css')) {
          for (const { url, line } of urlsIn(brand, use.name)) {
            const [asset = ''] = url.split(/[?#]/);
            if (!brand.files.has(asset)) throw missingFile(place(use.name, line), asset, brand.files.keys());
            assets.add(asset);
          }
        }
        if (use.helper === 'asset') assets.add(use.name);
      }
    }
  };
  add(name);

  const engine = Handlebars.create();
  const compile = (path: string, program: hbs.AST.Program): Handlebars.TemplateDelegate =>
    located((line) => place(path, line), program, engine.compile(program, compileOptions(helpers, options)));
  for (const [path, program] of programs) {
    const partial = /^partials\/(.+)\.hbs$/.exec(path)?.[1];
    if (partial) engine.registerPartial(partial, compile(path, program));
  }
  const own = programs.get(name);
  if (own === undefined) throw new Error(`${name} was not read`);
  const render = compile(name, own);
  return {
    files: [...files, ...assets],
    assets: [...assets],
    render: (view) => render(view, { helpers: helpers as Record<string, Handlebars.HelperDelegate> }),
  };
}

/** The template, its run-time errors told with their place and cause. */
const located =
  (
    place: (line?: number) => string,
    program: hbs.AST.Program,
    template: Handlebars.TemplateDelegate,
  ): Handlebars.TemplateDelegate =>
  (context, options) => {
    try {
      return template(context, options);
    } catch (error) {
      if (error instanceof UserFailure || !(error instanceof Error)) throw error;
      throw runTimeFailure(place, program, error);
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
    throw unreadableTemplate(at, source, error as Error);
  }
}

interface Use {
  readonly kind: 'partial' | 'helper' | 'file' | 'unsupported';
  readonly name: string;
  readonly line: number;
  /** Arguments by place that a helper is given. */
  readonly given: number;
  /** The helper whose argument a file is. */
  readonly helper: string;
}

/** The partials, helpers and brand files a program names. */
function usesIn(program: hbs.AST.Program): Use[] {
  const uses: Use[] = [];
  const visitor = new Handlebars.Visitor();
  const note = (kind: Use['kind'], name: string, node: hbs.AST.Node, helper = '', given = 0): void => {
    uses.push({ kind, name, line: node.loc.start.line, helper, given });
  };
  const call = (node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement | hbs.AST.SubExpression): void => {
    const name = (node.path as hbs.AST.PathExpression).original;
    const given = node.params.length;
    const isCall =
      given > 0 ||
      node.hash !== undefined ||
      node.type === 'SubExpression' ||
      Object.hasOwn(builtIn, String(name));
    if (isCall) note('helper', String(name), node, '', given);
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
    else note('unsupported', '{{> (…)}}', node);
    PartialStatement.call(this, node);
  };
  visitor.PartialBlockStatement = (node) => note('unsupported', '{{#> …}}', node);
  visitor.Decorator = (node) => note('unsupported', '{{* …}}', node);
  visitor.DecoratorBlock = (node) => note('unsupported', '{{#* …}}', node);
  visitor.accept(program);
  return uses;
}

/** What a style sheet of the brand points to. */
function urlsIn(brand: Brand, path: string): { readonly url: string; readonly line: number }[] {
  const css = new TextDecoder().decode(brand.files.get(path)?.bytes);
  return [...css.matchAll(cssUrl)].map(({ index, 2: url = '' }) => ({
    url,
    line: css.slice(0, index).split('\n').length,
  }));
}
