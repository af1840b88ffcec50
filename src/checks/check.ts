// Checks one release: runs every rule that its settings leave on and returns findings in reading order.
import type { Brand } from '../brand/brand.ts';
import { byPlace, type Finding, type Severity } from '../finding.ts';
import type { Release } from '../release/release.ts';
import { applyDisables } from './disable.ts';
import { editOf } from './edit.ts';
import { lineStarts, placeOf } from './lines.ts';
import type { RuleLevel } from './preset.ts';
import type { Problem, Related, ReleaseText, Rule, RuleInput } from './rule.ts';
import { levelOf, optionsOf, type Settings } from './settings.ts';
import { once, primaryLanguage, readText, readTongues, withSigns } from './text.ts';

export interface Checkable {
  readonly release: Release;
  readonly brand: Brand | null;
  readonly settings: Settings;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly related: Related;
  readonly readFile: (path: string) => Uint8Array | undefined;
  /** What parsing already found in the file; disable comments and levels hold for it too. */
  readonly parsing: readonly Finding[];
}

/** Called around each rule, to tell what it costs. */
export type Clock = <T>(rule: Rule, run: () => T) => T;

const untimed: Clock = (_rule, run) => run();

/** Runs `rules` on one release. The findings are sorted by place; disabled ones are left out. */
export async function checkRelease(
  checkable: Checkable,
  rules: readonly Rule[],
  clock: Clock = untimed,
): Promise<readonly Finding[]> {
  const { release, settings, parsing } = checkable;
  const starts = lineStarts(release.source);
  const text = readText(release);
  const findings: Finding[] = [...weigh(parsing, settings)];
  const part = (language: string, text: ReleaseText): Part => ({
    language: primaryLanguage(language),
    shown: new Map([[null, text]]),
    input: {
      release,
      brand: checkable.brand,
      preset: settings.presetIn(language),
      today: checkable.today,
      text,
      related: checkable.related,
      readFile: checkable.readFile,
    },
  });
  const whole = [part(release.language, text)];
  const tongues = once(() => readTongues(text).map(({ language, text }) => part(language, text)));
  for (const rule of rules) {
    const level = levelOf(rule, settings);
    if (level === 'off') continue;
    const report = (problem: Problem): void => {
      findings.push(findingOf(rule, level, problem, release, starts));
    };
    const options = optionsOf(rule, settings);
    for (const part of rule.languages === null ? whole : tongues()) {
      if (rule.languages?.includes(part.language) === false) continue;
      const input = { ...part.input, text: shownTo(rule, part), options };
      const done = clock(rule, () => rule.check(input, report));
      // Most rules need not wait, and to be called back ninety times a release takes its time.
      if (done instanceof Promise) await done;
    }
  }
  return withoutEchoes(applyDisables(release, text, findings, settings, rules), rules).toSorted(byPlace);
}

/** Leaves out what rules that yield say of a place which another rule mends. */
function withoutEchoes(findings: readonly Finding[], rules: readonly Rule[]): readonly Finding[] {
  const yielding = new Set(rules.filter((rule) => rule.yields).map(({ id }) => id));
  const isEcho = ({ rule }: Finding): boolean => yielding.has(rule);
  if (!findings.some(isEcho)) return findings;
  const mended = new Set<number>();
  for (const { fix } of findings.filter((finding) => !isEcho(finding) && finding.fix?.safe))
    for (let at = fix?.start ?? 0; at < (fix?.end ?? 0); at += 1) mended.add(at);
  const isMended = ({ fix }: Finding): boolean => {
    for (let at = fix?.start ?? 0; at < (fix?.end ?? 0); at += 1) if (mended.has(at)) return true;
    return false;
  };
  return findings.filter((finding) => !isEcho(finding) || !isMended(finding));
}

/** What is the same for all rules that read a text in one language, or in all at once. */
interface Part {
  /** Primary subtag. */
  readonly language: string;
  readonly input: Omit<RuleInput, 'options'>;
  /** The text as rules see it, by what they need. */
  readonly shown: Map<number | null, ReleaseText>;
}

function shownTo({ needs }: Rule, { input, shown }: Part): ReleaseText {
  const text = shown.get(needs) ?? withSigns(input.text, needs ?? 0);
  shown.set(needs, text);
  return text;
}

function findingOf(
  rule: Rule,
  level: RuleLevel | undefined,
  problem: Problem,
  release: Release,
  starts: readonly number[],
): Finding {
  const { at, message, remedy, fix } = problem;
  return {
    rule: rule.id,
    severity: severityOf(level) ?? problem.severity ?? rule.severity,
    place: placeOf(release.file, starts, at),
    message,
    ...(remedy === undefined ? {} : { remedy }),
    ...(fix === undefined ? {} : { fix: editOf(release.source, at, fix) }),
  };
}

function severityOf(level: RuleLevel | undefined): Severity | undefined {
  if (level === undefined || level === 'off') return undefined;
  return level === 'warn' ? 'warning' : level;
}

/** Findings of parsing under the levels of the settings. What cannot be read stays an error whatever the settings say. */
export function weigh(findings: readonly Finding[], { rules }: Settings): readonly Finding[] {
  return findings.flatMap((finding) => {
    const level = rules[finding.rule]?.level;
    if (level === 'off') return [];
    return [{ ...finding, severity: severityOf(level) ?? finding.severity }];
  });
}
