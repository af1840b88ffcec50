// Associated files (ISO 19005-3, 6.8): the release's own source and data travel inside its PDF.
import { createHash } from 'node:crypto';
import { PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';
import type { PdfFacts } from './finish.ts';
import { pdfDate } from './metadata.ts';
import { name, type Printed } from './printed.ts';
import { flateStream } from './streams.ts';

/** Embeds the files, lists them by name, and relates each to the document by `/AF` and `/AFRelationship`. */
export function embedSources(printed: Printed, facts: PdfFacts): void {
  if (facts.sources.length === 0) return;
  const { context, catalog } = printed;
  const date = PDFString.of(pdfDate(facts.created));
  const files = facts.sources
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((source) => {
      const sum = createHash('md5').update(source.bytes).digest('hex');
      const parameters = {
        Size: PDFNumber.of(source.bytes.length),
        ModDate: date,
        CheckSum: PDFHexString.of(sum),
      };
      const kind = context.obj({
        Type: 'EmbeddedFile',
        Subtype: PDFName.of(source.mediaType),
        Params: parameters,
      });
      const stream = context.register(flateStream(kind, source.bytes));
      const file = PDFHexString.fromText(source.name);
      const specification = context.obj({
        Type: 'Filespec',
        F: file,
        UF: file,
        Desc: PDFHexString.fromText(source.description),
        AFRelationship: source.relationship,
        EF: { F: stream, UF: stream },
      });
      return { file, specification: context.register(specification) };
    });
  const names = catalog.lookupMaybe(name('Names'), PDFDict) ?? context.obj({});
  names.set(
    name('EmbeddedFiles'),
    context.obj({ Names: files.flatMap(({ file, specification }) => [file, specification]) }),
  );
  catalog.set(name('Names'), names);
  catalog.set(name('AF'), context.obj(files.map(({ specification }) => specification)));
}
