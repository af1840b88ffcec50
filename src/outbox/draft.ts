// Turns the rendered e-mail of an audience into a draft: greeting and note above, rights below, subject and sender.
import type { Brand } from '../brand/brand.ts';
import type { Audience } from './audience.ts';
import type { Draft } from './compose.ts';
import { type Enclosure, slot } from './mime.ts';
import { noticeFor } from './notice.ts';

export interface DraftParts {
  readonly audience: Audience;
  readonly brand: Brand;
  readonly title: string;
  /** « EMBARGO 25/11 10 h (heure de Paris) », which opens the subject of a marked message; null for none. */
  readonly embargo: string | null;
  /** `[TEST] ` or nothing. */
  readonly prefix: string;
  readonly html: string;
  readonly text: string;
  readonly enclosures: readonly Enclosure[];
  readonly hasNote: boolean;
  readonly listId: Draft['listId'];
  readonly unsubscribe: Draft['unsubscribe'];
  /** The brand's own notices of rights, by language. */
  readonly notices: Readonly<Record<string, string>>;
}

export function makeDraft(parts: DraftParts): Draft {
  const { audience, brand, unsubscribe } = parts;
  const name = brand.name[audience.language] ?? brand.name[brand.languages[0] ?? ''] ?? brand.id;
  const contact = audience.contacts[0];
  const replyTo = brand.email.replyTo ?? contact?.email ?? null;
  const page = unsubscribe.url?.replaceAll('{token}', slot('token'));
  const way = unsubscribe.mailto?.split('?')[0] ?? page ?? brand.email.from;
  const notice = noticeFor(audience.language, name, way, parts.notices);
  const subject =
    audience.isMarked && parts.embargo !== null ? `${parts.embargo} – ${parts.title}` : parts.title;
  return {
    from: { name, address: brand.email.from },
    replyTo: replyTo === null ? null : { name: null, address: replyTo },
    subject: parts.prefix + subject,
    language: audience.language,
    contacts: audience.contacts.map(({ id }) => id),
    html: frameHtml(parts.html, parts.hasNote, linkTo(way, escapeHtml(notice))),
    text: frameText(parts.text, parts.hasNote, notice),
    enclosures: parts.enclosures,
    listId: parts.listId,
    unsubscribe,
  };
}

const block =
  'max-width:600px;margin:0 auto;padding:16px 24px;font-family:Arial,Helvetica,sans-serif;line-height:1.5';

/** Greeting and note open the body, the notice closes it; hidden preview text at its top stays first. */
function frameHtml(html: string, hasNote: boolean, notice: string): string {
  const note = hasNote ? `<p style="margin:0 0 12px">${slot('note')}</p>` : '';
  const above = `<div style="${block};font-size:16px"><p style="margin:0 0 12px">${slot('salutation')}</p>${note}</div>\n`;
  const below = `<div style="${block};font-size:13px"><p style="margin:0">${notice} ${slot('source')}</p></div>\n`;
  const opening = /<body[^>]*>\s*(?:<div class="preheader"[^>]*>[\s\S]*?<\/div>\s*)?/.exec(html);
  const start = opening === null ? 0 : opening.index + opening[0].length;
  const end = html.lastIndexOf('</body>');
  const stop = end < start ? html.length : end;
  return html.slice(0, start) + above + html.slice(start, stop) + below + html.slice(stop);
}

/** In HTML the way out is a link: to the page that takes it, or to a message to write. */
const linkTo = (way: string, notice: string): string => {
  const href = way.includes('://') ? way : `mailto:${way}?subject=unsubscribe`;
  const link = `<a href="${escapeHtml(href)}" style="color:inherit">${escapeHtml(way)}</a>`;
  return notice.replace(escapeHtml(way), () => link);
};

/** Lines of 76 columns, as the text above. */
const wrap = (text: string): string => text.replace(/(?=.{77})(.{1,76}) /g, '$1\n');

const frameText = (text: string, hasNote: boolean, notice: string): string =>
  `${slot('salutation')}\n\n${hasNote ? `${slot('note')}\n\n` : ''}${text.trimEnd()}\n\n-- \n${wrap(notice)}\n${slot('source')}`;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
