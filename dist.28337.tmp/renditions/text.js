import { listLinks, makeLinkList } from './links.js';
import { renderText } from './plaintext.js';
import { renditionFile } from './rendition.js';
import { makeView } from './view.js';
/** `<id>.txt`, UTF-8. */
export async function makeText(edition, kit) {
    const { release, brand, boilerplate, words, regions } = edition;
    const links = makeLinkList();
    const toText = (body, abbreviations) => renderText(body, {
        word: (key) => words[key] ?? key,
        regions,
        links,
        language: release.language,
        abbreviations,
    });
    const at = (id, href) => (brand.url === null ? href : `${brand.url}/${id}/${href}`);
    const own = (href) => at(release.id, href);
    const rendered = {
        body: toText(release.body, release.abbreviations),
        boilerplate: boilerplate && toText(boilerplate.body, {}),
        links: listLinks(links).split('\n'),
    };
    const view = makeView(edition, rendered, { image: own, file: own, page: (id) => at(id, '') });
    return {
        files: new Map([[renditionFile('text', release.id), kit.templates.text.render(view)]]),
        fonts: [],
        findings: [],
    };
}
