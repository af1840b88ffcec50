import { brandIds } from '../brand/read.js';
import { readConfig } from '../config.js';
import { isError } from '../finding.js';
import { parseColumnMap } from '../recipients/columns.js';
import { lineRules } from '../recipients/complaints.js';
import { mergeLists } from '../recipients/merge.js';
import { makeMeanings } from '../recipients/parse.js';
import { readLists } from '../recipients/read.js';
import { matchesWhere, parseWhere } from '../recipients/where.js';
import { findWorkspace } from '../workspace.js';
import { chooseBrand, openBrand, openWorkspace } from './gather.js';
/**
 * Columns are mapped by `recipients.map` of the configuration, then `--map`.
 * @param brand whose language and country those have who do not say; null where the workspace has none.
 */
export async function gatherLists(context, paths, options, brand) {
    const config = await readConfig(findWorkspace(context.cwd));
    const configured = Object.entries(config.recipients.map).map(([field, header]) => `${field}=${header}`);
    const map = parseColumnMap([...configured, ...(options.map ?? [])]);
    const meanings = makeMeanings();
    const { encoding } = options;
    const lists = await readLists(paths, context, meanings, {
        map,
        ...(encoding === undefined ? {} : { encoding }),
    });
    const defaults = { language: brand?.languages[0] ?? 'fr', region: brand?.country ?? 'FR' };
    const kept = [...new Set(lists.flatMap((list) => list.kept))];
    const where = parseWhere(options.where ?? '', { meanings, defaults, kept });
    const merged = mergeLists(lists);
    const findings = [...lists.flatMap((list) => list.findings), ...merged.findings];
    const skipped = (finding) => options.skipInvalid === true && lineRules.has(finding.rule);
    return {
        meanings,
        lists,
        merged: {
            ...merged,
            recipients: merged.recipients.filter((recipient) => matchesWhere(where, recipient, meanings)),
        },
        findings,
        blocking: findings.filter((finding) => isError(finding) && !skipped(finding)),
        kept,
        defaults,
    };
}
/** The brand of a workspace that need not have one: null, where it has none and none is asked for. */
export async function findBrand(context, flag) {
    const workspace = await openWorkspace(context.cwd);
    const none = (await brandIds(workspace.root)).length === 0;
    if (none && flag === undefined && workspace.config.brand === undefined)
        return null;
    const { brand } = await openBrand(workspace.root, await chooseBrand(workspace, flag));
    return brand ?? null;
}
/** Findings that fit a screen; the others are counted. */
const shown = 50;
/**
 * Tells findings on standard error: errors first, then warnings, the first fifty; notes and the rest with `--verbose`.
 * Addresses are masked there: file and line lead to them.
 */
export function tellListFindings(context, findings) {
    const { stderr, words, locale, verbose, quiet } = context;
    const grave = ['error', 'warning'].flatMap((severity) => findings.filter((finding) => finding.severity === severity));
    const notes = quiet ? [] : findings.filter(({ severity }) => severity === 'note');
    const told = verbose ? [...grave, ...notes] : grave.slice(0, shown);
    for (const { severity, place, message, remedy, rule } of told) {
        const text = `${message[locale]}.${remedy === undefined ? '' : ` ${remedy[locale]}`}`;
        stderr.write(`${words.severity[severity]} ${place.file}:${place.line} ${text} [${rule}]\n`);
    }
    const untold = grave.length + notes.length - told.length;
    if (untold > 0)
        stderr.write(`${words.recipients.untold(untold)}\n`);
}
/** After findings that block: what the user may do about them. */
export function tellBlocking({ stderr, words, quiet }, blocking) {
    if (blocking.length === 0 || quiet)
        return;
    const skippable = blocking.every(({ rule }) => lineRules.has(rule));
    stderr.write(`${skippable ? words.recipients.skippable(blocking.length) : words.recipients.unusable}\n`);
}
/** As JSON tells findings: in English, and masked there too. */
export const jsonFindings = (findings) => findings.map(({ message, remedy, ...finding }) => ({
    ...finding,
    message: message.en,
    remedy: remedy?.en,
}));
