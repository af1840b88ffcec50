// vCard press lists: 3.0 and 4.0 (RFC 2426, 6350) by ical.js, and the 2.1 that Outlook exports, mended first.
import type ICAL from 'ical.js';
import type { Finding, Wording } from '../finding.ts';
import { toUtf8 } from './decode.ts';
import type { RowSink } from './row.ts';

/** What a card yields, as headers of a table. `Note` is there to be seen and dropped, as in any list. */
const header = [
  'Email',
  'Full name',
  'First name',
  'Last name',
  'Company',
  'Job title',
  'Language',
  'Topics',
  'Postal code',
  'Country',
  'Phone',
  'Note',
] as const;
const headerWithoutNote = header.slice(0, -1);

const wanted =
  /^(?:[\w-]+\.)?(?:BEGIN|END|VERSION|N|FN|EMAIL|ORG|TITLE|ROLE|LANG|CATEGORIES|ADR|TEL|NOTE)[;:]/i;

export async function readVCards(file: string, text: string, sink: RowSink): Promise<void> {
  const { default: ical } = await import('ical.js');
  for (const { line, lines } of splitCards(text)) {
    const card = parseCard(ical, lines);
    if (card === undefined) {
      sink.finding(problem(file, line, 'error', 'list/cells', wordings.broken, remedies.broken));
      continue;
    }
    const cells = cellsOf(card);
    const note = textOf(card, 'note') !== '';
    sink.row({ line, header: note ? header : headerWithoutNote, cells: note ? [...cells, 'x'] : cells });
    const others = card.getAllProperties('email').length > 1;
    if (others) sink.finding(problem(file, line, 'note', 'list/several', wordings.several, remedies.several));
  }
}

interface CardLines {
  readonly line: number;
  readonly lines: readonly string[];
}

function splitCards(text: string): readonly CardLines[] {
  const cards: CardLines[] = [];
  let open: { line: number; lines: string[] } | undefined;
  for (const [index, content] of text.split(/\r\n|\r|\n/).entries()) {
    if (/^BEGIN:VCARD\s*$/i.test(content)) {
      // A card that never ended is still a card of the list: it is reported, not lost.
      if (open !== undefined) cards.push(open);
      open = { line: index + 1, lines: [] };
    }
    open?.lines.push(content);
    if (open === undefined || !/^END:VCARD\s*$/i.test(content)) continue;
    cards.push(open);
    open = undefined;
  }
  return open === undefined ? cards : [...cards, open];
}

function parseCard(ical: typeof ICAL, lines: readonly string[]): ICAL.Component | undefined {
  const mended = unfold(lines)
    .filter((content) => wanted.test(content))
    .map(mendProperty);
  try {
    const parsed: unknown = ical.parse(mended.join('\r\n'));
    return Array.isArray(parsed) && parsed[0] === 'vcard' ? new ical.Component(parsed) : undefined;
  } catch {
    return undefined;
  }
}

/** Joins folded lines (RFC 6350 §3.2) and the soft line breaks of quoted-printable, which vCard 2.1 does not indent. */
function unfold(lines: readonly string[]): readonly string[] {
  const properties: string[][] = [];
  let soft = false;
  for (const content of lines) {
    const parts = properties.at(-1);
    if (parts !== undefined && soft) parts.push((parts.pop() ?? '').slice(0, -1), content);
    else if (parts !== undefined && /^[ \t]/.test(content)) parts.push(content.slice(1));
    else properties.push([content]);
    soft =
      content.endsWith('=') &&
      /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(properties.at(-1)?.[0] ?? '');
  }
  return properties.map((parts) => parts.join(''));
}

/** vCard 2.1 → 3.0: bare parameters get a name, quoted-printable is decoded, the version says so. */
function mendProperty(content: string): string {
  if (/^VERSION:2\.1\s*$/i.test(content)) return 'VERSION:3.0';
  const colon = content.indexOf(':');
  const [name = '', ...parameters] = content.slice(0, colon).split(';');
  const value = content.slice(colon + 1);
  if (parameters.every((parameter) => parameter.includes('=') && !/^(?:CHARSET|ENCODING)=/i.test(parameter)))
    return content;
  const charset = parameters.find((parameter) => /^CHARSET=/i.test(parameter))?.slice('CHARSET='.length);
  const quotedPrintable = parameters.some((parameter) => /^(?:ENCODING=)?QUOTED-PRINTABLE$/i.test(parameter));
  const kept = parameters
    .filter((parameter) => !/^(?:CHARSET=|ENCODING=|QUOTED-PRINTABLE$|8BIT$)/i.test(parameter))
    .map((parameter) => (parameter.includes('=') ? parameter : `TYPE=${parameter}`));
  return `${[name, ...kept].join(';')}:${quotedPrintable ? decodeQuotedPrintable(value, charset) : value}`;
}

/** RFC 2045 §6.7; line breaks in the value become those of vCard 3.0 (`\n`). */
function decodeQuotedPrintable(value: string, charset: string | undefined): string {
  const bytes = Buffer.from(
    value.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  const decoded = toUtf8(bytes, charset) ?? toUtf8(bytes);
  return (decoded?.bytes.toString() ?? value).replace(/\r\n|\r|\n/g, '\\n');
}

function cellsOf(card: ICAL.Component): readonly string[] {
  const [familyName = '', givenName = ''] = partsOf(card, 'n');
  const address = partsOf(card, 'adr');
  return [
    preferredEmail(card),
    textOf(card, 'fn'),
    givenName,
    familyName,
    partsOf(card, 'org')[0] ?? '',
    textOf(card, 'title') || textOf(card, 'role'),
    textOf(card, 'lang'),
    (card.getFirstProperty('categories')?.getValues() ?? []).map(String).join(','),
    address[5] ?? '',
    address[6] ?? '',
    textOf(card, 'tel'),
  ];
}

/** `PREF=1` of 4.0, `TYPE=pref` of 3.0, else the first. */
function preferredEmail(card: ICAL.Component): string {
  const emails = card.getAllProperties('email');
  const preferred = emails.find((email) => {
    const types = [email.getParameter('type') ?? []].flat().map((type) => String(type).toLowerCase());
    return types.includes('pref') || email.getParameter('pref') === '1';
  });
  return String((preferred ?? emails[0])?.getFirstValue() ?? '');
}

const textOf = (card: ICAL.Component, name: string): string => String(card.getFirstPropertyValue(name) ?? '');

/** The components of a structured value: those of `N` are family name, given name, … */
function partsOf(card: ICAL.Component, name: string): readonly string[] {
  const value: unknown = card.getFirstPropertyValue(name);
  return [value ?? []].flat(2).map(String);
}

const problem = (
  file: string,
  line: number,
  severity: Finding['severity'],
  rule: string,
  message: Wording,
  remedy: Wording,
): Finding => ({ rule, severity, place: { file, line, column: 1 }, message, remedy });

const wordings = {
  broken: { fr: 'Cette fiche vCard est illisible ou incomplète', en: 'This vCard is broken or incomplete' },
  several: {
    fr: 'Cette fiche a d’autres adresses, qui ne servent pas',
    en: 'This card has other addresses, which are not used',
  },
} as const;

const remedies = {
  broken: { fr: 'Exportez-la de nouveau, en vCard 3.0 ou 4.0.', en: 'Export it again, as vCard 3.0 or 4.0.' },
  several: {
    fr: 'Marquez comme préférée celle de la rédaction.',
    en: 'Mark the one of the newsroom as preferred.',
  },
} as const;
