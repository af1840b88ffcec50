// What an Office or PDF document tells about those who wrote it.

export interface Trace {
  readonly changes: boolean;
  readonly comments: boolean;
  /** Names of authors. */
  readonly people: readonly string[];
}

/** Reads DOCX, XLSX and PPTX (ISO/IEC 29500); undefined for bytes that are no such file. */
export async function readOffice(bytes: Uint8Array): Promise<Trace | undefined> {
  const { unzipSync, strFromU8 } = await import('fflate');
  const wanted =
    /^(?:docProps\/core\.xml|word\/(?:document|comments)\.xml|(?:xl|ppt)\/(?:comments\d*|comments\/[^/]+|threadedComments\/[^/]+)\.xml)$/;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => wanted.test(name) && originalSize < 50_000_000,
    });
    const textOf = (name: string): string => (files[name] === undefined ? '' : strFromU8(files[name]));
    const core = textOf('docProps/core.xml');
    const body = textOf('word/document.xml');
    const people = [...core.matchAll(/<(dc:creator|cp:lastModifiedBy)>([^<]{1,200})<\/\1>/g)].map(
      ([, , name = '']) => name.trim(),
    );
    return {
      changes: /<w:(?:ins|del|moveFrom|moveTo)\s/.test(body),
      comments: Object.keys(files).some(
        (name) =>
          /comments/i.test(name) && /<(?:w:comment|comment|p:cm|threadedComment)\s/i.test(textOf(name)),
      ),
      people: [...new Set(people)].filter(
        (name) =>
          name !== '' &&
          !/^(?:python-docx|openpyxl|microsoft office user|utilisateur|user|admin)$/i.test(name),
      ),
    };
  } catch {
    return undefined;
  }
}

/** Reads the information of a PDF (ISO 32000); undefined for bytes that are none. */
export async function readPdf(bytes: Uint8Array): Promise<Trace | undefined> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false });
    const author = pdf.getAuthor()?.trim();
    return { changes: false, comments: false, people: author ? [author] : [] };
  } catch {
    return undefined;
  }
}
