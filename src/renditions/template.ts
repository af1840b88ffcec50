// Compiles the Handlebars templates of a brand; what stops one while it is rendered is told with template, line and cause.
import Handlebars from 'handlebars';
import type { Brand } from '../brand/brand.ts';
import { UserFailure } from '../failure.ts';
import { runTimeFailure } from './template-failure.ts';
import { placeIn, type TemplateParts } from './template-parts.ts';
import type { View } from './view.ts';

export type Helper = (...args: never[]) => unknown;

export interface Template extends Pick<TemplateParts, 'files' | 'assets'> {
  render(view: View): string;
}

/** Compiles what `readTemplate` found no fault with. Strict: a field that no view has is a UserFailure when it is asked for. */
export function compileTemplate(
  brand: Brand,
  { name, programs, files, assets }: TemplateParts,
  helpers: Readonly<Record<string, Helper>>,
  options: { readonly html: boolean },
): Template {
  const engine = Handlebars.create();
  const compile = (path: string, program: hbs.AST.Program): Handlebars.TemplateDelegate =>
    located(
      (line) => placeIn(brand, path, line),
      program,
      engine.compile(program, compileOptions(helpers, options)),
    );
  for (const [path, program] of programs) {
    const partial = /^partials\/(.+)\.hbs$/.exec(path)?.[1];
    if (partial) engine.registerPartial(partial, compile(path, program));
  }
  const own = programs.get(name);
  if (own === undefined) throw new Error(`${name} was not read`);
  const render = compile(name, own);
  return {
    files,
    assets,
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
