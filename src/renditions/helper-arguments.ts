// What each helper of a template takes, and what is said of a call that gives it something else.
import type { Brand } from '../brand/brand.ts';
import type { Wording } from '../finding.ts';
import { nearest } from '../nearest.ts';
import type { Helper } from './template.ts';
import { Refusal } from './template-failure.ts';
import type { View } from './view.ts';

/** What Handlebars adds to the arguments of a call. */
interface Call {
  readonly data: { readonly root: View };
  readonly hash: Readonly<Record<string, unknown>>;
  readonly loc?: { readonly start: { readonly line: number } };
}

interface Parameter {
  readonly takes: (value: unknown, call: Call, brand: Brand) => boolean;
  readonly expected: Wording;
  /** The known ones, where the value is one of few. */
  readonly known?: (call: Call, brand: Brand) => Iterable<string>;
  readonly optional?: true;
}

const text: Parameter = {
  takes: (value) => typeof value === 'string',
  expected: { fr: 'un texte', en: 'a text' },
};
const anything: Parameter = { takes: () => true, expected: { fr: 'une valeur', en: 'a value' } };
const day: Parameter = {
  takes: (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}/.test(value) &&
    !Number.isNaN(Date.parse(`${value.slice(0, 10)}T00:00:00Z`)),
  expected: { fr: 'une date comme 2020-11-25', en: 'a date such as 2020-11-25' },
};
const phoneNumber: Parameter = {
  takes: (value) => typeof value === 'string' && /^\+\d{4,15}$/.test(value),
  expected: { fr: 'un numéro comme +33199001234', en: 'a number such as +33199001234' },
};
const language: Parameter = {
  takes: (value) => {
    try {
      return typeof value === 'string' && Intl.getCanonicalLocales(value).length === 1;
    } catch {
      return false;
    }
  },
  expected: { fr: 'un code de langue comme fr', en: 'a language code such as fr' },
};
const word: Parameter = {
  takes: (value, { data }) => typeof value === 'string' && Object.hasOwn(data.root.words, value),
  expected: { fr: 'un mot de la marque dans cette langue', en: 'a word of the brand in this language' },
  known: ({ data }) => Object.keys(data.root.words),
};
const brandFile: Parameter = {
  takes: (value, _call, { files }) => typeof value === 'string' && files.has(value),
  expected: { fr: 'un fichier du dossier de la marque', en: 'a file of the brand folder' },
  known: (_call, { files }) => files.keys(),
};
const style = (...names: readonly string[]): Parameter => ({
  takes: (value) => names.includes(String(value)),
  expected: { fr: names.join(', '), en: names.join(', ') },
  optional: true,
});

/** By helper: what it takes, and a call that is right. */
const signatures: Readonly<Record<string, readonly [example: string, ...(readonly Parameter[])]>> = {
  date: ['{{date date "weekday"}}', day, style('long', 'weekday', 'numeric')],
  phone: ['{{phone number "national"}}', phoneNumber, style('international', 'national', 'tel')],
  languageName: ['{{languageName language}}', language],
  t: ['{{t "read-online"}}', word],
  style: ['{{{style "page.css"}}}', brandFile],
  cssString: ['{{{cssString title}}}', text],
  asset: ['{{asset "logo.png"}}', brandFile],
  inline: ['{{{inline "logo.svg"}}}', brandFile],
  fonts: ['{{{fonts}}}'],
  wrap: ['{{wrap title}}', text],
  underline: ['{{underline title "="}}', text, text],
  ltr: ['{{ltr (phone number)}}', text],
  eq: ['{{#if (eq kind "press-kit")}}', anything, anything],
};

/** Arguments by name; `t` takes any, to fill in its text. */
const named: Readonly<Record<string, readonly string[]>> = { languageName: ['in'] };

/** The helpers, each refusing in words what it cannot use. */
export const guard = (
  brand: Brand,
  helpers: Readonly<Record<string, Helper>>,
): Readonly<Record<string, Helper>> =>
  Object.fromEntries(
    Object.entries(helpers).map(([name, helper]): [string, Helper] => [name, guarded(brand, name, helper)]),
  );

function guarded(brand: Brand, name: string, helper: Helper): Helper {
  const [example = '', ...parameters] = signatures[name] ?? [];
  const least = parameters.filter(({ optional }) => !optional).length;
  return (...args: never[]) => {
    const call: Call = args.at(-1) as unknown as Call;
    const given: readonly unknown[] = args.slice(0, -1);
    const refuse = (wording: Wording, meant?: string): Refusal => {
      const right: Wording = { fr: `Par exemple \`${example}\`.`, en: `For example \`${example}\`.` };
      const better: Wording = { fr: `Vouliez-vous dire \`${meant}\` ?`, en: `Did you mean \`${meant}\`?` };
      return new Refusal(wording, meant === undefined ? right : better, call.loc?.start.line);
    };
    if (given.length < least || given.length > parameters.length) {
      throw refuse({
        fr: `\`${name}\` est appelée ${countOf(given.length).fr}`,
        en: `\`${name}\` is called ${countOf(given.length).en}`,
      });
    }
    for (const [index, { takes, expected, known }] of parameters.entries()) {
      const value = given[index];
      if (index >= given.length || takes(value, call, brand)) continue;
      const shown = JSON.stringify(value)?.slice(0, 60) ?? 'undefined';
      throw refuse(
        {
          fr: `\`${name}\` attend ${expected.fr}, et non \`${shown}\``,
          en: `\`${name}\` takes ${expected.en}, not \`${shown}\``,
        },
        known && typeof value === 'string' ? nearest(value, known(call, brand)) : undefined,
      );
    }
    const stray =
      name === 't' ? undefined : Object.keys(call.hash).find((key) => !named[name]?.includes(key));
    if (stray !== undefined) {
      throw refuse({
        fr: `\`${name}\` ne connaît pas \`${stray}=\``,
        en: `\`${name}\` does not know \`${stray}=\``,
      });
    }
    if (name === 'languageName' && 'in' in call.hash && !language.takes(call.hash.in, call, brand)) {
      throw refuse({
        fr: `\`languageName\` attend dans \`in\` ${language.expected.fr}`,
        en: `\`languageName\` takes in \`in\` ${language.expected.en}`,
      });
    }
    return helper(...args);
  };
}

const countOf = (given: number): Wording =>
  given === 0
    ? { fr: 'sans argument', en: 'without an argument' }
    : {
        fr: `avec ${given} ${given === 1 ? 'argument' : 'arguments'}`,
        en: `with ${given} ${given === 1 ? 'argument' : 'arguments'}`,
      };
