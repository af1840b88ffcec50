// Brand: an institution as plain data — its identity, press contacts, boilerplates, words and the files of its templates.
import type { Root } from 'mdast';
import type { Vocabulary } from './vocabulary.ts';

/** A text by language (BCP 47). */
export type ByLanguage = Readonly<Record<string, string>>;

export interface Phone {
  /** E.164: `+33199005678`. */
  readonly number: string;
  readonly kind: 'office' | 'mobile';
}

/** A person or a desk of the press office. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly role: ByLanguage;
  readonly email: string;
  readonly phones: readonly Phone[];
  /** Languages the contact works in; `*` is any. */
  readonly languages: readonly string[];
  /** ISO 3166-1 and -2 codes the contact answers for; `*` is everywhere. */
  readonly regions: readonly string[];
}

/** The "about us" text. */
export interface Boilerplate {
  readonly id: string;
  readonly language: string;
  /** Relative to the workspace. */
  readonly file: string;
  readonly title: string | null;
  /** The text is to be reviewed by this day, `YYYY-MM-DD`. */
  readonly reviewBy: string | null;
  readonly source: string;
  readonly body: Root;
}

/** The faces of one `@fontsource` package that the templates use. */
export interface FontFamily {
  readonly package: string;
  /** Such as `400`, `400-italic`, `700`: the names of the package's style sheets. */
  readonly faces: readonly string[];
  /** Serves only the characters that no other family of the brand has. */
  readonly fallback: boolean;
  /** CSS `unicode-range` to use instead of the one the package declares; null keeps that. */
  readonly range: string | null;
}

/** A file of the brand folder, read once; `path` is relative to the brand folder. */
export interface BrandFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

export interface Brand {
  /** The name of its folder in `templates/`. */
  readonly id: string;
  /** Relative to the workspace, with `/`. */
  readonly folder: string;
  readonly name: ByLanguage;
  readonly tagline: ByLanguage;
  /** Languages it publishes in; the first is its own. */
  readonly languages: readonly string[];
  /** Where its releases are dated from, as each language writes it. */
  readonly city: ByLanguage;
  /** ISO 3166-1 alpha-2; national phone formats and default regions follow it. */
  readonly country: string;
  /** Root of its public newsroom, without final slash; null where pages have no public address. */
  readonly url: string | null;
  /** Domains its press contacts write from. */
  readonly domains: readonly string[];
  readonly address: readonly string[];
  readonly email: {
    readonly from: string;
    readonly replyTo: string | null;
    /** What travels with each message; what does not is linked to. */
    readonly attach: readonly ('pdf' | 'attachments')[];
    /** All that travels with one message weighs at most so much, in thousands of octets. */
    readonly attachLimitKb: number;
  };
  readonly fonts: readonly FontFamily[];
  /** The brand's own words over those of the tool: language → key → text. */
  readonly words: Readonly<Record<string, ByLanguage>>;
  readonly contacts: readonly Contact[];
  readonly boilerplates: readonly Boilerplate[];
  readonly vocabulary: Vocabulary;
  /** Everything else in the folder: templates, partials, style sheets, images. */
  readonly files: ReadonlyMap<string, BrandFile>;
}
