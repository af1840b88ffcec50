// Words divided at line ends (ISO 32000-1, 14.8.2.2.3): a reader joins them again, and hears no other soft hyphen.
import type { Edit } from './content-write.ts';
import type { Reading } from './marks.ts';

/**
 * Chromium draws each soft hyphen as a space of no width, and one more hyphen where a line breaks. The first is told as
 * nothing, the second as U+00AD.
 */
export function settleHyphens(readings: readonly Reading[]): readonly Edit[] {
  return readings.flatMap(({ softHyphens }, stream) =>
    softHyphens.flatMap(({ start, end, isShown }): readonly Edit[] => {
      if (!isShown) return [{ stream, start, end, text: '/Span <</ActualText ()>> BDC' }];
      const opening = { stream, start, end: start, text: '/Span <</ActualText <FEFF00AD>>> BDC\n' };
      return [opening, { stream, start: end, end, text: '\nEMC' }];
    }),
  );
}
