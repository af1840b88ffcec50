// Comments that silence a rule: `<!-- release-disable-next-line rule: reason -->`, `-disable` … `-enable`, and `# release-…` in the frontmatter.
import type { Finding, Wording } from '../finding.ts';
import { nearest } from '../nearest.ts';
import type { Release } from '../release/release.ts';
import { lineAt, lineStarts, placeOf, type Span } from './lines.ts';
import { spanOf } from './passages.ts';
import type { ReleaseText, Rule } from './rule.ts';
import { parsingRuleIds } from './rules/parsing.ts';
import { levelOf, type Settings } from './settings.ts';

const id = 'comments/disable';

interface Disable {
  readonly verb: 'disable-next-line' | 'disable' | 'enable';
  readonly rules: readonly string[];
  readonly reason: string;
  readonly span: Span;
  /** Lines on which it silences its rules, from 1, `last` included. */
  readonly first: number;
  readonly last: number;
}

/** Leaves out the silenced findings; adds one for each comment that is malformed, unknown or without use. */
export function applyDisables(
  release: Release,
  text: ReleaseText,
  findings: readonly Finding[],
  settings: Settings,
  rules: readonly Rule[],
): readonly Finding[] {
  if (!release.source.includes('release-')) return findings;
  const starts = lineStarts(release.source);
  const disables = readDisables(release, text, starts);
  const used = new Set<string>();
  const kept = findings.filter((finding) => {
    const index = disables.findIndex(
      ({ verb, rules, first, last }) =>
        verb !== 'enable' &&
        rules.includes(finding.rule) &&
        finding.place.line >= first &&
        finding.place.line <= last,
    );
    if (index !== -1) used.add(`${index} ${finding.rule}`);
    return index === -1;
  });
  const level = settings.rules[id]?.level;
  if (level === 'off') return kept;
  const running = new Set(rules.filter((rule) => levelOf(rule, settings) !== 'off').map((rule) => rule.id));
  const known = [...rules.map((rule) => rule.id), ...parsingRuleIds];
  const say = (span: Span, severity: Finding['severity'], message: Wording, remedy: Wording): Finding => ({
    rule: id,
    severity: level === undefined ? severity : level === 'warn' ? 'warning' : level,
    place: placeOf(release.file, starts, span),
    message,
    remedy,
  });
  const problems = disables.flatMap((disable, index) => [
    ...malformed(disable).map(([message, remedy]) => say(disable.span, 'error', message, remedy)),
    ...disable.rules
      .filter((rule) => !known.includes(rule))
      .map((rule) => say(disable.span, 'error', ...unknown(rule, known))),
    ...disable.rules
      .filter((rule) => disable.verb !== 'enable' && running.has(rule) && !used.has(`${index} ${rule}`))
      .map((rule) => say(disable.span, 'warning', ...unused(rule))),
  ]);
  return [...kept, ...problems];
}

const comment =
  /(?:<!--|^[ \t]*#)[ \t\r\n]*release-(disable-next-line|disable|enable)(?![\w-])([^\r\n]*?)(?:-->|$)/gm;

function readDisables(release: Release, text: ReleaseText, starts: readonly number[]): readonly Disable[] {
  const bodyStart = release.body.children[0]?.position?.start.offset ?? release.source.length;
  const [header = ''] = /^---[\s\S]*?^---[ \t]*$/m.exec(release.source.slice(0, bodyStart)) ?? [];
  const regions: Span[] = [
    { start: 0, end: header.length },
    ...text.nodes('html').flatMap((node) => spanOf(node) ?? []),
  ];
  const read = regions.flatMap(({ start, end }) =>
    [...release.source.slice(start, end).matchAll(comment)].map((match) => {
      const lead = match[0].length - match[0].trimStart().length;
      const from = start + match.index + lead;
      const verb = match[1] as Disable['verb'];
      const [, names = '', reason = ''] = /^([^:]*)(?::([\s\S]*))?$/.exec(match[2] ?? '') ?? [];
      const rules = names.split(/[\s,]+/).filter((name) => name !== '');
      return {
        verb,
        rules,
        reason: reason.trim(),
        span: { start: from, end: start + match.index + match[0].length },
      };
    }),
  );
  return read.map((disable, index) => {
    const line = lineAt(starts, disable.span.end - 1) + 1;
    if (disable.verb !== 'disable') {
      const next = nextFilledLine(release.source, starts, line);
      return { ...disable, first: next, last: next };
    }
    const end = read
      .slice(index + 1)
      .find(({ verb, rules }) => verb === 'enable' && disable.rules.every((rule) => rules.includes(rule)));
    const last = end === undefined ? Number.POSITIVE_INFINITY : lineAt(starts, end.span.start) + 1;
    return { ...disable, first: line, last };
  });
}

/** Line numbers from 1. Blank lines after a comment do not count: Markdown editors like to put one there. */
function nextFilledLine(source: string, starts: readonly number[], line: number): number {
  let next = line + 1;
  while (next < starts.length && source.slice(starts[next - 1], starts[next]).trim() === '') next += 1;
  return next;
}

function malformed({ verb, rules, reason }: Disable): readonly (readonly [Wording, Wording])[] {
  const example = `<!-- release-${verb} typography/apostrophe: … -->`;
  const write: Wording = { fr: `Écrivez \`${example}\`.`, en: `Write \`${example}\`.` };
  if (rules.length === 0) {
    return [[{ fr: 'Ce commentaire ne nomme aucune règle', en: 'This comment names no rule' }, write]];
  }
  if (reason !== '' || verb === 'enable') return [];
  return [[{ fr: 'Règle désactivée sans raison', en: 'Rule disabled without a reason' }, write]];
}

function unknown(rule: string, known: readonly string[]): readonly [Wording, Wording] {
  const meant = nearest(rule, known);
  return [
    { fr: `Règle inconnue : \`${rule}\``, en: `Unknown rule: \`${rule}\`` },
    meant === undefined
      ? { fr: 'Voir `release check --list-rules`.', en: 'See `release check --list-rules`.' }
      : { fr: `Vouliez-vous dire \`${meant}\` ?`, en: `Did you mean \`${meant}\`?` },
  ];
}

const unused = (rule: string): readonly [Wording, Wording] => [
  { fr: `\`${rule}\` est désactivée ici pour rien`, en: `\`${rule}\` is disabled here for nothing` },
  { fr: 'Retirez ce commentaire.', en: 'Remove this comment.' },
];
