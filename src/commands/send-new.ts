// A new dispatch: plans it, shows it, rehearses it, or, confirmed, freezes and sends that very plan.
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { type ExitCode, UserFailure } from '../failure.ts';
import type { Ledger } from '../outbox/ledger.ts';
import { type Dispatch, dueDispatches, freezeDispatch } from '../outbox/ledger-dispatch.ts';
import { openSpool } from '../outbox/ledger-spool.ts';
import type { Plan } from '../outbox/plan.ts';
import { rehearse } from '../outbox/rehearsal.ts';
import { writeRehearsal } from '../outbox/write.ts';
import { chooseTransport } from '../transport/settings.ts';
import { ask, canAsk } from './ask.ts';
import { chooseBrand, openBrand, type Workspace } from './gather.ts';
import { confirmPlan } from './send-confirm.ts';
import { checkTexts, isUntold } from './send-findings.ts';
import {
  embargoOf,
  type PlanGround,
  type Planned,
  type PlanOptions,
  planSend,
  type SpooledRow,
} from './send-plan.ts';
import { refusalOf } from './send-refusal.ts';
import { audit, resume } from './send-resume.ts';
import { runDispatch } from './send-run.ts';
import { showPlan } from './send-show.ts';
import { readTexts } from './send-texts.ts';
import { readTime } from './send-time.ts';

export interface SendOptions extends PlanOptions {
  readonly brand?: string;
  readonly confirm?: true;
  readonly plan?: string;
  readonly allowWarnings?: true;
  readonly sample?: number;
  readonly at?: string;
  readonly notAfter?: string;
  readonly due?: true;
  readonly resume?: true;
  readonly snapshot?: true;
  readonly join?: true;
}

/** A scheduled sending later than this asks again. */
const lateAfterMs = 2 * 3_600_000;

/** @throws UserFailure for what stops it, with the exit code of the safeguard that did. */
export async function sendRelease(
  context: Context,
  workspace: Workspace,
  ledger: Ledger,
  subject: string,
  options: SendOptions,
): Promise<ExitCode> {
  const outcome = await planDispatch(context, workspace, ledger, subject, options);
  // By now nothing of the plan is held: the ledger has it.
  return typeof outcome === 'number' ? outcome : runDispatch(context, workspace, ledger, outcome, 'alone');
}

/** The dispatch to run, or the exit code where there is none. */
async function planDispatch(
  context: Context,
  workspace: Workspace,
  ledger: Ledger,
  subject: string,
  options: SendOptions,
): Promise<Dispatch | ExitCode> {
  const brandId = await chooseBrand(workspace, options.brand);
  const { brand, findings } = await openBrand(workspace.root, brandId);
  if (brand === undefined) throw brokenBrand(brandId);
  const texts = await readTexts(context, workspace.root, brand, subject);
  const checked = await checkTexts(context, texts, options.brand);
  const now = context.now().getTime();
  const at = readTime(options.at, embargoOf(texts), now);
  const ground: PlanGround = {
    workspace,
    brand,
    texts: { ...texts, findings: [...findings, ...texts.findings.filter(isUntold(checked)), ...checked] },
    ledger,
    transport: chooseTransport(workspace.config.send, context.env),
    now,
    at,
    notAfter: readTime(options.notAfter, null, now) ?? (at === null ? null : at + lateAfterMs),
  };
  refuseLate(ground.notAfter, now);
  if (ground.texts.editions.length === 0) return refuseFindings(context, ground.texts.findings);
  using rows = openSpool<SpooledRow>();
  const planned = await planSend(context, ground, options, rows);
  const unfinished = dueDispatches(ledger, now).filter(({ slug }) => slug === texts.slug);
  showPlan(context, ground, planned);
  if (options.confirm === undefined && options.plan === undefined) {
    return await rehearsePlan(context, workspace, ground, planned, options);
  }
  if (unfinished[0] !== undefined) return resumeInstead(context, workspace, ledger, unfinished[0], options);
  const refused = refusalOf(planned, options);
  if (refused !== null) throw refused;
  await confirmPlan(context, planned.plan, options);
  return freeze(context, ledger, planned.plan);
}

