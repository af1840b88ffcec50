// `release check --watch`: checks, waits for the next save, checks again, until interrupted or nobody reads on.
import { watchPaths } from '../checks/watch.ts';
import type { Context } from '../context.ts';
import { type ExitCode, UserFailure } from '../failure.ts';
import { configFile, findWorkspace } from '../workspace.ts';

export async function watchWorkspace(context: Context, check: () => Promise<ExitCode>): Promise<ExitCode> {
  const { signal, stdout, stderr, words } = context;
  const root = findWorkspace(context.cwd);
  const watch = watchPaths(root, ['releases', 'templates', configFile], signal);
  let isHeard = true;
  stdout.once('error', () => {
    isHeard = false;
  });
  try {
    while (!signal.aborted && isHeard) {
      if (stdout.isTTY) stdout.write('\u001b[2J\u001b[H');
      await checkAndTell(context, check);
      stderr.write(`${words.check.watching}\n`);
      await watch.next();
    }
  } finally {
    watch.close();
  }
  return signal.aborted ? 130 : 0;
}

/** A failure such as a broken configuration is told and waited out. */
async function checkAndTell(
  { stderr, locale, signal }: Context,
  check: () => Promise<ExitCode>,
): Promise<void> {
  try {
    await check();
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof UserFailure)) throw error;
    stderr.write(`${error.wording[locale]} ${error.remedy?.[locale] ?? ''}\n`);
  }
}
