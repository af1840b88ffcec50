// `release send`: rehearses, then, confirmed, freezes the plan and delivers it; resumes what was interrupted.
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import type { Context } from '../context.ts';
import { type ExitCode, UserFailure } from '../failure.ts';
import { type Finding, isError } from '../finding.ts';
import type { Ledger } from '../outbox/ledger.ts';
import { openLedger } from '../outbox/ledger.ts';
import { type Dispatch, dueDispatches, freezeDispatch, listDispatches } from '../outbox/ledger-dispatch.ts';
import { writeAudit } from '../outbox/ledger-history.ts';
import type { Plan } from '../outbox/plan.ts';
import { rehearse } from '../outbox/rehearsal.ts';
import { writeRehearsal } from '../outbox/write.ts';
import { parseInstant } from '../release/instant.ts';
import { chooseTransport } from '../transport/settings.ts';
import { chooseBrand, openBrand, openWorkspace, type Workspace } from './gather.ts';
import { embargoOf, type PlanGround, type Planned, type PlanOptions, planSend } from './send-gather.ts';
import { runDispatch } from './send-run.ts';
import { showPlan } from './send-show.ts';
import { contentInputs, readTexts, type Texts } from './send-texts.ts';

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

export async function run(
  context: Context,
  [subject]: readonly string[],
  options: SendOptions,
): Promise<ExitCode> {
  const workspace = await openWorkspace(context.cwd);
  const ledger = openLedger(join(workspace.root, '.release'));
  try {
    if (options.due) return await runDue(context, workspace, ledger, options);
    if (options.resume || options.join)
      return await resume(context, workspace, ledger, subject ?? null, options);
    if (subject === undefined) throw usage();
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
        fr: 'Par exemple : release send releases/2020-11-25-salon-des-maires.md --to lists/nationale.csv',
        en: 'For example: release send releases/2020-11-25-salon-des-maires.md --to lists/national.csv',
      },
    },
  );

async function sendRelease(
  context: Context,
  workspace: Workspace,
  ledger: Ledger,
  subject: string,
  options: SendOptions,
): Promise<ExitCode> {
  if (options.to === undefined && options.test === undefined) throw usage();
  const brandId = await chooseBrand(workspace, options.brand);
  const { brand, findings } = await openBrand(workspace.root, brandId);
  if (brand === undefined) throw brokenBrand(brandId);
  const texts = await readTexts(context, workspace.root, brand, subject);
  const checked = await checkTexts(context, texts, options);
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
  if (ground.texts.editions.length === 0) return refuseFindings(context, ground.texts.findings);
  const planned = await planSend(context, ground, options);
  const unfinished = dueDispatches(ledger, now).filter(({ slug }) => slug === texts.slug);
  showPlan(context, ground, planned);
  if (options.confirm === undefined && options.plan === undefined) {
    return rehearsePlan(context, workspace, ground, planned, options);
  }
  if (unfinished[0] !== undefined) return resumeInstead(context, workspace, ledger, unfinished[0], options);
  const refused = refusalOf(planned, options);
  if (refused !== null) throw refused;
  await confirm(context, planned.plan, options);
  return act(context, workspace, ledger, planned);
}

/** What `release check` says of them. */
async function checkTexts(
  context: Context,
  { editions }: Texts,
  { brand }: SendOptions,
): Promise<readonly Finding[]> {
  const { openDesk } = await import('./check-desk.ts');
  const { checkFile } = await import('./check-workspace.ts');
  const { desk } = await openDesk(context, brand === undefined ? {} : { brand });
  const all = await Promise.all(editions.map(({ release }) => checkFile(desk, release.file)));
  return all.flatMap(({ findings }) => findings);
}

/** What `release check` already says of a file is not said again. */
const isUntold =
  (told: readonly Finding[]) =>
  ({ rule, place }: Finding): boolean =>
    !told.some((other) => other.rule === rule && other.place.file === place.file);

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
  } else {
    stdout.write(
      `${words.send.rehearsed(count, `${folder}/index.html`)}\n${words.send.planHash(planned.plan.hash)}\n`,
    );
    if (refused === null) stdout.write(`${words.send.howToSend(planned.plan.hash)}\n`);
  }
  if (refused === null) return 0;
  stderr.write(`${refused.wording[context.locale]}\n${refused.remedy?.[context.locale] ?? ''}\n`);
  return refused.exitCode;
}

