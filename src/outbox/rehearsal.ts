// The rehearsal: every message as it would leave, and a page to leaf through them. Pure; commands write it.
import { composeMessage } from './compose.ts';
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
  const queued = plan.rows.filter(({ state }) => state === 'queued');
  const firsts = new Set(plan.variants.map((_, index) => queued.find(({ variant }) => variant === index)));
  const ordered = sample === null ? queued : [...new Set([...firsts, ...queued])].slice(0, sample);
  let number = 0;
  for (const row of ordered) {
    const variant = row === undefined ? undefined : plan.variants[row.variant ?? -1];
    if (row === undefined || variant === undefined) continue;
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

export interface IndexWords {
  readonly code: string;
  readonly title: string;
  readonly columns: readonly string[];
}

/** A page that lists the messages, each a link to its file; needs nothing from elsewhere. */
export function indexPage(messages: readonly Omit<RehearsedMessage, 'message'>[], words: IndexWords): string {
  const rows = messages.map(({ file, address, name, subject, language, region, contacts }) => {
    const cells = [name, address, language, region, contacts, subject].map(
      (text) => `<td>${escapeHtml(text)}</td>`,
    );
    return `<tr><td><a href="${encodeURIComponent(file)}">${escapeHtml(file.slice(0, 4))}</a></td>${cells.join('')}</tr>`;
  });
  const head = words.columns.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
  return `<!doctype html>
<html lang="${words.code}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(words.title)}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}th,td{text-align:left;padding:.3rem .8rem;border-bottom:1px solid #bbb}</style>
</head><body><h1>${escapeHtml(words.title)}</h1>
<table><thead><tr>${head}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table></body></html>
`;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
