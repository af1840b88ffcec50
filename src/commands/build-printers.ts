// The browser of one build: started early, its tabs opened once, closed whatever happens.
import type { Context } from '../context.ts';
import type { Printer } from '../renditions/browser.ts';

export class Printers {
  /** PDFs printed at once. */
  readonly tabs: number;
  private readonly context: Pick<Context, 'env' | 'signal'>;
  private opening: Promise<Printer | undefined> | undefined;

  constructor(context: Pick<Context, 'env' | 'signal'>, tabs: number) {
    this.context = context;
    this.tabs = Math.max(1, tabs);
  }

  /** Resolves once the browser is on its way; nothing when it is already. `configured` is the one of the configuration. */
  async start(configured: string | undefined): Promise<void> {
    if (this.opening !== undefined) return;
    const { env, signal } = this.context;
    const { findBrowser } = await import('../renditions/browser-find.ts');
    const { openPrinter } = await import('../renditions/browser.ts');
    const open = async (): Promise<Printer | undefined> => {
      const executable = findBrowser(env, configured);
      return executable === undefined
        ? undefined
        : openPrinter({ executable, tabs: this.tabs, timeoutMs: 60_000, signal });
    };
    this.opening = open();
    // A start that fails is told by whoever needs it.
    this.opening.catch(() => undefined);
  }

  /** Undefined when there is none; rejects when it could not be started. */
  async open(): Promise<Printer | undefined> {
    return this.opening;
  }

  async close(): Promise<void> {
    const printer = await this.opening?.catch(() => undefined);
    await printer?.close();
  }
}
