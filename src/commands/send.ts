// `release send`: rehearses, then, confirmed, freezes the plan and delivers it; resumes what was interrupted.
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { keepMemoryFlat } from '../engine.ts';
import { type ExitCode, UserFailure } from '../failure.ts';
import { openLedger } from '../outbox/ledger.ts';
import { openWorkspace } from './gather.ts';
import type { SendOptions } from './send-new.ts';

export async function run(
  context: Context,
  [subject]: readonly string[],
  options: SendOptions,
): Promise<ExitCode> {
  keepMemoryFlat();
  const workspace = await openWorkspace(context.cwd);
  const ledger = openLedger(join(workspace.root, '.release'));
  try {
    // What is frozen needs neither lists nor templates: whoever resumes does without them.
    if (options.due || options.resume || options.join) {
      const { resume, runDue } = await import('./send-resume.ts');
      if (options.due) return await runDue(context, workspace, ledger, options);
      return await resume(context, workspace, ledger, subject ?? null, options);
    }
    if (subject === undefined || (options.to ?? options.test) === undefined) throw usage();
    const { sendRelease } = await import('./send-new.ts');
    return await sendRelease(context, workspace, ledger, subject, options);
  } finally {
    ledger.close();
  }
}

const usage = (): UserFailure =>
  new UserFailure(
    { fr: 'Quel communiqué envoyer, et à qui ?', en: 'Which release, and to whom?' },
    {
      remedy: {
        fr: 'Le communiqué d’abord, les listes ensuite : release send releases/2020-11-25-salon-des-maires.md --to lists/nationale.csv',
        en: 'The release first, then the lists: release send releases/2020-11-25-salon-des-maires.md --to lists/national.csv',
      },
    },
  );
