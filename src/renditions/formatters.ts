// The functions a template may call: dates, phones, languages, the brand's words, and files of the brand folder.
import type { Brand } from '../brand/brand.ts';
import { type DateStyle, formatDate } from '../dates.ts';
import { formatPhone, type PhoneStyle } from '../phone.ts';
import { guard } from './helper-arguments.ts';
import type { Helper } from './template.ts';
import { cssUrl } from './template-parts.ts';
import type { View } from './view.ts';
import { textWidth, underline, wrap } from './wrap.ts';

interface Call {
  readonly data: { readonly root: View };
  readonly hash: Readonly<Record<string, unknown>>;
}

/** Stands where the `@font-face` rules go: which faces a rendition needs is known once its text is. */
export const fontsPlaceholder = '/*fonts*/';

const primary = (language: string): string => language.split('-')[0] ?? language;

/** All helpers by name. Each answers with a string; the template escapes it unless it asks for it raw. `assetHref` tells where the rendition finds a file of the brand folder. */
export function makeFormatters(
  brand: Brand,
  assetHref: (path: string) => string,
): Readonly<Record<string, Helper>> {
  const read = (path: string): string => new TextDecoder().decode(brand.files.get(path)?.bytes);
  // Contacts are few, and each stands in many releases.
  const phones = new Map<string, string>();
  const shownPhone = (number: string, style: PhoneStyle): string => {
    const shown = phones.get(style + number) ?? formatPhone(number, style);
    phones.set(style + number, shown);
    return shown;
  };
  return guard(brand, {
    /** `{{date date "weekday"}}`: a day in the release's language; style long (default), weekday or numeric. */
    date: (day: string, ...rest: [Call] | [DateStyle, Call]) => {
      const call = rest.at(-1) as Call;
      return formatDate(
        day.slice(0, 10),
        call.data.root.language,
        rest.length > 1 ? (rest[0] as DateStyle) : 'long',
      );
    },
    /**
     * `{{phone number "national"}}`: style international, national or tel. Without one, national in the brand's own
     * language and international in the others, which are read abroad.
     */
    phone: (number: string, ...rest: [Call] | [PhoneStyle, Call]) => {
      const { language } = (rest.at(-1) as Call).data.root;
      const own = primary(language) === primary(brand.languages[0] ?? language);
      return shownPhone(
        number,
        rest.length > 1 ? (rest[0] as PhoneStyle) : own ? 'national' : 'international',
      );
    },
    /** `{{languageName "es"}}`: a language by its own name, `español`; `in="fr"` by its French one. */
    languageName: (language: string, call: Call) =>
      new Intl.DisplayNames(String(call.hash.in ?? language), { type: 'language' }).of(language) ?? language,
    /** `{{t "read-online"}}`: a word of the brand in the release's language; `name=value` fills `{name}`. */
    t: (key: string, call: Call) => {
      const text = call.data.root.words[key] ?? key;
      return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(call.hash[name] ?? whole));
    },
    /** `{{{style "page.css"}}}`: a style sheet of the brand, its `url(…)` pointing to where the files will be. */
    style: (path: string) =>
      read(path).replace(cssUrl, (_whole, _quote, file: string) => {
        return `url("${assetHref(file)}")`;
      }),
    /** `{{{cssString title}}}`: a text as a CSS string (CSS Syntax 3, 4.3.5) that cannot end its style element. */
    cssString: (text: string) =>
      `"${text.replace(/[\\"<\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`,
    /** `{{asset "logo.png"}}`: where a file of the brand will be. */
    asset: (path: string) => assetHref(path),
    /** `{{{inline "logo.svg"}}}`: the text of a file of the brand. */
    inline: (path: string) => read(path),
    /** `{{{fonts}}}` inside a style element: the faces this text needs. */
    fonts: () => fontsPlaceholder,
    /** `{{wrap subtitle}}`: lines of plain text, 76 columns wide. */
    wrap: (text: string) => wrap(text, textWidth).join('\n'),
    /** `{{underline title "="}}`: a heading of plain text. */
    underline: (text: string, rule: string) => underline(wrap(text, textWidth), rule).join('\n'),
    /** `{{ltr (phone number)}}`: kept left to right in plain text that runs the other way. */
    ltr: (text: string, call: Call) => (call.data.root.dir === 'ltr' ? text : `\u2066${text}\u2069`),
    /** `{{#if (eq kind "press-kit")}}`. */
    eq: (a: unknown, b: unknown) => a === b,
  });
}
