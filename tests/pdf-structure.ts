// Independent readers of a finished PDF: its structure read aloud, and what lies outside it.
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { parseToUnicode } from '../src/renditions/pdf/fonts.ts';
import { nameOf, stringOf } from '../src/renditions/pdf/objects.ts';
import { scanContent } from '../src/renditions/pdf/tokens.ts';

const inline = new Set(['Span', 'Link', 'Quote', 'Code', 'Em', 'Strong', 'Reference']);
const name = PDFName.of;

/** Text of each mark, by the id that pdf.js gives it: `p12R_mc3`. */
type Texts = ReadonlyMap<string, string>;

interface Item {
  readonly type?: string;
  readonly id?: string | null;
  readonly tag?: string;
  readonly str?: string;
  readonly hasEOL?: boolean;
}

async function openWithPdfJs(bytes: Uint8Array) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise;
}

async function pageItems(bytes: Uint8Array): Promise<readonly (readonly Item[])[]> {
  const document = await openWithPdfJs(bytes);
  const pages = Array.from({ length: document.numPages }, async (_, i) => {
    const page = await document.getPage(i + 1);
    const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    return content.items as readonly Item[];
  });
  const items = await Promise.all(pages);
  await document.loadingTask.destroy();
  return items;
}

/** Every text of the file outside a tagged mark or artifact, by page (counting from 1): empty when the file is in order. */
export async function looseTexts(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await openWithPdfJs(bytes);
  const pages = await pageItems(bytes);
  const loose: string[] = [];
  for (const [index, items] of pages.entries()) {
    const placed = new Set(contentIds(await (await document.getPage(index + 1)).getStructTree()));
    const open: boolean[] = [];
    for (const item of items) {
      const isHeld = item.tag === 'Artifact' || (typeof item.id === 'string' && placed.has(item.id));
      if (item.type?.startsWith('begin')) open.push(isHeld);
      else if (item.type === 'endMarkedContent') open.pop();
      else if (item.str?.trim() && !open.some((held) => held)) loose.push(`page ${index + 1}: ${item.str}`);
    }
  }
  await document.loadingTask.destroy();
  return loose;
}

function contentIds(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, id, children } = node as { type?: string; id?: string; children?: readonly unknown[] };
  return [...(type === 'content' && id ? [id] : []), ...(children ?? []).flatMap(contentIds)];
}

