// Why a plan may not be sent.
import { UserFailure } from '../failure.ts';
import { isError } from '../finding.ts';
import type { Planned } from './send-plan.ts';

export interface Leave {
  readonly allowWarnings?: true;
  readonly test?: readonly string[];
}

/** Why this plan may not be sent; null when it may. */
export function refusalOf(
  { plan, findings, listFindings, blocking, waiting, withoutContact }: Planned,
  options: Leave,
): UserFailure | null {
  // A test goes to the team, who may want to see the flaws.
  const errors = options.test === undefined ? findings.filter(isError).length : 0;
  const warnings = [...findings, ...listFindings].filter(({ severity }) => severity === 'warning').length;
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
  if (plan.tally.queued > 0) return null;
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
