import { formatDate } from '../dates.js';
import { formatPhone } from '../phone.js';
import { cssUrl } from './template.js';
/** Stands where the `@font-face` rules go: which faces a rendition needs is known once its text is. */
export const fontsPlaceholder = '/*fonts*/';
/** All helpers by name. Each answers with a string; the template escapes it unless it asks for it raw. `assetHref` tells where the rendition finds a file of the brand folder. */
export function makeFormatters(brand, assetHref) {
    const read = (path) => new TextDecoder().decode(brand.files.get(path)?.bytes);
    return {
        /** `{{date date "weekday"}}`: a day in the release's language; style long (default), weekday or numeric. */
        date: (day, ...rest) => {
            const call = rest.at(-1);
            return formatDate(day.slice(0, 10), call.data.root.language, rest.length > 1 ? rest[0] : 'long');
        },
        /** `{{phone number "national"}}`: style international, national (default) or tel. */
        phone: (number, ...rest) => formatPhone(number, rest.length > 1 ? rest[0] : 'national'),
        /** `{{languageName "es"}}`: a language by its own name, `español`. */
        languageName: (language) => new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language,
        /** `{{t "read-online"}}`: a word of the brand in the release's language; `name=value` fills `{name}`. */
        t: (key, call) => {
            const text = call.data.root.words[key] ?? key;
            return text.replace(/\{(\w+)\}/g, (whole, name) => String(call.hash[name] ?? whole));
        },
        /** `{{{style "page.css"}}}`: a style sheet of the brand, its `url(…)` pointing to where the files will be. */
        style: (path) => read(path).replace(cssUrl, (_whole, _quote, file) => {
            return `url("${assetHref(file)}")`;
        }),
        /** `{{asset "logo.png"}}`: where a file of the brand will be. */
        asset: (path) => assetHref(path),
        /** `{{{inline "logo.svg"}}}`: the text of a file of the brand. */
        inline: (path) => read(path),
        /** `{{{fonts}}}` inside a style element: the faces this text needs. */
        fonts: () => fontsPlaceholder,
        /** `{{#if (eq kind "press-kit")}}`. */
        eq: (a, b) => a === b,
    };
}
