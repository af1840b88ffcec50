// Rendition: one file made of a release. Edition: a release with all that its renditions show.
import type { Boilerplate, Brand, Contact } from '../brand/brand.ts';
import type { Release } from '../release/release.ts';

export const renditionNames = ['page', 'email', 'text', 'pdf'] as const;
export type RenditionName = (typeof renditionNames)[number];

/** The file of a rendition in `build/<id>/`. */
export const renditionFile = (name: RenditionName, id: string): string =>
  ({ page: 'index.html', email: 'email.html', text: `${id}.txt`, pdf: `${id}.pdf` })[name];

/** An image or attachment of a release, read once. */
export interface Media {
  /** Relative to the workspace. */
  readonly path: string;
  /** Relative to `build/<id>/`. */
  readonly href: string;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  /** Pixels; null for what is no image. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

export interface Translation {
  readonly language: string;
  readonly id: string;
  readonly title: string;
}

export interface Edition {
  readonly release: Release;
  readonly brand: Brand;
  /** The press contacts it shows: those of the release, or of one recipient's region. */
  readonly contacts: readonly Contact[];
  readonly boilerplate: Boilerplate | null;
  /** The same release in other languages. */
  readonly translations: readonly Translation[];
  /** By source as written in the release. */
  readonly media: ReadonlyMap<string, Media>;
  /** The brand's words in the release's language, by key. */
  readonly words: Readonly<Record<string, string>>;
  /** Regions whose `:::region` blocks are shown. */
  readonly regions: readonly string[];
}

/** What a rendition was made from: a name such as `releases/x.md` or `contacts.yaml#regions` → SHA-256 of what it held. */
export type Inputs = Readonly<Record<string, string>>;

export interface Rendition {
  readonly name: RenditionName;
  readonly bytes: Uint8Array;
}
