// Associated files (ISO 19005-3, 6.8): the release's own source and data travel inside its PDF.
import { createHash } from 'node:crypto';
import type { PdfFacts } from './facts.ts';
import { pdfDate } from './metadata.ts';
import { byteString, dictionaryOf, textString } from './objects.ts';
import type { Printed } from './printed.ts';
import { flateStream } from './streams.ts';

/** Embeds the files, lists them by name, and relates each to the document by `/AF` and `/AFRelationship`. */
export function embedSources({ file, catalog }: Printed, facts: PdfFacts): void {
  if (facts.sources.length === 0) return;
  const date = byteString(pdfDate(facts.created));
  const files = facts.sources
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map((source) => {
      const sum = byteString(createHash('md5').update(source.bytes).digest().toString('latin1'));
      const Params = dictionaryOf({ Size: source.bytes.length, ModDate: date, CheckSum: sum });
      const kind = dictionaryOf({ Type: '/EmbeddedFile', Subtype: `/${source.mediaType}`, Params });
      const stream = file.add(flateStream(kind, source.bytes));
      const name = textString(source.name);
      const specification = dictionaryOf({
        Type: '/Filespec',
        F: name,
        UF: name,
        Desc: textString(source.description),
        AFRelationship: `/${source.relationship}`,
        EF: dictionaryOf({ F: stream, UF: stream }),
      });
      return { name, specification: file.add(specification) };
    });
  const names = file.dictionary(catalog.get('Names')) ?? dictionaryOf({});
  names.set(
    'EmbeddedFiles',
    dictionaryOf({ Names: files.flatMap(({ name, specification }) => [name, specification]) }),
  );
  catalog.set('Names', names);
  catalog.set(
    'AF',
    files.map(({ specification }) => specification),
  );
}
