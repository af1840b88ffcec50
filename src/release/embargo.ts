// The time and the embargo of a release, and what is wrong with the way it says them.
import type { Finding, Place, Wording } from '../finding.ts';
import type { Frontmatter } from './frontmatter.ts';
import { type InstantProblem, isCalendarDay, parseInstant } from './instant.ts';
import type { ZonedInstant } from './release.ts';

/** A `date` without a time has none; a time that cannot be is told where dates are checked. */
export function readInstants(
  given: Partial<Frontmatter>,
  placeAt: (path: readonly PropertyKey[]) => Place,
): {
  readonly time: ZonedInstant | null;
  readonly embargo: ZonedInstant | null;
  readonly findings: readonly Finding[];
} {
  const { date } = given;
  const time = date === undefined || isCalendarDay(date) ? null : parseInstant(date);
  const embargo = given.embargo === undefined ? null : parseInstant(given.embargo);
  if (typeof embargo !== 'string')
    return { time: typeof time === 'string' ? null : time, embargo, findings: [] };
  const finding: Finding = {
    rule: 'frontmatter/embargo',
    severity: 'error',
    place: placeAt(['embargo']),
    ...wordInstantProblem(embargo),
  };
  return { time: null, embargo: null, findings: [finding] };
}

function wordInstantProblem(problem: InstantProblem): { message: Wording; remedy: Wording } {
  const example: Wording = {
    fr: 'Écrivez par exemple `2020-11-25T10:00 Europe/Paris`.',
    en: 'Write for example `2020-11-25T10:00 Europe/Paris`.',
  };
  const messages: Readonly<Record<InstantProblem, Wording>> = {
    format: { fr: 'L’embargo n’a pas d’heure lisible', en: 'The embargo has no readable time' },
    impossible: { fr: 'Cette date ou cette heure n’existe pas', en: 'This date or time does not exist' },
    'zone-missing': { fr: 'L’embargo n’a pas de fuseau horaire', en: 'The embargo has no time zone' },
    'zone-unknown': { fr: 'Fuseau horaire inconnu', en: 'Unknown time zone' },
    gap: {
      fr: 'Cette heure est sautée par le passage à l’heure d’été',
      en: 'This time is skipped when daylight-saving time starts',
    },
    overlap: {
      fr: 'Cette heure arrive deux fois, au retour à l’heure d’hiver',
      en: 'This time occurs twice when daylight-saving time ends',
    },
  };
  const offset: Wording = {
    fr: 'Donnez un décalage au lieu du fuseau : `2020-10-25T02:30+02:00`.',
    en: 'Give an offset instead of the zone: `2020-10-25T02:30+02:00`.',
  };
  return { message: messages[problem], remedy: problem === 'overlap' ? offset : example };
}
