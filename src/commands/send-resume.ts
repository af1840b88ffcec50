// Goes on with frozen dispatches: one that was interrupted, or whatever is due.
import { userInfo } from 'node:os';
import type { Context } from '../context.ts';
import { type ExitCode, UserFailure } from '../failure.ts';
import type { Ledger } from '../outbox/ledger.ts';
import { type Dispatch, dueDispatches, listDispatches } from '../outbox/ledger-dispatch.ts';
import { writeAudit } from '../outbox/ledger-history.ts';
import type { Plan } from '../outbox/plan.ts';
import { chooseBrand, openBrand, type Workspace } from './gather.ts';
import { runDispatch } from './send-run.ts';
import { contentInputs, readTexts } from './send-texts.ts';
import { readTime } from './send-time.ts';

export interface ResumeOptions {
  readonly join?: true;
  readonly snapshot?: true;
  readonly notAfter?: string;
}

/** A line in the audit: this user did this now. */
export const audit = (
  ledger: Ledger,
  at: number,
  act: string,
  { name, planHash }: Dispatch,
  detail: string,
): void => writeAudit(ledger, { at, who: userInfo().username, act, dispatch: name, planHash, detail });

/** @param subject A slug or the name of a dispatch; null where only one is open. */
export async function resume(
  context: Context,
  workspace: Workspace,
  ledger: Ledger,
  subject: string | null,
  options: ResumeOptions,
): Promise<ExitCode> {
  const open = listDispatches(ledger, subject).filter(({ state }) => state !== 'done');
  const [dispatch, other] = open;
  if (dispatch === undefined) {
    throw new UserFailure(
      { fr: 'Aucun envoi à reprendre.', en: 'No dispatch to resume.' },
      { remedy: { fr: 'Voir `release status`.', en: 'See `release status`.' } },
    );
  }
  if (other !== undefined) {
    const names = open.map(({ name }) => name).join(', ');
    throw new UserFailure(
      {
        fr: `Plusieurs envois ne sont pas terminés : ${names}.`,
        en: `Several dispatches are not finished: ${names}.`,
      },
      { remedy: { fr: 'Nommez celui à reprendre.', en: 'Name the one to resume.' } },
    );
  }
  const now = context.now().getTime();
  if (!options.snapshot) await refuseChanges(context, workspace, dispatch);
  refuseLate(dispatch, readTime(options.notAfter, null, now) ?? dispatch.notAfter, now);
  audit(ledger, now, options.join ? 'join' : 'resume', dispatch, options.snapshot ? 'frozen content' : '');
  return runDispatch(context, workspace, ledger, dispatch, options.join ? 'join' : 'alone');
}

/** For cron or a timer: whatever is due now, one dispatch after the other. */
export async function runDue(
  context: Context,
  workspace: Workspace,
  ledger: Ledger,
  options: ResumeOptions,
): Promise<ExitCode> {
  const now = context.now().getTime();
  const due = dueDispatches(ledger, now).filter(({ state }) => state === 'open');
  if (due.length === 0 && !context.quiet && !context.json)
    context.stderr.write(`${context.words.send.nothingDue}\n`);
  const codes: ExitCode[] = [];
  for (const dispatch of due) {
    if (!options.snapshot) await refuseChanges(context, workspace, dispatch);
    refuseLate(dispatch, dispatch.notAfter, now);
    audit(ledger, now, 'due', dispatch, '');
    codes.push(await runDispatch(context, workspace, ledger, dispatch, 'alone'));
  }
  return codes.find((code) => code !== 0) ?? 0;
}

/** What is sent is always the frozen content; but whoever edited a file since believes otherwise. */
async function refuseChanges(context: Context, workspace: Workspace, dispatch: Dispatch): Promise<void> {
  const { inputs } = dispatch.summary as Pick<Plan, 'inputs'>;
  const folder = Object.keys(inputs)
    .find((path) => path.endsWith('/brand.yaml'))
    ?.split('/')[1];
  const { brand } = await openBrand(workspace.root, folder ?? (await chooseBrand(workspace)));
  const texts = brand && (await readTexts(context, workspace.root, brand, dispatch.slug));
  const present = brand && texts ? contentInputs(texts, brand, [], {}) : {};
  const changed = Object.entries(inputs).filter(
    ([path, hash]) =>
      (path.startsWith('releases/') || path.startsWith('templates/')) && present[path] !== hash,
  );
  if (changed.length === 0) return;
  const files = changed.map(([path]) => path).join(', ');
  throw new UserFailure(
    {
      fr: `Modifié depuis que l’envoi ${dispatch.name} a été figé : ${files}.`,
      en: `Changed since the dispatch ${dispatch.name} was frozen: ${files}.`,
    },
    {
      remedy: {
        fr: 'Remettez ces fichiers comme ils étaient, ou ajoutez --snapshot pour envoyer le contenu figé, tel qu’il a été relu.',
        en: 'Restore those files, or add --snapshot to send the frozen content, as it was reviewed.',
      },
      exitCode: 4,
    },
  );
}

function refuseLate({ name }: Dispatch, notAfter: number | null, now: number): void {
  if (notAfter === null || now <= notAfter) return;
  throw new UserFailure(
    {
      fr: `L’envoi ${name} aurait dû partir avant ${new Date(notAfter).toISOString()}.`,
      en: `The dispatch ${name} should have left before ${new Date(notAfter).toISOString()}.`,
    },
    {
      remedy: {
        fr: 'S’il doit partir quand même : release send --resume --not-after "2020-11-25T18:00 Europe/Paris".',
        en: 'If it is to leave all the same: release send --resume --not-after "2020-11-25T18:00 Europe/Paris".',
      },
      exitCode: 4,
    },
  );
}
