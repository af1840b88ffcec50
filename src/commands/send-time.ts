// The times that `release send` is given: an instant with its zone, or the end of the embargo.
import { UserFailure } from '../failure.ts';
import { parseInstant } from '../release/instant.ts';

/** `EMBARGO`, or an instant with its zone. A time that a change of clocks skips or repeats is refused. */
export function readTime(text: string | undefined, embargo: number | null, now: number): number | null {
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
