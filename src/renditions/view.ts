// View: what a template sees of an edition. Every field is there, null where the release says nothing.
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { formatDateline, formatInstant } from '../dates.ts';
import { captionLine, creditLine } from './caption.ts';
import { directionOf } from './direction.ts';
import { writeJsonLd } from './json-ld.ts';
import { type Edition, renditionFile } from './rendition.ts';
import type { Section } from './sections.ts';

export interface ViewImage {
  readonly src: string;
  readonly alt: string;
  /** A sentence where a credit follows. */
  readonly caption: string | null;
  /** « Photo : Ada Lopez ». */
  readonly credit: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

export interface ViewContact {
  readonly id: string;
  readonly name: string;
  readonly role: string | null;
  readonly email: string;
  readonly phones: readonly {
    readonly number: string;
    readonly kind: 'office' | 'mobile';
    readonly label: string;
  }[];
}

export interface View {
  /** BCP 47, and the direction its script runs. */
  readonly language: string;
  readonly dir: 'ltr' | 'rtl';
  /** `fr_FR`, as Open Graph writes it. */
  readonly locale: string;
  readonly id: string;
  readonly kind: string;
  readonly kicker: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly dateline: string;
  /** RFC 3339 date or date-time. */
  readonly date: string;
  readonly city: string;
  /** « Sous embargo jusqu’au … », or null. */
  readonly embargo: string | null;
  /** The summary, or the lead. */
  readonly summary: string;
  readonly image: ViewImage | null;
  /** HTML, or plain text in a text template. */
  readonly body: string;
  readonly boilerplate: { readonly title: string | null; readonly body: string } | null;
  readonly contacts: readonly ViewContact[];
  readonly contactsTitle: string;
  readonly attachments: readonly { readonly title: string; readonly href: string }[];
  readonly translations: readonly {
    readonly language: string;
    readonly locale: string;
    readonly title: string;
    readonly href: string;
    /** Its public address; null where the brand has none. */
    readonly canonical: string | null;
  }[];
  readonly corrects: string | null;
  /** The page's public address; null where the brand has none. */
  readonly canonical: string | null;
  readonly pdf: string;
  readonly jsonLd: string;
  readonly brand: {
    readonly id: string;
    readonly name: string;
    readonly tagline: string | null;
    readonly url: string | null;
    readonly address: readonly string[];
    readonly country: string;
  };
  /** The brand's words by key: `{{t "contacts"}}`. */
  readonly words: Readonly<Record<string, string>>;
  /** Numbered references of a text rendition; empty elsewhere. */
  readonly links: readonly string[];
  /** The sections of the text; `page` is known in print only. */
  readonly contents: readonly ViewSection[];
}

export interface ViewSection extends Section {
  readonly page: number | null;
}

/** How one rendition points to things. */
export interface Hrefs {
  /** To a picture, from its place in `build/<id>/`. */
  readonly image: (href: string) => string;
  /** To any other file of the release, from its place in `build/<id>/`. */
  readonly file: (href: string) => string;
  /** To the page of another release. */
  readonly page: (id: string) => string;
}

export interface Rendered {
  readonly body: string;
  readonly boilerplate: string | null;
  readonly links: readonly string[];
  readonly contents: readonly ViewSection[];
}

export function makeView(edition: Edition, rendered: Rendered, hrefs: Hrefs): View {
  const { release, brand, words, contacts, boilerplate } = edition;
  const word = (key: string): string => words[key] ?? key;
  const inLanguage = (texts: Readonly<Record<string, string>>): string | null =>
    texts[release.language] ??
    texts[release.language.split('-')[0] ?? ''] ??
    texts[brand.languages[0] ?? ''] ??
    Object.values(texts)[0] ??
    null;
  const name = inLanguage(brand.name) ?? brand.id;
  const summary = release.summary ?? leadOf(release.body);
  const address = (id: string): string | null => (brand.url === null ? null : `${brand.url}/${id}/`);
  const canonical = address(release.id);
  return {
    language: release.language,
    dir: directionOf(release.language),
    locale: localeOf(release.language),
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
    image: viewImage(edition, hrefs, word),
    body: rendered.body,
    boilerplate:
      rendered.boilerplate === null
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
      locale: localeOf(language),
      title,
      href: hrefs.page(id),
      canonical: address(id),
    })),
    corrects: release.corrects,
    canonical,
    pdf: hrefs.file(renditionFile('pdf', release.id)),
    jsonLd: writeJsonLd(edition, name, summary, canonical),
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
    contents: rendered.contents,
  };
}

/** BCP 47 → language and territory, the likeliest where the tag names none (ogp.me; UTS 35, likely subtags). */
function localeOf(language: string): string {
  const { language: base, region } = new Intl.Locale(language).maximize();
  return region === undefined ? base : `${base}_${region}`;
}

function viewImage(
  { release, media }: Edition,
  hrefs: Hrefs,
  word: (key: string) => string,
): ViewImage | null {
  if (release.image === null) return null;
  const { alt, caption, credit, src } = release.image;
  const found = media.get(src);
  return {
    src: hrefs.image(found?.href ?? src),
    alt,
    caption: caption && captionLine(caption, credit ?? '', word),
    credit: credit && creditLine(credit, word),
    width: found?.size?.width ?? null,
    height: found?.size?.height ?? null,
  };
}

const mediaHref = ({ media }: Edition, src: string): string => media.get(src)?.href ?? src;

/** The first paragraph's text: the lead. */
const leadOf = (body: Root): string => {
  const first = body.children.find((node) => node.type === 'paragraph');
  return first ? textOf(first) : '';
};
