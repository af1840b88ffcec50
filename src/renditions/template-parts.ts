// What a template of a brand is made of: itself, its partials, style sheets and assets, and all that is wrong with them.
import Handlebars from 'handlebars';
import type { Brand } from '../brand/brand.ts';
import { UserFailure } from '../failure.ts';
import { nearest } from '../nearest.ts';
import {
  missingFile,
  unknownHelper,
  unreadableTemplate,
  unsupported,
  wrongArguments,
} from './template-failure.ts';

export interface TemplateParts {
  /** File of the template itself, relative to the brand folder. */
  readonly name: string;
  /** The template and its partials, parsed, by file. */
  readonly programs: ReadonlyMap<string, hbs.AST.Program>;
  /** Every file it is made of: `programs`, style sheets and assets. */
  readonly files: ReadonlySet<string>;
  /** Those of `files` that the result points to: what `asset` names, and `url(…)` in a style sheet. */
  readonly assets: ReadonlySet<string>;
  /** Missing files and partials, unknown helpers, lines that cannot be read: each with its place. */
  readonly faults: readonly UserFailure[];
}

/** `url(…)` of a local file in CSS: quote, then path. */
export const cssUrl = /url\((['"]?)(?!data:|#|https?:)([^'")]+)\1\)/g;

/** Helpers whose first argument names a file of the brand folder. */
const fileHelpers: ReadonlySet<string> = new Set(['style', 'asset', 'inline']);
/** What the engine brings, with the number of arguments each takes. */
const builtIn: Readonly<Record<string, number>> = { if: 1, unless: 1, each: 1, with: 1, lookup: 2 };

/** Where a file of the brand, or one of its lines, stands in the workspace. */
export const placeIn = ({ folder }: Brand, path: string, line?: number): string =>
  `${folder}/${path}${line === undefined ? '' : `:${line}`}`;

/** Reads `<brand>/<name>` and all that it calls; `helpers` are the names of those it may use. */
export function readTemplate(brand: Brand, name: string, helpers: readonly string[]): TemplateParts {
  const programs = new Map<string, hbs.AST.Program>();
  const files = new Set<string>();
  const assets = new Set<string>();
  const faults: UserFailure[] = [];
  const known = [...Object.keys(builtIn), ...helpers];

  /** Whether the file is there; `from` is who calls it. */
  const find = (path: string, from: string): boolean => {
    if (brand.files.has(path)) return true;
    faults.push(missingFile(from, path, brand.files.keys()));
    return false;
  };
  const addFile = (use: Use, from: string): void => {
    if (!find(use.name, from)) return;
    files.add(use.name);
    if (use.helper === 'asset') assets.add(use.name);
    if (!use.name.endsWith('.css')) return;
    for (const { url, line } of urlsIn(brand, use.name)) {
      const [asset = ''] = url.split(/[?#]/);
      if (find(asset, placeIn(brand, use.name, line))) assets.add(asset);
    }
  };
  const addHelper = (use: Use, from: string): void => {
    const wanted = builtIn[use.name];
    if (!known.includes(use.name)) faults.push(unknownHelper(from, use.name, nearest(use.name, known)));
    else if (wanted !== undefined && use.given !== wanted)
      faults.push(wrongArguments(from, use.name, wanted));
  };
  const addProgram = (path: string, from: string): void => {
    if (files.has(path) || !find(path, from)) return;
    files.add(path);
    const program = parse(new TextDecoder().decode(brand.files.get(path)?.bytes), (line) =>
      placeIn(brand, path, line),
    );
    if (program instanceof UserFailure) {
      faults.push(program);
      return;
    }
    programs.set(path, program);
    for (const use of usesIn(program)) {
      const here = placeIn(brand, path, use.line);
      if (use.kind === 'partial') addProgram(`partials/${use.name}.hbs`, here);
      else if (use.kind === 'unsupported') faults.push(unsupported(here, use.name));
      else if (use.kind === 'helper') addHelper(use, here);
      else addFile(use, here);
    }
  };
  addProgram(name, placeIn(brand, name));
  return { name, programs, files: new Set([...files, ...assets]), assets, faults };
}

function parse(source: string, at: (line: number) => string): hbs.AST.Program | UserFailure {
  try {
    return Handlebars.parse(source);
  } catch (error) {
    return unreadableTemplate(at, source, error as Error);
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
