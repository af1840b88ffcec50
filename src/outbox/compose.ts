// Composes e-mail: what all recipients of a variant share is encoded once, what is personal is spliced in (RFC 5322, 2045, 2046).
import { createHash } from 'node:crypto';
import { dateField, mailboxField, oneLine, textField, tokenField } from './header.ts';
import type { Mailbox, Message, Personal, Piece, Variant } from './message.ts';
import {
  type Enclosure,
  enclosurePart,
  leaf,
  multipart,
  octets,
  quote,
  quotedPieces,
  softly,
} from './mime.ts';

/** Everything a variant is made of, before encoding. `html` and `text` may hold slots, see `slot` of mime.ts. */
export interface Draft {
  readonly from: Mailbox;
  readonly replyTo: Mailbox | null;
  readonly subject: string;
  readonly language: string;
  readonly contacts: readonly string[];
  readonly html: string;
  readonly text: string;
  readonly enclosures: readonly Enclosure[];
  /** `<id>` of the list with a readable name (RFC 2919), such as `presse.example.org`. */
  readonly listId: { readonly id: string; readonly name: string } | null;
  /** Where people say no: `{token}` stands for the delivery (RFC 2369, RFC 8058). */
  readonly unsubscribe: { readonly mailto: string | null; readonly url: string | null };
}

/** Encodes a draft once for all its recipients. */
export function encodeVariant(draft: Draft): Variant {
  const seed = createHash('sha256').update(draft.html).update(draft.text).digest('hex').slice(0, 24);
  const boundary = (level: string): string => `=_${level}_${seed}`;
  const html = leaf('text/html; charset=utf-8', quotedPieces(draft.html, 'html'));
  const inline = draft.enclosures.filter(({ cid }) => cid !== undefined);
  const attached = draft.enclosures.filter(({ cid }) => cid === undefined);
  const shown =
    inline.length === 0
      ? html
      : multipart('related', boundary('r'), [html, ...inline.map(enclosurePart)], '; type="text/html"');
  const alternative = multipart('alternative', boundary('a'), [
    leaf('text/plain; charset=utf-8', quotedPieces(draft.text, 'text')),
    shown,
  ]);
  const body =
    attached.length === 0
      ? alternative
      : multipart('mixed', boundary('m'), [alternative, ...attached.map(enclosurePart)]);
  const pieces = joinPieces([octets(sharedHeaders(draft)), { slot: 'head', encoding: 'header' }, ...body]);
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update('bytes' in piece ? piece.bytes : JSON.stringify(piece));
  return {
    hash: hash.update(JSON.stringify(draft.unsubscribe)).digest('hex'),
    from: draft.from.address,
    language: draft.language,
    contacts: draft.contacts,
    subject: oneLine(draft.subject),
    unsubscribe: draft.unsubscribe,
    size: pieces.reduce((sum, piece) => sum + ('bytes' in piece ? piece.bytes.length : 0), 0),
    pieces,
  };
}

function sharedHeaders(draft: Draft): string {
  const { listId } = draft;
  return [
    mailboxField('From', draft.from),
    draft.replyTo === null ? '' : mailboxField('Reply-To', draft.replyTo),
    textField('Subject', draft.subject),
    tokenField('Content-Language', draft.language),
    // RFC 3834 §5: no automatic answer is expected.
    tokenField('Auto-Submitted', 'auto-generated'),
    listId === null ? '' : `${textField('List-Id', listId.name).trimEnd()}\r\n <${listId.id}>\r\n`,
    tokenField('MIME-Version', '1.0'),
  ].join('');
}

/** Neighbouring octets become one piece, except large ones, which stay whole so that variants can share them. */
function joinPieces(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const small =
      last !== undefined &&
      'bytes' in last &&
      'bytes' in piece &&
      last.bytes.length + piece.bytes.length < 65_536;
    if (small) joined[joined.length - 1] = { bytes: Buffer.concat([last.bytes, piece.bytes]) };
    else joined.push(piece);
  }
  return joined;
}

/** Puts one recipient's personal texts into a variant. */
export function composeMessage(variant: Variant, personal: Personal): Message {
  const written = variant.pieces.map((piece) =>
    'bytes' in piece ? piece.bytes : Buffer.from(writeSlot(piece, variant, personal), 'utf8'),
  );
  const chunks = gatherChunks(written);
  return {
    envelope: { from: variant.from, to: personal.to.address },
    messageId: personal.messageId,
    size: chunks.reduce((sum, chunk) => sum + chunk.length, 0),
    chunks,
  };
}

function writeSlot(piece: Extract<Piece, { slot: string }>, variant: Variant, personal: Personal): string {
  if (piece.encoding === 'header') return personalHeaders(variant, personal);
  const text = piece.slot === 'token' ? tokenOf(personal) : (personal.fields[piece.slot] ?? '');
  const value = text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
  if (value === '') return '';
  return softly(quote(piece.encoding === 'html' ? escapeHtml(value) : value));
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`).replace(/\n/g, '<br>\n');

/** Names the delivery to whoever takes an opt-out, and nobody to anyone else. */
const tokenOf = ({ messageId }: Personal): string =>
  encodeURIComponent(messageId.slice(1, messageId.indexOf('@')));

function personalHeaders({ unsubscribe }: Variant, personal: Personal): string {
  const token = tokenOf(personal);
  const ways = [unsubscribe.url, unsubscribe.mailto === null ? null : `mailto:${unsubscribe.mailto}`]
    .filter((way) => way !== null)
    .map((way) => `<${way.replaceAll('{token}', token)}>`);
  return [
    mailboxField('To', personal.to),
    dateField(personal.date),
    tokenField('Message-ID', personal.messageId),
    ways.length === 0 ? '' : tokenField('List-Unsubscribe', ways.join(', ')),
    // RFC 8058 §3.1: only where an https address takes the POST.
    unsubscribe.url === null ? '' : tokenField('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'),
  ].join('');
}

/** Few chunks make few writes: small neighbours are copied together, large ones go as they are. */
function gatherChunks(written: readonly Uint8Array[]): readonly Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let small: Uint8Array[] = [];
  const flush = (): void => {
    if (small.length > 0) chunks.push(small.length === 1 ? (small[0] as Uint8Array) : Buffer.concat(small));
    small = [];
  };
  for (const piece of written) {
    if (piece.length < 8_192) small.push(piece);
    else {
      flush();
      chunks.push(piece);
    }
  }
  flush();
  return chunks;
}
