// Kit: a brand made ready to render — its templates compiled for each rendition, its font faces known.
import type { Brand } from '../brand/brand.ts';
import type { FontFace } from './fonts.ts';
import { facesFor, fontFaceCss } from './fonts.ts';
import { fontsPlaceholder, makeFormatters } from './formatters.ts';
import { type HtmlOptions, renderHtml } from './html.ts';
import type { Edition, RenditionName } from './rendition.ts';
import { renditionNames, virtualOrigin } from './rendition.ts';
import type { Section } from './sections.ts';
import { compileTemplate, type Template } from './template.ts';
import { type Hrefs, makeView, type View } from './view.ts';

export interface Kit {
  readonly templates: Readonly<Record<RenditionName, Template>>;
  readonly faces: readonly FontFace[];
}

/** Where each rendition finds a file of the brand. */
const assetHref: Readonly<Record<RenditionName, (path: string) => string>> = {
  page: (path) => `assets/${path}`,
  pdf: (path) => `${virtualOrigin}/brand/${path}`,
  email: (path) => path,
  text: (path) => path,
};

/** Compiles every template of the brand; a mistake in one is a UserFailure. */
export function makeKit(brand: Brand, faces: readonly FontFace[]): Kit {
  const compile = (name: RenditionName): Template =>
    compileTemplate(brand, `${name}.hbs`, makeFormatters(brand, assetHref[name]), {
      html: name !== 'text',
    });
  const templates = Object.fromEntries(renditionNames.map((name) => [name, compile(name)]));
  return { templates: templates as Kit['templates'], faces };
}

export interface Html {
  readonly html: string;
  /** The faces its text needs. */
  readonly faces: readonly FontFace[];
  readonly view: View;
}

/** How one rendition points to things, and what it does to the HTML of the text. */
export interface Medium {
  readonly hrefs: Hrefs;
  readonly fontHref: (name: string) => string;
  readonly finish?: HtmlOptions['finish'];
  /** The page on which each section begins, by its id, where pages are known. */
  readonly pages?: ReadonlyMap<string, number>;
}

/** One HTML rendition of an edition: page, email or the document to print. */
export function renderTemplate(edition: Edition, kit: Kit, name: RenditionName, medium: Medium): Html {
  const { hrefs } = medium;
  const { release, boilerplate, words, media } = edition;
  const sections: Section[] = [];
  const toHtml = (
    body: Edition['release']['body'],
    abbreviations: Readonly<Record<string, string>>,
    section?: HtmlOptions['section'],
  ): string =>
    renderHtml(body, {
      image: (src) => {
        const found = media.get(src);
        return found === undefined ? null : { src: hrefs.image(found.href), ...found.size };
      },
      link: hrefs.file,
      ...(medium.finish ? { finish: medium.finish } : {}),
      ...(section ? { section } : {}),
      abbreviations,
      regions: edition.regions,
      word: (key) => words[key] ?? key,
    });
  const view = makeView(
    edition,
    {
      body: toHtml(release.body, release.abbreviations, (section) => sections.push(section)),
      boilerplate: boilerplate === null ? null : toHtml(boilerplate.body, {}),
      links: [],
      contents: sections.map((section) => ({ ...section, page: medium.pages?.get(section.id) ?? null })),
    },
    hrefs,
  );
  const text = kit.templates[name].render(view);
  const faces = text.includes(fontsPlaceholder) ? facesFor(text, kit.faces) : [];
  return { html: text.replace(fontsPlaceholder, () => fontFaceCss(faces, medium.fontHref)), faces, view };
}
