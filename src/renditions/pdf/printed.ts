// What Chromium printed, opened: the object graph, its pages, and every content stream that may hold marks.
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { type Font, readFonts } from './fonts.ts';
import { streamBytes } from './streams.ts';

/** The content of a page, or of a form that a page draws (Chromium makes one where it needs opacity). */
export interface ContentStream {
  readonly object: PDFRef;
  /** Counts from 0. */
  readonly page: number;
  readonly isForm: boolean;
  /** The dictionary that holds `/Resources` and `/StructParents`: the page's, or the form's own. */
  readonly owner: PDFDict;
  readonly bytes: Uint8Array;
  readonly fonts: ReadonlyMap<string, Font>;
  /** Resource names of the forms it draws → their place in `Printed.streams`. */
  readonly forms: ReadonlyMap<string, number>;
  /** Height of the page, in points. */
  readonly height: number;
}

export interface Printed {
  readonly document: PDFDocument;
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly pages: readonly PDFRef[];
  /** One for each page, in their order, then the forms. */
  readonly streams: readonly ContentStream[];
}

export const name = PDFName.of;

/** Opens a printed file. Throws what the parser throws: Chromium never writes a broken file. */
export async function openPrinted(bytes: Uint8Array): Promise<Printed> {
  const document = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: Number.POSITIVE_INFINITY,
  });
  const { context, catalog } = document;
  const pages = document.getPages();
  const fonts = new Map<PDFRef | PDFDict, Font>();
  const found = pages.map(
    (page, index): Found => ({ ...pageContent(context, page.node), page: index, owner: page.node }),
  );
  const places = new Map<PDFRef, number>();
  const streams: ContentStream[] = [];
  // The list grows while it is walked: each stream adds the forms it draws, each form once.
  for (const { object, owner, page, bytes } of found) {
    const resources = owner.lookupMaybe(name('Resources'), PDFDict);
    const forms = new Map<string, number>();
    for (const form of formsOf(resources)) {
      const place = places.get(form.object) ?? found.length;
      if (place === found.length)
        found.push({ ...form, page, bytes: streamBytes(form.stream), owner: form.stream.dict });
      places.set(form.object, place);
      forms.set(form.key, place);
    }
    const height = pages[page]?.getHeight() ?? 0;
    const isForm = streams.length >= pages.length;
    streams.push({ object, page, isForm, owner, bytes, fonts: readFonts(resources, fonts), forms, height });
  }
  return { document, context, catalog, pages: pages.map((page) => page.ref), streams };
}

type Found = Pick<ContentStream, 'object' | 'page' | 'owner' | 'bytes'>;

function formsOf(resources: PDFDict | undefined) {
  const drawn = resources?.lookupMaybe(name('XObject'), PDFDict);
  return (drawn?.entries() ?? []).flatMap(([key, object]) => {
    const stream = drawn?.lookup(key);
    if (!(stream instanceof PDFRawStream && object instanceof PDFRef)) return [];
    return stream.dict.lookup(name('Subtype')) === name('Form')
      ? [{ key: key.decodeText(), object, stream }]
      : [];
  });
}

/** A page's content as one stream: several (7.8.2) are joined with white space into the first. */
function pageContent(context: PDFContext, page: PDFDict): { object: PDFRef; bytes: Uint8Array } {
  const contents = page.get(name('Contents'));
  const references =
    contents instanceof PDFArray ? contents.asArray() : contents === undefined ? [] : [contents];
  const resolved = references.flatMap((reference) => {
    const value = reference instanceof PDFRef ? context.lookup(reference) : undefined;
    return value instanceof PDFArray ? value.asArray() : [reference];
  });
  const parts = resolved
    .map((reference) => context.lookup(reference))
    .filter((part) => part instanceof PDFRawStream);
  const [first] = resolved;
  if (parts.length === 1 && first instanceof PDFRef && parts[0])
    return { object: first, bytes: streamBytes(parts[0]) };
  const bytes = Buffer.concat(parts.flatMap((part) => [streamBytes(part), Buffer.from('\n')]));
  const object = context.register(
    PDFRawStream.of(context.obj({ Length: PDFNumber.of(bytes.length) }), bytes),
  );
  page.set(name('Contents'), object);
  return { object, bytes };
}
