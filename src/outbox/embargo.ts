// The embargo: who may get a release when, marked or not. Instants are milliseconds since 1970.

export interface EmbargoQuestion {
  /** When the embargo ends; null for none. */
  readonly embargo: number | null;
  readonly now: number;
  /** When the user wants the sending to begin; null for now. */
  readonly at: number | null;
  /** The user said that trusted recipients may have it before. */
  readonly isUnderEmbargo: boolean;
}

/** For one recipient: from when on, with the embargo told or not; null when they must wait for another send. */
export interface Timing {
  readonly notBefore: number | null;
  /** Banner and subject say that the text is under embargo. */
  readonly isMarked: boolean;
}

/**
 * Before the end of the embargo only trusted recipients get the release, marked, and only when the user says so. The
 * others get it at the end when the sending is set for then or later; else they are left out.
 */
export function timeFor(question: EmbargoQuestion, isTrusted: boolean): Timing | null {
  const { embargo, now, at, isUnderEmbargo } = question;
  const start = at ?? now;
  const isScheduledAtEnd = embargo !== null && at !== null && at >= embargo;
  if (embargo === null || embargo <= now) return { notBefore: at, isMarked: false };
  if (isUnderEmbargo && isTrusted) return { notBefore: isScheduledAtEnd ? null : at, isMarked: true };
  return start >= embargo ? { notBefore: start, isMarked: false } : null;
}
