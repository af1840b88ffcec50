// `release check --watch`: checks, waits for the next save, checks again, until interrupted.
import { nextChange } from '../checks/watch.ts';
import type { Context } from '../context.ts';
import { type ExitCode, UserFailure } from '../failure.ts';
import { configFile, findWorkspace } from '../workspace.ts';

/** A failure such as a broken configuration is told and waited out. */
export async function watchWorkspace(context: Context, check: () => Promise<ExitCode>): Promise<ExitCode> {
  const { signal, stdout, stderr, words, locale } = context;
  const root = findWorkspace(context.cwd);
  while (!signal.aborted) {
    if (stdout.isTTY) stdout.write('\u001b[2J\u001b[H');
    try {
      await check();
    } catch (error) {
      if (!(error instanceof UserFailure)) throw error;
      stderr.write(`${error.wording[locale]} ${error.remedy?.[locale] ?? ''}\n`);
    }
    stderr.write(`${words.check.watching}\n`);
    await nextChange(root, ['releases', 'templates', configFile], signal);
  }
  return 130;
}