/** Why this plan may not be sent; null when it may. */
function refusalOf(
  { plan, findings, listFindings, blocking, waiting, withoutContact }: Planned,
  options: SendOptions,
): UserFailure | null {
  // A test goes to the team, who may want to see the flaws.
  const errors = options.test === undefined ? findings.filter(isError).length : 0;
  const warnings = [...findings, ...listFindings].filter(({ severity }) => severity === 'warning').length;
  const queued = plan.rows.filter(({ state }) => state === 'queued').length;
  if (blocking.length > 0) {
    return new UserFailure(
      { fr: 'Les listes ont des erreurs : rien ne part.', en: 'The lists have errors: nothing leaves.' },
      { exitCode: 1 },
    );
  }
  if (withoutContact.length > 0) {
    return new UserFailure(
      {
        fr: `Aucun contact presse pour ${withoutContact.length} destinataire(s) : ${withoutContact.slice(0, 20).join(' · ')}`,
        en: `No press contact for ${withoutContact.length} recipient(s): ${withoutContact.slice(0, 20).join(' · ')}`,
      },
      {
        remedy: {
          fr: 'Complétez contacts.yaml pour leur région et leur langue, ou écartez-les avec --where.',
          en: 'Complete contacts.yaml for their region and language, or leave them out with --where.',
        },
        exitCode: 4,
      },
    );
  }
  if (errors > 0 || (warnings > 0 && !options.allowWarnings && options.test === undefined)) {
    return new UserFailure(
      {
        fr: 'Le communiqué ou les listes ont des défauts : rien ne part.',
        en: 'The release or the lists have flaws: nothing leaves.',
      },
      {
        remedy:
          errors > 0
            ? { fr: 'Corrigez les erreurs ci-dessus.', en: 'Mend the errors above.' }
            : {
                fr: 'Corrigez les avertissements, ou ajoutez --allow-warnings.',
                en: 'Mend the warnings, or add --allow-warnings.',
              },
        exitCode: 4,
      },
    );
  }
  if (queued > 0) return null;
  if (waiting > 0) {
    return new UserFailure(
      {
        fr: 'L’embargo n’est pas levé : personne ne peut encore recevoir ce communiqué.',
        en: 'The embargo has not ended: nobody may receive this release yet.',
      },
      {
        remedy: {
          fr: 'Programmez l’envoi avec `--at EMBARGO`, ou envoyez aux seuls destinataires de confiance avec `--under-embargo`.',
          en: 'Schedule it with `--at EMBARGO`, or send to trusted recipients only with `--under-embargo`.',
        },
        exitCode: 4,
      },
    );
  }
  return new UserFailure(
    { fr: 'Personne à qui envoyer.', en: 'Nobody to send to.' },
    {
      remedy: {
        fr: 'Voyez ci-dessus qui a été écarté, et pourquoi.',
        en: 'See above who was left out, and why.',
      },
    },
  );
}

function refuseFindings({ stderr, words, locale }: Context, findings: Planned['findings']): ExitCode {
  for (const { severity, place, message } of findings) {
    stderr.write(`${words.severity[severity]} ${place.file}:${place.line} ${message[locale]}\n`);
  }
  return 1;
}

/**
 * On a terminal, the number of recipients is to be typed. Elsewhere, the hash of the very plan that was reviewed is to be
 * given: a piped answer never sends.
 */
async function confirm(context: Context, plan: Plan, options: SendOptions): Promise<void> {
  const { words, stdin, stderr, stdout } = context;
  const count = plan.rows.filter(({ state }) => state === 'queued').length;
  if (options.plan !== undefined) {
    if (options.plan === plan.hash) return;
    throw new UserFailure(
      {
        fr: `Ce n’est plus le plan relu : son empreinte est ${plan.hash}.`,
        en: `This is no longer the plan that was reviewed: its hash is ${plan.hash}.`,
      },
      {
        remedy: {
          fr: 'Un texte, un gabarit, un contact ou une liste a changé. Relancez la répétition et relisez.',
          en: 'A text, template, contact or list has changed. Rehearse again and review.',
        },
        exitCode: 4,
      },
    );
  }
  if (!stdin.isTTY || !stdout.isTTY) {
    throw new UserFailure(
      {
        fr: 'Hors d’un terminal, l’envoi demande l’empreinte du plan relu.',
        en: 'Away from a terminal, sending needs the hash of the reviewed plan.',
      },
      { remedy: { fr: `Ajoutez --plan EMPREINTE.`, en: `Add --plan HASH.` }, exitCode: 4 },
    );
  }
  const prompt = createInterface({ input: stdin, output: stderr });
  try {
    const typed = await prompt.question(words.send.typeCount(count), { signal: context.signal });
    if (typed.trim() === String(count)) return;
  } finally {
    prompt.close();
  }
  throw new UserFailure({ fr: 'Rien n’a été envoyé.', en: 'Nothing was sent.' }, { exitCode: 4 });
}

