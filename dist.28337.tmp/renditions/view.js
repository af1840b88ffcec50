// View: what a template sees of an edition. Every field is there, null where the release says nothing.
import { formatDateline, formatInstant } from '../dates.js';
import { directionOf, leadOf } from './html.js';
import { renditionFile } from './rendition.js';
export function makeView(edition, rendered, hrefs) {
    const { release, brand, words, contacts, boilerplate } = edition;
    const word = (key) => words[key] ?? key;
    const inLanguage = (texts) => texts[release.language] ??
        texts[release.language.split('-')[0] ?? ''] ??
        texts[brand.languages[0] ?? ''] ??
        Object.values(texts)[0] ??
        null;
    const name = inLanguage(brand.name) ?? brand.id;
    const summary = release.summary ?? leadOf(release.body);
    const canonical = brand.url === null ? null : `${brand.url}/${release.id}/`;
    return {
        language: release.language,
        dir: directionOf(release.language),
        id: release.id,
        kind: release.kind,
        kicker: word(release.kind),
        title: release.title,
        subtitle: release.subtitle,
        dateline: formatDateline(release.city, release.date, release.language),
        date: release.time?.instant ?? release.date,
        city: release.city,
        embargo: release.embargo
            ? word('embargo').replace('{when}', formatInstant(release.embargo, release.language, word))
            : null,
        summary,
        image: viewImage(edition, hrefs),
        body: rendered.body,
        boilerplate: rendered.boilerplate === null
            ? null
            : { title: boilerplate?.title ?? null, body: rendered.boilerplate },
        contacts: contacts.map((contact) => ({
            id: contact.id,
            name: contact.name,
            role: inLanguage(contact.role),
            email: contact.email,
            phones: contact.phones.map((phone) => ({
                ...phone,
                label: word(phone.kind === 'mobile' ? 'mobile' : 'phone'),
            })),
        })),
        contactsTitle: word(contacts.length > 1 ? 'contacts' : 'contact'),
        attachments: release.attachments.map(({ src, title }) => ({
            title,
            href: hrefs.file(mediaHref(edition, src)),
        })),
        translations: edition.translations.map(({ language, id, title }) => ({
            language,
            title,
            href: hrefs.page(id),
        })),
        corrects: release.corrects,
        canonical,
        pdf: hrefs.file(renditionFile('pdf', release.id)),
        jsonLd: jsonLd(edition, name, summary, canonical),
        brand: {
            id: brand.id,
            name,
            tagline: inLanguage(brand.tagline),
            url: brand.url,
            address: brand.address,
            country: brand.country,
        },
        words,
        links: rendered.links,
    };
}
function viewImage({ release, media }, hrefs) {
    if (release.image === null)
        return null;
    const { alt, caption, credit, src } = release.image;
    const found = media.get(src);
    return {
        src: hrefs.image(found?.href ?? src),
        alt,
        caption,
        credit,
        width: found?.size?.width ?? null,
        height: found?.size?.height ?? null,
    };
}
const mediaHref = ({ media }, src) => media.get(src)?.href ?? src;
/** schema.org NewsArticle as JSON that is safe inside a `<script>` element. */
function jsonLd({ release, brand, contacts, translations }, name, summary, url) {
    const data = {
        '@context': 'https://schema.org',
        '@type': 'NewsArticle',
        headline: release.title,
        alternativeHeadline: release.subtitle ?? undefined,
        description: summary,
        inLanguage: release.language,
        datePublished: release.embargo?.instant ?? release.time?.instant ?? release.date,
        dateline: formatDateline(release.city, release.date, release.language),
        locationCreated: { '@type': 'Place', name: release.city },
        keywords: release.topics.length > 0 ? release.topics : undefined,
        mainEntityOfPage: url ?? undefined,
        workTranslation: translations.map(({ language, title, id }) => ({
            '@type': 'NewsArticle',
            headline: title,
            inLanguage: language,
            url: brand.url === null ? undefined : `${brand.url}/${id}/`,
        })),
        publisher: {
            '@type': 'Organization',
            name,
            url: brand.url ?? undefined,
            contactPoint: contacts.map((contact) => ({
                '@type': 'ContactPoint',
                contactType: 'press',
                name: contact.name,
                email: contact.email,
                telephone: contact.phones[0]?.number,
            })),
        },
    };
    return JSON.stringify(data).replaceAll('<', '\\u003c');
}
