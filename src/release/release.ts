// Release: one press release in one language, as plain data. Everything right of this folder reads it, nothing changes it.
import type { Root } from 'mdast';
import type { Place } from '../finding.ts';

export const kinds = ['press-release', 'media-advisory', 'statement', 'correction', 'press-kit'] as const;
export type Kind = (typeof kinds)[number];

/** An instant with the wall clock its author wrote: the zone governs how it is told, the instant when it falls. */
export interface ZonedInstant {
  /** RFC 3339 in UTC: `2020-11-25T09:00:00Z`. */
  readonly instant: string;
  /** The wall clock in `zone`, without offset: `2020-11-25T10:00:00`. */
  readonly local: string;
  /** IANA name (`Europe/Paris`) or numeric offset (`+01:00`). */
  readonly zone: string;
}

export interface Image {
  /** Relative to the workspace, with `/`; always inside it. */
  readonly src: string;
  /** Empty for a decorative image. */
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

export interface Attachment {
  /** Relative to the workspace, with `/`; always inside it. */
  readonly src: string;
  readonly title: string;
}

export interface Release {
  /** Relative to the workspace, with `/`: `releases/2020-11-25-salon-des-maires.en.md`. */
  readonly file: string;
  /** The decoded source, without byte order mark, line ends as found. */
  readonly source: string;
  /** Shared by all translations: `2020-11-25-salon-des-maires`. */
  readonly slug: string;
  /** Names this text in `build/`: the slug, and `.<lang>` unless that is the brand's first language. */
  readonly id: string;
  /** BCP 47. */
  readonly language: string;
  readonly kind: Kind;
  readonly title: string;
  readonly subtitle: string | null;
  /** Calendar day of the dateline, `YYYY-MM-DD`. */
  readonly date: string;
  /** Set when the frontmatter gives a time too. */
  readonly time: ZonedInstant | null;
  readonly city: string;
  /** ISO 3166-1 and -2 codes, `FR` or `FR-BRE`. Never empty. */
  readonly regions: readonly string[];
  /** Ids; null leaves the choice to regions and language. */
  readonly contacts: readonly string[] | null;
  /** An id, `false` for none, null for the brand's first. */
  readonly boilerplate: string | false | null;
  readonly embargo: ZonedInstant | null;
  readonly summary: string | null;
  readonly topics: readonly string[];
  readonly image: Image | null;
  readonly attachments: readonly Attachment[];
  /** Slug of the release that this one corrects. */
  readonly corrects: string | null;
  /** `*[RGAA]: …` definitions of the body: short form → full form. */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** The Markdown body: mdast with GFM, directives and `superscript` nodes; positions are those of `source`. */
  readonly body: Root;
  /** Where each frontmatter key's value stands, by dotted path: `title`, `image.src`, `regions.0`. */
  readonly places: Readonly<Record<string, Place>>;
}

/** What can be told of a release before it is whole. */
export interface Outline
  extends Pick<
    Release,
    'file' | 'language' | 'regions' | 'contacts' | 'boilerplate' | 'image' | 'attachments' | 'body' | 'places'
  > {
  /** Frontmatter keys that do not say what they may: what they stand for here is their default. */
  readonly doubtful: readonly string[];
}
