// The parts of an e-mail as octets: multiparts, quoted-printable with slots for what is personal, files in base64 (RFC 2045, 2046).
import { buildHeaderValue } from 'nodemailer/lib/mime-funcs';
import { encode as encodeQuoted, wrap as wrapQuoted } from 'nodemailer/lib/qp';
import { oneLine } from './header.ts';
import type { Piece } from './message.ts';

/** A file that travels with the message. */
export interface Enclosure {
  readonly name: string;
  /** Media type, `application/pdf`. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Set for an image that the HTML shows as `cid:<id>`. */
  readonly cid?: string;
}

const opening = '\ue000';
const closing = '\ue001';

/** Marks where a personal text goes in the HTML or plain text of a draft. */
export const slot = (name: string): string => `${opening}${name}${closing}`;

export const octets = (text: string): Piece => ({ bytes: Buffer.from(text, 'utf8') });

/** `more` are further parameters of its type. */
export function multipart(
  kind: string,
  boundary: string,
  parts: readonly (readonly Piece[])[],
  more = '',
): readonly Piece[] {
  return [
    octets(`Content-Type: multipart/${kind}; boundary="${boundary}"${more}\r\n\r\n`),
    ...parts.flatMap((part) => [octets(`--${boundary}\r\n`), ...part, octets('\r\n')]),
    octets(`--${boundary}--\r\n`),
  ];
}

/** A part whose text stands in quoted-printable. */
export const leaf = (type: string, body: readonly Piece[]): readonly Piece[] => [
  octets(`Content-Type: ${type}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`),
  ...body,
];

/**
 * Quoted-printable (RFC 2045 §6.7) with slots. Each stretch ends in a soft line break, so that every stretch starts at
 * column 0 and can be encoded without knowing its neighbours.
 */
export function quotedPieces(text: string, encoding: 'html' | 'text'): readonly Piece[] {
  const stretches = text.split(new RegExp(`${opening}([\\w-]+)${closing}`));
  return stretches.map((stretch, index) => {
    if (index % 2 === 1) return { slot: stretch, encoding };
    const isLast = index === stretches.length - 1;
    return octets(isLast ? quote(stretch) : softly(quote(stretch)));
  });
}

/** No line begins with a dot; two columns are left for that. */
export const quote = (text: string): string =>
  wrapQuoted(encodeQuoted(text.replace(/\r\n|\r|\n/g, '\r\n')), 74).replace(/^\./gm, '=2E');

/** Ends in a line break, a soft one where the text has none. */
export const softly = (quoted: string): string =>
  quoted === '' || quoted.endsWith('\r\n') ? quoted : `${quoted}=\r\n`;

/** A file in base64, shown in the HTML or attached (RFC 2183). */
export function enclosurePart({ name, type, bytes, cid }: Enclosure): readonly Piece[] {
  const shownName = oneLine(name);
  const disposition = buildHeaderValue({
    value: cid === undefined ? 'attachment' : 'inline',
    params: { filename: shownName },
  });
  const lines = Buffer.from(bytes)
    .toString('base64')
    .replace(/.{76}(?=.)/g, '$&\r\n');
  return [
    octets(
      [
        `Content-Type: ${buildHeaderValue({ value: type, params: { name: shownName } }).replaceAll('; ', ';\r\n ')}`,
        'Content-Transfer-Encoding: base64',
        `Content-Disposition: ${disposition.replaceAll('; ', ';\r\n ')}`,
        ...(cid === undefined ? [] : [`Content-ID: <${cid}>`]),
        '\r\n',
      ].join('\r\n'),
    ),
    octets(lines),
  ];
}
