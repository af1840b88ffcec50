// What a server's answer means for one delivery and for the whole dispatch (RFC 5321 §4.2, RFC 3463).
import type { Receipt, Verdict } from './delivery.ts';

const nothingSaid = { code: null, enhanced: null, text: null, queueId: null } as const;

/** Judges one attempt. Pure: the same receipt always gets the same verdict. */
export function judgeReceipt(receipt: Receipt): Verdict {
  switch (receipt.kind) {
    case 'withheld':
      return { outcome: 'requeue', reason: 'withheld', ...nothingSaid };
    case 'unsuitable':
      return {
        outcome: 'rejected',
        reason: 'unsuitable',
        ...nothingSaid,
        enhanced: receipt.enhanced,
        text: receipt.reason,
      };
    case 'lost':
      return {
        outcome: receipt.phase === 'dot' ? 'unknown' : 'requeue',
        reason: receipt.phase === 'dot' ? 'no-reply' : 'connection',
        ...(receipt.hopeless ? { pause: true as const } : {}),
        ...nothingSaid,
        text: receipt.reason,
      };
    case 'reply':
      return judgeReply(receipt);
  }
}

type Reply = Extract<Receipt, { kind: 'reply' }>;

function judgeReply(reply: Reply): Verdict {
  const said = {
    code: reply.code,
    enhanced: reply.enhanced,
    text: reply.text,
    queueId: reply.code < 300 ? queueIdOf(reply.text) : null,
  };
  if (reply.phase === 'login' && reply.code >= 500) {
    return { outcome: 'requeue', reason: 'credentials', pause: true, ...said };
  }
  if (reply.code < 400) {
    // Anything positive before the dot is a server out of step: nothing was sent.
    return reply.phase === 'dot'
      ? { outcome: 'accepted', reason: 'accepted', ...said }
      : { outcome: 'requeue', reason: 'connection', ...said };
  }
  // 421 closes the connection whatever it answers; 503 and 5.5.x say the dialogue went wrong, not the message.
  if (reply.code === 421 || reply.code === 503 || ['connect', 'login'].includes(reply.phase)) {
    return { outcome: 'requeue', reason: 'connection', ...said };
  }
  if (reply.code < 500) return { outcome: 'deferred', reason: deferralReason(reply), ...said };
  return { ...judgeRefusal(reply), ...said };
}

function deferralReason({ enhanced, text }: Reply): string {
  if (/gr[ea]y-?list/i.test(text)) return 'greylisted';
  return enhanced?.slice(2) === '2.2' ? 'full' : 'temporary';
}

/** A 5xx: the enhanced status decides (RFC 3463 §3); without one, the phase does. */
function judgeRefusal({
  phase,
  code,
  enhanced,
}: Reply): Pick<Verdict, 'outcome' | 'reason' | 'pause' | 'suppress'> {
  const [, subject = '', detail = ''] = enhanced?.split('.') ?? [];
  if (subject === '2' && detail === '2') return { outcome: 'deferred', reason: 'full' };
  if (subject === '1' && (detail === '7' || detail === '8')) return refuseAll('sender');
  if (subject === '1' || subject === '2') return { outcome: 'rejected', reason: 'mailbox', suppress: true };
  if (subject === '3' && detail === '4') return refuseAll('too-large');
  if (subject === '6') return { outcome: 'rejected', reason: 'unsuitable' };
  if (subject === '4') return { outcome: 'rejected', reason: 'routing' };
  if (subject === '7') return refuseAll('policy');
  if (phase === 'rcpt' && code === 552) return { outcome: 'deferred', reason: 'full' };
  if (phase === 'rcpt' && (code === 550 || code === 551 || code === 553)) {
    return { outcome: 'rejected', reason: 'mailbox', suppress: true };
  }
  if (phase === 'rcpt') return { outcome: 'rejected', reason: 'refused' };
  if (code === 552) return refuseAll('too-large');
  return refuseAll(phase === 'mail' ? 'sender' : 'message');
}

/** The server refuses what we send, not whom we send it to: the next recipient would fare no better. */
const refuseAll = (reason: string): Pick<Verdict, 'outcome' | 'reason' | 'pause'> => ({
  outcome: 'deferred',
  reason,
  pause: true,
});

/**
 * The second refusal of the same kind for the same person, after someone looked and resumed, is about that person:
 * the others go on. A refused sender, size or password concerns everybody every time.
 */
export function judgeAgain(verdict: Verdict, previousReason: string | null): Verdict {
  const personal = verdict.reason === 'policy' || verdict.reason === 'message';
  if (!verdict.pause || !personal || previousReason !== verdict.reason) return verdict;
  const { pause: _, ...rest } = verdict;
  return { ...rest, outcome: 'rejected' };
}

/** The queue id in a 250, as the common servers phrase it (Postfix, Exim, Sendmail, Exchange, OpenSMTPD, SES). */
export function queueIdOf(text: string): string | null {
  const found =
    /queued as <?([\w.@-]+)>?/i.exec(text) ??
    /\bid=([\w-]+)/i.exec(text) ??
    /^(?:2\.\d\.\d )?Ok:? ([\w-]{6,}@?[\w.-]*)/i.exec(text) ??
    /^(?:2\.\d\.\d )?([\w-]{6,}) Message accepted/i.exec(text);
  return found?.[1] ?? null;
}

/**
 * When a deferred delivery is tried again: a minute, doubled each time, at most half an hour, ± 20 %; greylisting
 * asks for five minutes at least (RFC 6647 §2.2).
 * @param attempts Attempts spent, this one included.
 * @param random In [0, 1).
 * @returns Milliseconds from now.
 */
export function retryDelay(reason: string, attempts: number, random: number): number {
  const base = Math.min(60_000 * 2 ** Math.max(0, attempts - 1), 1_800_000);
  const least = reason === 'greylisted' ? 300_000 : reason === 'full' ? 900_000 : 0;
  return Math.round(Math.max(base, least) * (0.8 + 0.4 * random));
}
