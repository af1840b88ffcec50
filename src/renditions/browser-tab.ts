// One tab of a browser: shows a document, hands it what it may load, prints it. I/O.
import type { CDPSession, Page } from 'puppeteer-core';
import { virtualOrigin } from './rendition.ts';

/** Reads what the document asks of the virtual origin; undefined for what it may not have. */
export type ServeFile = (path: string) => Promise<Uint8Array | undefined>;

export interface Printed {
  readonly pdf: Uint8Array;
  /** URLs the document wanted and did not get. */
  readonly blocked: readonly string[];
}

export interface Tab {
  readonly session: CDPSession;
  readonly frame: string;
  /** What the document being printed may load. */
  current: { serve: ServeFile; blocked: string[] };
}

/** A tab that runs no script and loads nothing but what it is handed. */
export async function openTab(page: Page): Promise<Tab> {
  const session = await page.createCDPSession();
  await Promise.all([
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    session.send('Emulation.setScriptExecutionDisabled', { value: true }),
    minimize(session),
  ]);
  const { frameTree } = await session.send('Page.getFrameTree');
  const tab: Tab = {
    session,
    frame: frameTree.frame.id,
    current: { serve: async () => undefined, blocked: [] },
  };
  session.on('Fetch.requestPaused', ({ requestId, request }) => {
    void answer(tab, requestId, request.url).catch(() => undefined);
  });
  return tab;
}

/** Nobody looks at the screen: not to draw it spares a fifth of the browser's work. */
async function minimize(session: CDPSession): Promise<void> {
  const { windowId } = await session.send('Browser.getWindowForTarget');
  await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } });
}

async function answer({ session, current }: Tab, requestId: string, url: string): Promise<void> {
  const path = url.startsWith(`${virtualOrigin}/`)
    ? decodeURI(url.slice(virtualOrigin.length + 1))
    : undefined;
  const bytes = path === undefined ? undefined : await current.serve(path);
  if (bytes === undefined) {
    current.blocked.push(url);
    await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    return;
  }
  const headers = {
    'access-control-allow-origin': '*',
    'cache-control': 'max-age=31536000, immutable',
    // Chromium knows fonts and other pictures by their first bytes, an SVG only by its type.
    ...(path?.endsWith('.svg') ? { 'content-type': 'image/svg+xml' } : {}),
  };
  await session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })),
    body: Buffer.from(bytes).toString('base64'),
  });
}

/** Waits for pictures and for every face declared: margin boxes use theirs without waiting for it. */
const loaded = `document.body.offsetHeight, Promise.all([...Array.from(document.fonts, (face) => face.load().catch(() => 0)),
  ...Array.from(document.images, (image) => image.decode().catch(() => 0))]).then(() => 0)`;

/** Rejects when the browser is gone; never ends when it hangs. */
export async function printIn(tab: Tab, html: string, serve: ServeFile): Promise<Printed> {
  tab.current = { serve, blocked: [] };
  const { session } = tab;
  await session.send('Page.setDocumentContent', { frameId: tab.frame, html });
  await session.send('Runtime.evaluate', { expression: loaded, awaitPromise: true });
  const { data } = await session.send('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    transferMode: 'ReturnAsBase64',
  });
  return { pdf: Buffer.from(data, 'base64'), blocked: tab.current.blocked };
}
