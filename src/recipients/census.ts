// What a set of press lists amounts to, in numbers: nobody is named.
import { isError } from '../finding.ts';
import { wideRegion } from '../region.ts';
import { lineRules } from './complaints.ts';
import type { Format } from './format.ts';
import type { Meanings } from './interpret.ts';
import type { MergedList } from './merge.ts';
import type { PressList } from './parse.ts';
import type { Recipient } from './recipient.ts';
import type { ListDefaults } from './where.ts';

/** Name → how many, the largest first; the empty name is of those who have none. */
export type Count = Readonly<Record<string, number>>;

export interface Census {
  readonly lists: readonly {
    readonly file: string;
    readonly format: Format | null;
    readonly encoding: string | null;
    readonly rows: number;
    readonly recipients: number;
  }[];
  /** Addresses, each once. */
  readonly recipients: number;
  readonly duplicates: number;
  /** Lines that yield no recipient. */
  readonly invalid: number;
  /** On the suppression list; null where there is no ledger to ask. */
  readonly suppressed: number | null;
  readonly languages: Count;
  /** ISO 3166-2 regions, départements counted in theirs; someone who covers two counts in both. */
  readonly regions: Count;
  readonly outletTypes: Count;
  /** May get a release under embargo. */
  readonly trusted: number;
  /** Only an SMTPUTF8 server can write to them. */
  readonly smtputf8: number;
  /** Regions and languages that no press contact answers for; null where no brand was read. */
  readonly withoutContact:
    | readonly { readonly region: string; readonly language: string; readonly recipients: number }[]
    | null;
  /** Last contact, or information, more than three years ago: to ask again or delete. */
  readonly stale: number;
  /** Neither date is known, so nobody can say when to delete. */
  readonly undated: number;
  /** No day on which they were told that they are on the list (GDPR art. 14). */
  readonly uninformed: number;
}

export interface CensusQuestions {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Whether the ledger forbids writing to a key; null without a ledger. */
  readonly isSuppressed: ((key: string) => boolean) | null;
  /** Whether some press contact answers for a region in a language; null without a brand. */
  readonly hasContact: ((region: string, language: string) => boolean) | null;
  /** Whoever says no language or region is taken to have these. */
  readonly defaults: ListDefaults;
}

/** Years after the last contact; the yardstick that the CNIL gives for prospects, by analogy. */
const retentionYears = 3;

export function takeCensus(
  lists: readonly PressList[],
  { recipients, duplicates }: MergedList,
  { gazetteer }: Meanings,
  questions: CensusQuestions,
): Census {
  const { isSuppressed, hasContact, defaults } = questions;
  const limit = `${Number(questions.today.slice(0, 4)) - retentionYears}${questions.today.slice(4)}`;
  const lastDay = ({ lastContact, informedAt }: Recipient): string => lastContact ?? informedAt ?? '';
  const count = (test: (recipient: Recipient) => boolean): number => recipients.filter(test).length;
  const regionOf = (code: string): string => wideRegion(gazetteer, code);
  return {
    lists: lists.map(({ file, format, encoding, rows, recipients }) => ({
      file,
      format,
      encoding,
      rows,
      recipients: recipients.length,
    })),
    recipients: recipients.length,
    duplicates,
    invalid: lists.reduce((sum, list) => sum + invalidLines(list), 0),
    suppressed: isSuppressed && count(({ key }) => isSuppressed(key)),
    languages: countBy(recipients, ({ language }) => [language ?? '']),
    regions: countBy(recipients, ({ regions }) =>
      regions.length > 0 ? [...new Set(regions.map(regionOf))] : [''],
    ),
    outletTypes: countBy(recipients, ({ outletType }) => [outletType ?? '']),
    trusted: count(({ embargoTrust }) => embargoTrust === true),
    smtputf8: count(({ needsSmtputf8 }) => needsSmtputf8),
    withoutContact: hasContact && contactGaps(recipients, defaults, hasContact),
    stale: count((recipient) => lastDay(recipient) !== '' && lastDay(recipient) < limit),
    undated: count((recipient) => lastDay(recipient) === ''),
    uninformed: count(({ informedAt }) => informedAt === null),
  };
}

function invalidLines({ findings }: PressList): number {
  const bad = findings.filter((finding) => isError(finding) && lineRules.has(finding.rule));
  return new Set(bad.map(({ place }) => place.line)).size;
}

function countBy(
  recipients: readonly Recipient[],
  namesOf: (recipient: Recipient) => readonly string[],
): Count {
  const counts = new Map<string, number>();
  for (const recipient of recipients) {
    for (const name of namesOf(recipient)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

function contactGaps(
  recipients: readonly Recipient[],
  defaults: ListDefaults,
  answered: (region: string, language: string) => boolean,
): NonNullable<Census['withoutContact']> {
  const gaps = new Map<string, number>();
  const known = new Map<string, boolean>();
  for (const { regions, language } of recipients) {
    for (const region of regions.length > 0 ? regions : [defaults.region]) {
      const pair = `${region} ${language ?? defaults.language}`;
      const covered = known.get(pair) ?? answered(region, language ?? defaults.language);
      known.set(pair, covered);
      if (!covered) gaps.set(pair, (gaps.get(pair) ?? 0) + 1);
    }
  }
  return [...gaps]
    .sort(([, m], [, n]) => n - m)
    .map(([pair, count]) => {
      const [region = '', language = ''] = pair.split(' ');
      return { region, language, recipients: count };
    });
}