async function act(
  context: Context,
  workspace: Workspace,
  ledger: Ledger,
  { plan }: Planned,
): Promise<ExitCode> {
  const now = context.now().getTime();
  const { variants: _, rows, ...summary } = plan;
  const dispatch = freezeDispatch(
    ledger,
    { ...plan, planHash: plan.hash, summary, variants: plan.variants, rows },
    now,
  );
  audit(
    ledger,
    now,
    plan.kind === 'test' ? 'test' : 'send',
    dispatch,
    `${rows.length} rows by ${plan.transport}`,
  );
  return runDispatch(context, workspace, ledger, dispatch, 'alone');
}

const audit = (ledger: Ledger, at: number, act: string, { name, planHash }: Dispatch, detail: string): void =>
  writeAudit(ledger, { at, who: userInfo().username, act, dispatch: name, planHash, detail });

/** A confirmed send of a release that is half sent means: go on with that. It asks on a terminal. */
async function resumeInstead(
  context: Context,
  workspace: Workspace,
  ledger: Ledger,
  dispatch: Dispatch,
  options: SendOptions,
): Promise<ExitCode> {
  const { stdin, stdout, stderr, words } = context;
  if (stdin.isTTY && stdout.isTTY) {
    const prompt = createInterface({ input: stdin, output: stderr });
    const typed = await prompt.question(words.send.resumeFirst(dispatch.name), { signal: context.signal });
    prompt.close();
    if (/^(o|oui|y|yes)$/i.test(typed.trim())) {
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

async function resume(
  context: Context,
  workspace: Workspace,
  ledger: Ledger,
  subject: string | null,
  options: SendOptions,
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
async function runDue(
  context: Context,
  workspace: Workspace,
  ledger: Ledger,
  options: SendOptions,
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

/** `EMBARGO`, or an instant with its zone. A time that a change of clocks skips or repeats is refused. */
function readTime(text: string | undefined, embargo: number | null, now: number): number | null {
  if (text === undefined) return null;
  if (text.toUpperCase() === 'EMBARGO') {
    if (embargo !== null) return embargo > now ? embargo : null;
    throw new UserFailure({ fr: 'Ce communiqué n’a pas d’embargo.', en: 'This release has no embargo.' });
  }
  const instant = parseInstant(text);
  if (typeof instant !== 'string') return Date.parse(instant.instant);
  const why = {
    gap: {
      fr: 'cette heure n’existe pas : passage à l’heure d’été',
      en: 'that hour does not exist: clocks go forward',
    },
    overlap: {
      fr: 'cette heure existe deux fois : passage à l’heure d’hiver',
      en: 'that hour exists twice: clocks go back',
    },
    'zone-missing': { fr: 'il manque le fuseau horaire', en: 'the time zone is missing' },
    'zone-unknown': { fr: 'fuseau horaire inconnu', en: 'unknown time zone' },
    format: { fr: 'date et heure illisibles', en: 'unreadable date and time' },
    impossible: { fr: 'cette date n’existe pas', en: 'that date does not exist' },
  }[instant];
  throw new UserFailure(
    { fr: `« ${text} » : ${why.fr}.`, en: `“${text}”: ${why.en}.` },
    {
      remedy: {
        fr: 'Écrivez par exemple "2020-11-25T10:00 Europe/Paris", ou un décalage : "2020-11-25T10:00+01:00".',
        en: 'Write for example "2020-11-25T10:00 Europe/Paris", or an offset: "2020-11-25T10:00+01:00".',
      },
    },
  );
}

const brokenBrand = (id: string): UserFailure =>
  new UserFailure(
    { fr: `La marque \`${id}\` ne peut pas être lue.`, en: `The brand \`${id}\` cannot be read.` },
    { remedy: { fr: 'Lancez `release build` : il dit pourquoi.', en: 'Run `release build`: it says why.' } },
  );
