// Message: one finished e-mail for one addressee, as bytes, with the envelope it travels in.

/** A person or desk with an address; `name` is what a reader sees, never trusted as syntax. */
export interface Mailbox {
  readonly name: string | null;
  /** `local@domain`, the domain in A-labels (RFC 5321 §4.1.2, RFC 5891). */
  readonly address: string;
}

/** The SMTP envelope (RFC 5321 §2.3.1). It has one addressee by type: Cc and Bcc cannot be said here. */
export interface Envelope {
  readonly from: string;
  readonly to: string;
}

export interface Message {
  readonly envelope: Envelope;
  /** With its angle brackets, fixed for the life of the delivery (RFC 5322 §3.6.4). */
  readonly messageId: string;
  /** Octets of all chunks. */
  readonly size: number;
  /**
   * RFC 5322 octets in order: CRLF line ends only, lines ≤ 998 octets, a CRLF at the end, and no line that begins with a
   * dot, so that nothing is left to escape on the way (RFC 5321 §4.5.2).
   */
  readonly chunks: readonly Uint8Array[];
}

/** How a personal text is written where it stands: a whole header line, or quoted-printable HTML or plain text. */
export type SlotEncoding = 'header' | 'html' | 'text';

/** One stretch of a variant: octets that all its recipients share, or the place of a personal text. */
export type Piece =
  | { readonly bytes: Uint8Array }
  | { readonly slot: string; readonly encoding: SlotEncoding };

/** A message but for what is personal, encoded once: all recipients of one language and press contact share it. */
export interface Variant {
  /** SHA-256 of its pieces, hexadecimal. */
  readonly hash: string;
  readonly from: string;
  readonly language: string;
  /** Ids of the press contacts it carries. */
  readonly contacts: readonly string[];
  readonly subject: string;
  /** Where people say no; `{token}` stands for the delivery (RFC 2369, RFC 8058). */
  readonly unsubscribe: { readonly mailto: string | null; readonly url: string | null };
  /** Octets of the shared pieces. */
  readonly size: number;
  readonly pieces: readonly Piece[];
}

/** What one recipient's message adds to its variant. */
export interface Personal {
  readonly to: Mailbox;
  readonly messageId: string;
  /** Milliseconds since 1970 (UTC), fixed at the first attempt. */
  readonly date: number;
  /** Text for each body slot, not encoded: `salutation`, `note` … */
  readonly fields: Readonly<Record<string, string>>;
}
