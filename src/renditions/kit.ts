// Kit: a brand made ready to render — its templates compiled for each rendition, its font faces known.
import type { Brand } from '../brand/brand.ts';
import type { FontFace } from './fonts.ts';
import { fontFaceCss, makeFaceChooser } from './fonts.ts';
import { fontsPlaceholder, makeFormatters } from './formatters.ts';
import { type HtmlAddresses, type HtmlText, makeHtml, writeHtml } from './html.ts';
import type { Edition, Media, RenditionName } from './rendition.ts';
import { renditionNames, virtualOrigin } from './rendition.ts';
import { compileTemplate, type Template } from './template.ts';
import { allFaults } from './template-failure.ts';
import { readTemplate } from './template-parts.ts';
import { type Hrefs, makeView, type View } from './view.ts';

export interface Kit {
  readonly templates: Readonly<Record<RenditionName, Template>>;
  readonly faces: readonly FontFace[];
  /** Those that a text needs. */
  readonly facesFor: (text: string) => readonly FontFace[];
  /** What an edition says, as HTML: made when the first rendition asks, for all of them. */
  readonly textsOf: (edition: Edition) => Texts;
}

interface Texts {
  readonly body: HtmlText;
  readonly boilerplate: HtmlText | null;
}

/** Where each rendition finds a file of the brand. */
const assetHref: Readonly<Record<RenditionName, (path: string) => string>> = {
  page: (path) => `assets/${path}`,
  pdf: (path) => `${virtualOrigin}/brand/${path}`,
  email: (path) => path,
  text: (path) => path,
};

/** Compiles every template of the brand; the mistakes in all of them are one UserFailure. */
export function makeKit(brand: Brand, faces: readonly FontFace[]): Kit {
  const read = renditionNames.map((name) => {
    const helpers = makeFormatters(brand, assetHref[name]);
    return { name, helpers, parts: readTemplate(brand, `${name}.hbs`, Object.keys(helpers)) };
  });
  const faults = read.flatMap(({ parts }) => parts.faults);
  if (faults.length > 0) throw allFaults(faults);
  const templates = Object.fromEntries(
    read.map(({ name, helpers, parts }): [RenditionName, Template] => [
      name,
      compileTemplate(brand, parts, helpers, { html: name !== 'text' }),
    ]),
  );
  const texts = new WeakMap<Edition, Texts>();
  const textsOf = (edition: Edition): Texts => {
    const made = texts.get(edition) ?? makeTexts(edition);
    texts.set(edition, made);
    return made;
  };
  return { templates: templates as Kit['templates'], faces, facesFor: makeFaceChooser(faces), textsOf };
}

function makeTexts({ release, boilerplate, words, media, regions }: Edition): Texts {
  const shared = { pictures: media, regions, word: (key: string) => words[key] ?? key };
  return {
    body: makeHtml(release.body, { ...shared, abbreviations: release.abbreviations, sections: 'section' }),
    boilerplate:
      boilerplate && makeHtml(boilerplate.body, { ...shared, abbreviations: {}, sections: 'about' }),
  };
}

export interface Html {
  readonly html: string;
  /** The faces its text needs. */
  readonly faces: readonly FontFace[];
  readonly view: View;
}

interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** How one rendition points to things, and what it does to the HTML of the text. */
export interface Medium {
  readonly hrefs: Hrefs;
  readonly fontHref: (name: string) => string;
  readonly finish?: NonNullable<HtmlAddresses['finish']>;
  /** Pixels; no picture is shown wider or higher. */
  readonly pictures?: PictureSize;
  /** The page on which each section begins, by its id, where pages are known. */
  readonly pages?: ReadonlyMap<string, number>;
}

/** One HTML rendition of an edition: page, email or the document to print. */
export function renderTemplate(edition: Edition, kit: Kit, name: RenditionName, medium: Medium): Html {
  const { hrefs, pictures } = medium;
  const media =
    pictures === undefined
      ? edition.media
      : new Map([...edition.media].map(([src, file]) => [src, shrink(file, pictures)]));
  const addresses: HtmlAddresses = {
    image: (src) => {
      const found = media.get(src);
      return found === undefined ? { src } : { src: hrefs.image(found.href), ...found.size };
    },
    link: hrefs.file,
    ...(medium.finish ? { finish: medium.finish } : {}),
  };
  const { body, boilerplate } = kit.textsOf(edition);
  const rendered = {
    body: writeHtml(body, addresses),
    boilerplate: boilerplate && writeHtml(boilerplate, addresses),
    links: [],
    contents: body.sections.map((section) => ({ ...section, page: medium.pages?.get(section.id) ?? null })),
  };
  const view = makeView({ ...edition, media }, rendered, hrefs);
  const text = kit.templates[name].render(view);
  const faces = text.includes(fontsPlaceholder) ? kit.facesFor(text) : [];
  return { html: text.replace(fontsPlaceholder, () => fontFaceCss(faces, medium.fontHref)), faces, view };
}

function shrink(file: Media, { width, height }: PictureSize): Media {
  if (file.size === null) return file;
  const scale = Math.min(1, width / file.size.width, height / file.size.height);
  const size = {
    width: Math.round(file.size.width * scale),
    height: Math.round(file.size.height * scale),
  };
  return { ...file, size };
}
