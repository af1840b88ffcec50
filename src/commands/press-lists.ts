// Reads press lists for any command: the lists as files, as one list, and what stands in the way of using them.
import type { Brand } from '../brand/brand.ts';
import { brandIds } from '../brand/read.ts';
import { readConfig } from '../config.ts';
import type { Context } from '../context.ts';
import { type Finding, isError } from '../finding.ts';
import { parseColumnMap } from '../recipients/columns.ts';
import { lineRules } from '../recipients/complaints.ts';
import type { Meanings } from '../recipients/interpret.ts';
import { type Kept, type MergedList, mergeInto, mergeLists } from '../recipients/merge.ts';
import { makeMeanings, type ParseOptions, type PressList } from '../recipients/parse.ts';
import { readLists } from '../recipients/read.ts';
import { type ListDefaults, matchesWhere, parseWhere, type Term } from '../recipients/where.ts';
import { findWorkspace } from '../workspace.ts';
import { chooseBrand, openBrand, openWorkspace } from './gather.ts';

export interface ListOptions {
  readonly map?: readonly string[];
  readonly encoding?: string;
  readonly where?: string;
  readonly brand?: string;
  readonly skipInvalid?: true;
}

interface JudgedLists {
  readonly meanings: Meanings;
  /** Of each list, then of the merging. */
  readonly findings: readonly Finding[];
  /** Errors that `--skip-invalid` does not set aside: nothing may be done with the lists. */
  readonly blocking: readonly Finding[];
  /** Names of the columns kept for templates. */
  readonly kept: readonly string[];
  /** What someone has who says no language or region. */
  readonly defaults: ListDefaults;
}

export interface GatheredLists extends JudgedLists {
  readonly lists: readonly PressList[];
  /** Only those `--where` takes. */
  readonly merged: MergedList;
}

export interface SpooledLists extends JudgedLists {
  /** What `--where` asks: not yet applied to those who are kept. */
  readonly where: readonly Term[];
}

/**
 * Holds everyone in memory. Columns are mapped by `recipients.map` of the configuration, then `--map`.
 * @param brand whose language and country those have who do not say; null where the workspace has none.
 */
export async function gatherLists(
  context: Context,
  paths: readonly string[],
  options: ListOptions,
  brand: Brand | null,
): Promise<GatheredLists> {
  const meanings = makeMeanings();
  const lists = await readLists(paths, context, meanings, await parseOptions(context, options));
  const merged = mergeLists(lists);
  const { where, ...judged } = judge(lists, merged.findings, meanings, options, brand);
  const recipients = merged.recipients.filter((recipient) => matchesWhere(where, recipient, meanings));
  return { ...judged, lists, merged: { ...merged, recipients } };
}

/** As `gatherLists`, for lists of any length: each recipient goes straight into `kept`, and none stays in memory. */
export async function spoolLists(
  context: Context,
  paths: readonly string[],
  options: ListOptions,
  brand: Brand | null,
  kept: Kept,
): Promise<SpooledLists> {
  const meanings = makeMeanings();
  const { take, findings } = mergeInto(kept);
  const lists = await readLists(paths, context, meanings, {
    ...(await parseOptions(context, options)),
    take,
  });
  return judge(lists, findings, meanings, options, brand);
}

async function parseOptions({ cwd }: Context, { map = [], encoding }: ListOptions): Promise<ParseOptions> {
  const config = await readConfig(findWorkspace(cwd));
  const configured = Object.entries(config.recipients.map).map(([field, header]) => `${field}=${header}`);
  return { map: parseColumnMap([...configured, ...map]), ...(encoding === undefined ? {} : { encoding }) };
}

function judge(
  lists: readonly PressList[],
  duplicates: readonly Finding[],
  meanings: Meanings,
  options: ListOptions,
  brand: Brand | null,
): SpooledLists {
  const defaults = { language: brand?.languages[0] ?? 'fr', region: brand?.country ?? 'FR' };
  const kept = [...new Set(lists.flatMap((list) => list.kept))];
  const where = parseWhere(options.where ?? '', { meanings, defaults, kept });
  const findings = [...lists.flatMap((list) => list.findings), ...duplicates];
  const skipped = (finding: Finding): boolean => options.skipInvalid === true && lineRules.has(finding.rule);
  const blocking = findings.filter((finding) => isError(finding) && !skipped(finding));
  return { meanings, findings, blocking, kept, defaults, where };
}

/** The brand of a workspace that need not have one: null, where it has none and none is asked for. */
export async function findBrand(context: Context, flag: string | undefined): Promise<Brand | null> {
  const workspace = await openWorkspace(context.cwd);
  const none = (await brandIds(workspace.root)).length === 0;
  if (none && flag === undefined && workspace.config.brand === undefined) return null;
  const { brand } = await openBrand(workspace.root, await chooseBrand(workspace, flag));
  return brand ?? null;
}

/** Findings that fit a screen; the others are counted. */
const shown = 50;

/**
 * Tells findings on standard error: errors first, then warnings, the first fifty; notes and the rest with `--verbose`.
 * Addresses are masked there: file and line lead to them.
 */
export function tellListFindings(context: Context, findings: readonly Finding[]): void {
  const { stderr, words, locale, verbose, quiet } = context;
  const grave = ['error', 'warning'].flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  const notes = quiet ? [] : findings.filter(({ severity }) => severity === 'note');
  const told = verbose ? [...grave, ...notes] : grave.slice(0, shown);
  for (const { severity, place, message, remedy, rule } of told) {
    const text = `${message[locale]}.${remedy === undefined ? '' : ` ${remedy[locale]}`}`;
    stderr.write(`${words.severity[severity]} ${place.file}:${place.line} ${text} [${rule}]\n`);
  }
  const untold = grave.length + notes.length - told.length;
  if (untold > 0) stderr.write(`${words.recipients.untold(untold)}\n`);
}

/** After findings that block: what the user may do about them. */
export function tellBlocking({ stderr, words, quiet }: Context, blocking: readonly Finding[]): void {
  if (blocking.length === 0 || quiet) return;
  const skippable = blocking.every(({ rule }) => lineRules.has(rule));
  stderr.write(`${skippable ? words.recipients.skippable(blocking.length) : words.recipients.unusable}\n`);
}

/** As JSON tells findings: in English, and masked there too. */
export const jsonFindings = (findings: readonly Finding[]): readonly object[] =>
  findings.map(({ message, remedy, ...finding }) => ({
    ...finding,
    message: message.en,
    remedy: remedy?.en,
  }));
