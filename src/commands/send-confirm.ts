// Makes sure that a person means this very plan to be sent.
import type { Context } from '../context.ts';
import { UserFailure } from '../failure.ts';
import type { Plan } from '../outbox/plan.ts';
import { ask, canAsk } from './ask.ts';

/**
 * On a terminal, the number of recipients is to be typed. Elsewhere, the hash of the very plan that was reviewed is to be
 * given: a piped answer never sends.
 */
export async function confirmPlan(
  context: Context,
  plan: Plan,
  options: { readonly plan?: string },
): Promise<void> {
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
  if (!canAsk(context)) {
    throw new UserFailure(
      {
        fr: 'Hors d’un terminal, l’envoi demande l’empreinte du plan relu.',
        en: 'Away from a terminal, sending needs the hash of the reviewed plan.',
      },
      {
        remedy: {
          fr: 'Répétez d’abord (la même commande sans --confirm), relisez, puis ajoutez --plan EMPREINTE.',
          en: 'Rehearse first (the same command without --confirm), review, then add --plan HASH.',
        },
        exitCode: 4,
      },
    );
  }
  const typed = await ask(context, context.words.send.typeCount(plan.tally.queued));
  if (typed === String(plan.tally.queued)) return;
  throw new UserFailure(
    { fr: 'Rien n’a été envoyé.', en: 'Nothing was sent.' },
    { exitCode: typed === null ? 130 : 4 },
  );
}
