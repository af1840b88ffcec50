// The rehearsal: every message as it would leave, and a page to leaf through them. Pure; commands write it.
import { composeMessage } from './compose.ts';
import type { FrozenRow } from './ledger-dispatch.ts';
import type { Message } from './message.ts';
import type { Plan } from './plan.ts';

export interface RehearsedMessage {
  /** `0001-journaliste.example.org.eml` */
  readonly file: string;
  readonly address: string;
  readonly name: string;
  readonly subject: string;
  readonly language: string;
  readonly region: string;
  readonly contacts: string;
  readonly message: Message;
}

/**
 * The messages of a plan, or `sample` of them: the first of each variant, then the first ones.
 * @param date What `Date` says until the first attempt fixes it, milliseconds.
 */
export function* rehearse(plan: Plan, sample: number | null, date: number): Generator<RehearsedMessage> {
  let number = 0;
  for (const row of sample === null ? queuedRows(plan) : sampleOf(plan, sample)) {
    const variant = plan.variants[row.variant ?? -1];
    if (variant === undefined) continue;
    number += 1;
    const { address, name, messageId, fields } = row;
    yield {
      file: `${String(number).padStart(4, '0')}-${address.replace(/[^\w.-]+/g, '.').slice(0, 80)}.eml`,
      address,
      name: name ?? '',
      subject: variant.subject,
      language: variant.language,
      region: row.region ?? '',
      contacts: variant.contacts.join(', '),
      message: composeMessage(variant, { to: { address, name }, messageId, date, fields }),
    };
  }
}

function* queuedRows({ rows }: Plan): Generator<FrozenRow> {
  for (const row of rows) if (row.state === 'queued') yield row;
}

function* sampleOf(plan: Plan, size: number): Generator<FrozenRow> {
  const firsts = new Map<number | null, FrozenRow>();
  for (const row of queuedRows(plan)) {
    if (!firsts.has(row.variant)) firsts.set(row.variant, row);
    if (firsts.size === plan.variants.length) break;
  }
  yield* [...firsts.values()].slice(0, size);
  const given = new Set([...firsts.values()].map(({ messageId }) => messageId));
  let left = size - given.size;
  for (const row of queuedRows(plan)) {
    if (left <= 0) return;
    if (given.has(row.messageId)) continue;
    left -= 1;
    yield row;
  }
}

export interface IndexWords {
  readonly code: string;
  readonly title: string;
  readonly columns: readonly string[];
}

/** A page that lists the messages, each a link to its file, in three parts; needs nothing from elsewhere. */
export const indexPage = {
  head: ({ code, title, columns }: IndexWords): string => `<!doctype html>
<html lang="${code}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}th,td{text-align:left;padding:.3rem .8rem;border-bottom:1px solid #bbb}</style>
</head><body><h1>${escapeHtml(title)}</h1>
<table><thead><tr>${columns.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('')}</tr></thead><tbody>
`,
  row: ({ file, address, name, subject, language, region, contacts }: RehearsedMessage): string => {
    const cells = [name, address, language, region, contacts, subject].map(
      (text) => `<td>${escapeHtml(text)}</td>`,
    );
    return `<tr><td><a href="${encodeURIComponent(file)}">${escapeHtml(file.slice(0, 4))}</a></td>${cells.join('')}</tr>\n`;
  },
  foot: '</tbody></table></body></html>\n',
};

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
