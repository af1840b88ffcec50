// What Chromium printed, opened: the objects, the pages, and every content stream that may hold marks.
import { type Font, readFonts } from './fonts.ts';
import { type Dictionary, dictionaryOf, type PdfFile, Reference, Stream, type Value } from './objects.ts';
import { parsePdf } from './parse.ts';
import { streamText } from './streams.ts';

/** The content of a page, or of a form that a page draws (Chromium makes one where it needs opacity). */
export interface ContentStream {
  readonly object: Reference;
  /** Counts from 0. */
  readonly page: number;
  readonly isForm: boolean;
  /** The dictionary that holds `/Resources` and `/StructParents`: the page's, or the form's own. */
  readonly owner: Dictionary;
  /** Decoded, one code unit a byte. */
  readonly text: string;
  readonly fonts: ReadonlyMap<string, Font>;
  /** Resource names of the forms it draws → their place in `Printed.streams`. */
  readonly forms: ReadonlyMap<string, number>;
  /** Height of the page, in points. */
  readonly height: number;
}

export interface Page {
  readonly object: Reference;
  readonly dictionary: Dictionary;
}

export interface Printed {
  readonly file: PdfFile;
  readonly catalog: Dictionary;
  readonly pages: readonly Page[];
  /** One for each page, in their order, then the forms. */
  readonly streams: readonly ContentStream[];
}

/** Opens a printed file. Throws what the parser throws: Chromium never writes a broken file. */
export function openPrinted(bytes: Uint8Array): Printed {
  const file = parsePdf(bytes);
  const catalog = file.dictionary(file.trailer.get('Root')) ?? dictionaryOf({});
  const pages = pagesBelow(file, catalog.get('Pages'));
  const fonts = new Map<number, Font>();
  const found = pages.map(
    ({ dictionary }, page): Found => ({ ...pageContent(file, dictionary), page, owner: dictionary }),
  );
  const places = new Map<number, number>();
  const streams: ContentStream[] = [];
  // The list grows while it is walked: each stream adds the forms it draws, each form once.
  for (const { object, owner, page, text } of found) {
    const resources = file.dictionary(owner.get('Resources'));
    const forms = new Map<string, number>();
    for (const [key, reference, form] of formsOf(file, resources)) {
      const place = places.get(reference.number) ?? found.length;
      if (place === found.length)
        found.push({ object: reference, page, text: streamText(form), owner: form.dictionary });
      places.set(reference.number, place);
      forms.set(key, place);
    }
    const isForm = streams.length >= pages.length;
    const height = Number(file.array(pages[page]?.dictionary.get('MediaBox'))?.[3] ?? 0);
    streams.push({
      object,
      page,
      isForm,
      owner,
      text,
      fonts: readFonts(file, resources, fonts),
      forms,
      height,
    });
  }
  return { file, catalog, pages, streams };
}

type Found = Pick<ContentStream, 'object' | 'page' | 'owner' | 'text'>;

/** The leaves of the page tree in order (7.7.3). */
function pagesBelow(file: PdfFile, node: Value | undefined): readonly Page[] {
  const dictionary = file.dictionary(node);
  const kids = file.array(dictionary?.get('Kids'));
  if (kids) return kids.flatMap((kid) => pagesBelow(file, kid));
  return dictionary && node instanceof Reference ? [{ object: node, dictionary }] : [];
}

function formsOf(
  file: PdfFile,
  resources: Dictionary | undefined,
): readonly (readonly [string, Reference, Stream])[] {
  return [...(file.dictionary(resources?.get('XObject')) ?? [])].flatMap(([key, reference]) => {
    const form = file.stream(reference);
    if (!form || !(reference instanceof Reference) || form.dictionary.get('Subtype') !== '/Form') return [];
    return [[key, reference, form]] as const;
  });
}

/** A page's content as one stream: several (7.8.2) are joined with white space. */
function pageContent(file: PdfFile, page: Dictionary): { object: Reference; text: string } {
  const contents = page.get('Contents');
  const parts = file.array(contents) ?? (contents === undefined ? [] : [contents]);
  const texts = parts
    .map((part) => file.stream(part))
    .filter((stream) => stream !== undefined)
    .map(streamText);
  const text = texts.join('\n');
  const [only] = parts;
  if (parts.length === 1 && only instanceof Reference) return { object: only, text };
  const object = file.add(new Stream(dictionaryOf({}), Buffer.from(text, 'latin1')));
  page.set('Contents', object);
  return { object, text };
}