async function readTexts(bytes: Uint8Array): Promise<Texts> {
  const texts = new Map<string, string>();
  for (const items of await pageItems(bytes)) {
    const open: (string | null)[] = [];
    for (const item of items) {
      if (item.type?.startsWith('begin')) open.push(typeof item.id === 'string' ? item.id : null);
      else if (item.type === 'endMarkedContent') open.pop();
      const id = open.findLast((known) => known !== null);
      if (id && item.str !== undefined)
        texts.set(id, (texts.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
    }
  }
  return texts;
}

/**
 * The structure as a listener meets it: one line a block, passages in ‹ ›, with language, alternatives and
 * where links lead. Read by two libraries that took no part in writing it.
 */
export async function readAloud(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const texts = await readTexts(bytes);
  const root = document.catalog.lookup(name('StructTreeRoot'), PDFDict);
  const reader = new AloudReader(document, texts);
  const head = [
    `language ${textEntry(document.catalog, 'Lang')}`,
    `pages ${document.getPageCount()}`,
    `roles ${
      root
        .lookupMaybe(name('RoleMap'), PDFDict)
        ?.entries()
        .map(([from, to]) => `${from} → ${to}`)
        .join(', ') || 'none'
    }`,
  ];
  return `${[...head, ...reader.blocks(root.lookup(name('K')), 0)].join('\n')}\n`;
}

/** Everything a listener hears in order, without labels of lists and texts of images. */
export async function heardText(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const root = document.catalog.lookup(name('StructTreeRoot'), PDFDict);
  return new AloudReader(document, await readTexts(bytes)).heard(root);
}

const textEntry = (dictionary: PDFDict, key: string): string | null => {
  const value = dictionary.lookup(name(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
};

class AloudReader {
  private readonly document: PDFDocument;
  private readonly texts: Texts;

  constructor(document: PDFDocument, texts: Texts) {
    this.document = document;
    this.texts = texts;
  }

  private kids(dictionary: PDFDict): readonly PDFObject[] {
    const kids = dictionary.lookup(name('K'));
    if (kids instanceof PDFArray)
      return kids
        .asArray()
        .map((kid) => (kid instanceof PDFRef ? this.document.context.lookup(kid) : kid))
        .filter((kid) => kid !== undefined);
    return kids === undefined ? [] : [kids];
  }

  private isInline(kid: PDFObject): boolean {
    const type = kid instanceof PDFDict ? kid.lookupMaybe(name('S'), PDFName)?.decodeText() : undefined;
    return type === undefined || inline.has(type);
  }

  heard(element: PDFDict): string {
    const type = element.lookupMaybe(name('S'), PDFName)?.decodeText();
    if (type === 'Lbl' || type === 'Figure') return '';
    const actual = textEntry(element, 'ActualText');
    if (actual !== null) return actual;
    const inner = this.kids(element).map((kid) =>
      kid instanceof PDFDict && kid.has(name('S'))
        ? this.heard(kid)
        : this.phrase(kid, element).replace(/^ → .*/, ''),
    );
    return inner.join('');
  }

  blocks(kids: PDFObject | undefined, depth: number): readonly string[] {
    const list = kids instanceof PDFArray ? kids.asArray().map((_, i) => kids.lookup(i)) : [kids];
    return list.flatMap((kid) => (kid instanceof PDFDict ? this.block(kid, depth) : []));
  }

  private block(element: PDFDict, depth: number): readonly string[] {
    const indent = '  '.repeat(depth);
    const own = this.kids(element);
    const head = `${indent}${this.head(element)}`;
    const actual = textEntry(element, 'ActualText') ?? textEntry(element, 'Alt');
    const lines: string[] = [];
    let line = '';
    for (const kid of own) {
      if (this.isInline(kid)) line += this.phrase(kid, element);
      else
        lines.push(
          ...(line ? [`${indent}  “${line.trim()}”`] : []),
          ...this.block(kid as PDFDict, depth + 1),
        );
      if (!this.isInline(kid)) line = '';
    }
    if (actual !== null) return [`${head} = “${actual}”`];
    if (lines.length === 0) return [line ? `${head} “${line.trim()}”` : head];
    return [head, ...lines, ...(line ? [`${indent}  “${line.trim()}”`] : [])];
  }

  private head(element: PDFDict): string {
    const type = element.lookup(name('S'), PDFName).decodeText();
    const owners = element.lookup(name('A'));
    const list = owners instanceof PDFArray ? owners.asArray().map((_, i) => owners.lookup(i)) : [owners];
    const attributes = list
      .flatMap((owner) => (owner instanceof PDFDict ? owner.entries() : []))
      .filter(([key]) => key !== name('O'))
      .map(([key, value]) => `${key.decodeText()}=${value.toString().replace(/\s+/g, ' ')}`);
    const words = ['Lang', 'ID']
      .map((key) => [key, textEntry(element, key)])
      .filter(([, value]) => value !== null);
    const notes = [...words.map(([key, value]) => `${key}=${value}`), ...attributes];
    return notes.length > 0 ? `${type} [${notes.join(', ')}]` : type;
  }

  /** What a mark or an inline element says. */
  private phrase(kid: PDFObject, parent: PDFDict): string {
    if (kid instanceof PDFNumber) return this.mark(parent.get(name('Pg')), kid);
    if (!(kid instanceof PDFDict)) return '';
    const type = kid.lookupMaybe(name('Type'), PDFName)?.decodeText();
    if (type === 'MCR')
      return kid.has(name('Stm')) ? '…' : this.mark(kid.get(name('Pg')), kid.lookup(name('MCID'), PDFNumber));
    if (type === 'OBJR') return ` → ${this.target(kid.lookup(name('Obj'), PDFDict))}`;
    const actual = textEntry(kid, 'ActualText') ?? textEntry(kid, 'Alt');
    const inner = this.kids(kid).map((own) =>
      this.isInline(own) ? this.phrase(own, kid) : this.block(own as PDFDict, 0).join(' '),
    );
    return `‹${this.head(kid)}${actual === null ? `: ${inner.join('')}` : ` = ${actual}`}›`;
  }

  private mark(page: PDFObject | undefined, id: PDFNumber): string {
    return page instanceof PDFRef
      ? (this.texts.get(`p${page.objectNumber}R_mc${id.asNumber()}`) ?? '').replace(/\s+/g, ' ')
      : '';
  }

  private target(annotation: PDFDict): string {
    const action = annotation.lookupMaybe(name('A'), PDFDict);
    const target = (action && textEntry(action, 'URI')) ?? annotation.get(name('Dest'))?.toString();
    return `${target} (${textEntry(annotation, 'Contents')})`;
  }
}

/** What the glyphs of the first page say one after the other, without regard to where they stand. */
export async function glyphText(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const page = document.getPage(0).node;
  const contents = page.lookup(name('Contents'));
  const fonts = page.Resources()?.lookup(name('Font'), PDFDict);
  if (!(contents instanceof PDFRawStream) || !fonts) return '';
  let unicode: ReadonlyMap<number, string> = new Map();
  let said = '';
  const say = (code: number): void => {
    said += unicode.get(code) ?? '';
  };
  scanContent(latin1(contents), {
    operator: (operator, operands) => {
      if (operator === 'Tf') {
        const map = fonts.lookup(name(nameOf(operands[0]) ?? ''), PDFDict).lookup(name('ToUnicode'));
        unicode = map instanceof PDFRawStream ? parseToUnicode(latin1(map)) : new Map();
      }
      const codes = operator === 'Tj' ? Buffer.from(stringOf(operands[0]) ?? '', 'latin1') : Buffer.alloc(0);
      for (let i = 0; i + 1 < codes.length; i += 2) say(codes.readUInt16BE(i));
    },
    glyph: (_, code) => say(code),
  });
  return said;
}

const latin1 = (stream: PDFRawStream): string =>
  Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
