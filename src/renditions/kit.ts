// Kit: a brand made ready to render — its templates compiled for each rendition, its font faces known.
import type { Brand } from '../brand/brand.ts';
import type { FontFace } from './fonts.ts';
import { facesFor, fontFaceCss } from './fonts.ts';
import { fontsPlaceholder, makeFormatters } from './formatters.ts';
import { renderHtml } from './html.ts';
import type { Edition, RenditionName } from './rendition.ts';
import { renditionNames } from './rendition.ts';
import { compileTemplate, type Template } from './template.ts';
import { type Hrefs, makeView } from './view.ts';

/** What a document may ask for while it is printed lives here. `.invalid` never resolves (RFC 2606). */
export const virtualOrigin = 'https://release.invalid';

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
}

/** One HTML rendition of an edition: page, email or the document to print. */
export function renderTemplate(
  edition: Edition,
  kit: Kit,
  name: RenditionName,
  hrefs: Hrefs,
  fontHref: (name: string) => string,
): Html {
  const { release, boilerplate, words, media } = edition;
  const toHtml = (
    body: Edition['release']['body'],
    abbreviations: Readonly<Record<string, string>>,
  ): string =>
    renderHtml(body, {
      image: (src) => {
        const found = media.get(src);
        return found === undefined ? null : { src: hrefs.image(found.href), ...found.size };
      },
      link: hrefs.file,
      abbreviations,
      regions: edition.regions,
      word: (key) => words[key] ?? key,
    });
  const view = makeView(
    edition,
    {
      body: toHtml(release.body, release.abbreviations),
      boilerplate: boilerplate === null ? null : toHtml(boilerplate.body, {}),
      links: [],
    },
    hrefs,
  );
  const text = kit.templates[name].render(view);
  const faces = facesFor(text, kit.faces);
  return { html: text.replace(fontsPlaceholder, () => fontFaceCss(faces, fontHref)), faces };
}