/** A time long past is a slip of the pen, not a wish to send now. */
function refuseLate(notAfter: number | null, now: number): void {
  if (notAfter === null || now <= notAfter) return;
  const limit = new Date(notAfter).toISOString();
  throw new UserFailure(
    {
      fr: `L’heure demandée est passée : plus rien ne devait partir après ${limit}.`,
      en: `The time asked for is over: nothing was to leave after ${limit}.`,
    },
    {
      remedy: { fr: 'Corrigez `--at` ou `--not-after`.', en: 'Correct `--at` or `--not-after`.' },
      exitCode: 4,
    },
  );
}

/** Writes every message, or a sample, beside the build; sends nothing. */
async function rehearsePlan(
  context: Context,
  { root, config }: Workspace,
  { texts, now, at }: PlanGround,
  planned: Planned,
  options: SendOptions,
): Promise<ExitCode> {
  const { words, stdout, stderr } = context;
  const folder = join(config.out, texts.editions[0]?.release.id ?? texts.slug, 'outbox');
  const messages = rehearse(planned.plan, options.sample ?? null, at ?? now);
  const count = await writeRehearsal(join(root, folder), messages, {
    code: words.code,
    title: words.send.rehearsalOf(texts.editions[0]?.release.title ?? texts.slug),
    columns: words.send.indexColumns,
  });
  const refused = refusalOf(planned, options);
  if (context.json) {
    stdout.write(`${JSON.stringify({ schema: 1, event: 'rehearsed', folder, messages: count })}\n`);
  } else if (count > 0) {
    stdout.write(
      `${words.send.rehearsed(count, `${folder}/index.html`)}\n${words.send.planHash(planned.plan.hash)}\n`,
    );
    if (refused === null) stdout.write(`${words.send.howToSend(planned.plan.hash)}\n`);
  }
  if (refused === null) return 0;
  stderr.write(`${refused.wording[context.locale]}\n${refused.remedy?.[context.locale] ?? ''}\n`);
  return refused.exitCode;
}

function refuseFindings({ stderr, words, locale }: Context, findings: Planned['findings']): ExitCode {
  for (const { severity, place, message } of findings) {
    stderr.write(`${words.severity[severity]} ${place.file}:${place.line} ${message[locale]}\n`);
  }
  return 1;
}

function freeze(context: Context, ledger: Ledger, plan: Plan): Dispatch {
  const now = context.now().getTime();
  const { variants: _, rows: __, tally, ...summary } = plan;
  const dispatch = freezeDispatch(ledger, { ...plan, planHash: plan.hash, summary }, now);
  const withheld = Object.values(tally.withheld).reduce((sum, count) => sum + count, 0);
  const act = plan.kind === 'test' ? 'test' : 'send';
  audit(ledger, now, act, dispatch, `${tally.queued + withheld} rows by ${plan.transport}`);
  return dispatch;
}

/** A confirmed send of a release that is half sent means: go on with that. It asks on a terminal. */
async function resumeInstead(
  context: Context,
  workspace: Workspace,
  ledger: Ledger,
  dispatch: Dispatch,
  options: SendOptions,
): Promise<ExitCode> {
  if (canAsk(context)) {
    const typed = await ask(context, context.words.send.resumeFirst(dispatch.name));
    if (typed !== null && /^(o|oui|y|yes)$/i.test(typed)) {
      return resume(context, workspace, ledger, dispatch.name, options);
    }
  }
  throw new UserFailure(
    {
      fr: `L’envoi ${dispatch.name} n’est pas terminé.`,
      en: `The dispatch ${dispatch.name} is not finished.`,
    },
    {
      remedy: {
        fr: `Reprenez-le d’abord : release send --resume ${dispatch.name}`,
        en: `Resume it first: release send --resume ${dispatch.name}`,
      },
      exitCode: 4,
    },
  );
}

const brokenBrand = (id: string): UserFailure =>
  new UserFailure(
    { fr: `La marque \`${id}\` ne peut pas être lue.`, en: `The brand \`${id}\` cannot be read.` },
    { remedy: { fr: 'Lancez `release build` : il dit pourquoi.', en: 'Run `release build`: it says why.' } },
  );
