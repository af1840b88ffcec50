// What search engines and archives read of a release: schema.org in JSON-LD.
import { formatDateline } from '../dates.ts';
import type { Edition } from './rendition.ts';

/** A schema.org NewsArticle as JSON that is safe inside a `<script>` element. `name` is that of the institution, `url` where the release stands. */
export function writeJsonLd(
  { release, brand, contacts, media, translations }: Edition,
  name: string,
  summary: string,
  url: string | null,
): string {
  const picture = media.get(release.image?.src ?? '');
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: release.title,
    alternativeHeadline: release.subtitle ?? undefined,
    description: summary,
    inLanguage: release.language,
    image: url === null || picture === undefined ? undefined : `${url}${picture.href}`,
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
