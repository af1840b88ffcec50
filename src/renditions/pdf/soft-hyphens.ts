// Soft hyphens (ISO 32000-1, 14.8.2.2.3): Chromium draws each one as a space of no width; only those that end a line belong to the text.
import type { Edit } from './content-write.ts';
import { decodeText, nameOf, stringOf, type Value } from './objects.ts';
import type { ContentStream, Printed } from './printed.ts';
import { scanContent } from './tokens.ts';

type Change = Omit<Edit, 'stream'>;

/** Takes out the spaces of no width, and makes the hyphen drawn at the end of a line say that it is a soft one. */
export function settleSoftHyphens(printed: Printed): readonly Edit[] {
  return printed.streams.flatMap((content, stream) =>
    changesIn(content).map((change) => ({ ...change, stream })),
  );
}

function changesIn({ text, fonts }: ContentStream): readonly Change[] {
  const changes: Change[] = [];
  let font: ReturnType<typeof fonts.get>;
  /** `open` within the mark of a soft hyphen, `closed` after it, `ended` when its text object has ended too. */
  let state: 'none' | 'open' | 'closed' | 'ended' = 'none';
  const isHyphen = (bytes: string | null): boolean => {
    const code = [...(bytes ?? '')].reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0);
    return /^[-\u2010]$/.test(font?.unicode?.get(code) ?? '');
  };
  scanContent(text, (operator, operands, start, end) => {
    if (operator === 'Tf') font = fonts.get(nameOf(operands[0]) ?? '');
    if (operator === 'BDC' && isSoftHyphen(operands)) {
      state = 'open';
      changes.push({ start, end, text: '' });
    } else if (state === 'open' && (operator === 'Tj' || operator === 'EMC')) {
      changes.push({ start, end, text: '' });
      if (operator === 'EMC') state = 'closed';
    } else if (state === 'closed' && operator === 'ET') {
      state = 'ended';
    } else if (state === 'ended' && operator === 'Tj' && isHyphen(stringOf(operands[0]))) {
      changes.push({
        start,
        end,
        text: `/Span <</ActualText <feff00ad>>> BDC ${text.slice(start, end)} EMC`,
      });
      state = 'none';
    } else if (operator === 'Tj') state = 'none';
  });
  return changes;
}

const isSoftHyphen = ([, properties]: readonly Value[]): boolean =>
  properties instanceof Map && decodeText(properties.get('ActualText')) === '\u00ad';
