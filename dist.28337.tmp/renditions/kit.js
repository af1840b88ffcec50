import { facesFor, fontFaceCss } from './fonts.js';
import { fontsPlaceholder, makeFormatters } from './formatters.js';
import { renderHtml } from './html.js';
import { renditionNames, virtualOrigin } from './rendition.js';
import { compileTemplate } from './template.js';
import { makeView } from './view.js';
/** Where each rendition finds a file of the brand. */
const assetHref = {
    page: (path) => `assets/${path}`,
    pdf: (path) => `${virtualOrigin}/brand/${path}`,
    email: (path) => path,
    text: (path) => path,
};
/** Compiles every template of the brand; a mistake in one is a UserFailure. */
export function makeKit(brand, faces) {
    const compile = (name) => compileTemplate(brand, `${name}.hbs`, makeFormatters(brand, assetHref[name]), {
        html: name !== 'text',
    });
    const templates = Object.fromEntries(renditionNames.map((name) => [name, compile(name)]));
    return { templates: templates, faces };
}
/** One HTML rendition of an edition: page, email or the document to print. */
export function renderTemplate(edition, kit, name, medium) {
    const { hrefs } = medium;
    const { release, boilerplate, words, media } = edition;
    const toHtml = (body, abbreviations) => renderHtml(body, {
        image: (src) => {
            const found = media.get(src);
            return found === undefined ? null : { src: hrefs.image(found.href), ...found.size };
        },
        link: hrefs.file,
        ...(medium.finish ? { finish: medium.finish } : {}),
        abbreviations,
        regions: edition.regions,
        word: (key) => words[key] ?? key,
    });
    const view = makeView(edition, {
        body: toHtml(release.body, release.abbreviations),
        boilerplate: boilerplate === null ? null : toHtml(boilerplate.body, {}),
        links: [],
    }, hrefs);
    const text = kit.templates[name].render(view);
    const faces = text.includes(fontsPlaceholder) ? facesFor(text, kit.faces) : [];
    return { html: text.replace(fontsPlaceholder, () => fontFaceCss(faces, medium.fontHref)), faces, view };
}
