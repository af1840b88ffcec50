// Rendition: one file made of a release. Edition: a release with all that its renditions show.
import type { Boilerplate, Brand, Contact } from '../brand/brand.ts';
import type { Finding } from '../finding.ts';
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

/** What a document may ask for while it is printed lives here. `.invalid` never resolves (RFC 2606). */
export const virtualOrigin = 'https://release.invalid';

/** The files that make one rendition of one release, by path inside `build/<id>/`. */
export interface Rendition {
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  /** Names of the font files its text needs. */
  readonly fonts: readonly string[];
  readonly findings: readonly Finding[];
}

/** What the makers of renditions are lent: the only way they reach the disk and the browser. */
export interface Workshop {
  readonly readFont: (name: string) => Promise<Uint8Array>;
  /** By workspace path. */
  readonly readMedia: (path: string) => Promise<Uint8Array>;
  /** Prints HTML to PDF; `serve` answers what the document asks of the virtual origin. */
  readonly print: (
    html: string,
    serve: (path: string) => Promise<Uint8Array | undefined>,
  ) => Promise<{ readonly pdf: Uint8Array; readonly blocked: readonly string[] }>;
  readonly pdfStandard: 'ua-1+a-3a' | 'ua-1' | 'none';
}
