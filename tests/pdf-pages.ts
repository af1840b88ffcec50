// How full the pages of a PDF are, and what each says: read by pdf.js from its marked content.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PageText {
  /** Line by line. */
  readonly text: string;
  /** Points from the lower edge of the page to its lowest line of text, running feet left aside. */
  readonly foot: number;
  /** Points. */
  readonly height: number;
}

export async function readPages(bytes: Uint8Array): Promise<readonly PageText[]> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: PageText[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const [, , , height = 0] = page.view;
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const open: boolean[] = [];
    let text = '';
    let foot = height;
    for (const item of items) {
      if ('type' in item) {
        if (item.type.startsWith('begin')) open.push('tag' in item && item.tag === 'Artifact');
        else open.pop();
      } else if (!open.includes(true)) {
        text += item.str + (item.hasEOL ? '\n' : '');
        if (item.str.trim() !== '') foot = Math.min(foot, item.transform[5]);
      }
    }
    pages.push({ text, foot, height });
  }
  await document.loadingTask.destroy();
  return pages;
}
