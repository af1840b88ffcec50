// The message of one audience, before encoding: its edition rendered as e-mail and text, with sender, notice and files.
import type { Brand } from '../brand/brand.ts';
import { formatEmbargoSubject } from '../dates.ts';
import type { Audience } from '../outbox/audience.ts';
import type { Draft } from '../outbox/compose.ts';
import { makeDraft } from '../outbox/draft.ts';
import type { Enclosure } from '../outbox/mime.ts';
import { makeEmail } from '../renditions/email.ts';
import type { Kit } from '../renditions/kit.ts';
import type { Edition } from '../renditions/rendition.ts';
import { makeText } from '../renditions/text.ts';
import type { Workspace } from './gather.ts';
import type { Texts } from './send-texts.ts';

interface DraftGround {
  readonly workspace: Workspace;
  readonly brand: Brand;
  readonly texts: Texts;
  readonly kit: Kit;
  /** By release id. */
  readonly enclosures: ReadonlyMap<string, readonly Enclosure[]>;
  readonly hasNote: boolean;
  readonly isTest: boolean;
}

export async function draftFor(ground: DraftGround, audience: Audience): Promise<Draft> {
  const { texts, brand, workspace, kit, enclosures, hasNote, isTest } = ground;
  const found = texts.editions.find(({ release }) => release.id === audience.releaseId);
  if (found === undefined) throw new Error(`No edition ${audience.releaseId}`);
  const release = audience.isMarked ? found.release : { ...found.release, embargo: null };
  const edition: Edition = { ...found, release, contacts: audience.contacts, regions: audience.shownRegions };
  const { send } = workspace.config;
  const only = (files: ReadonlyMap<string, Uint8Array | string>): string =>
    String([...files.values()][0] ?? '');
  return makeDraft({
    audience,
    brand,
    title: release.title,
    embargo: release.embargo && formatEmbargoSubject(release.embargo, release.language, wordIn(edition)),
    prefix: isTest ? '[TEST] ' : '',
    html: only((await makeEmail(edition, kit)).files),
    text: only((await makeText(edition, kit)).files),
    enclosures: enclosures.get(release.id) ?? [],
    hasNote,
    listId: send.listId ?? null,
    unsubscribe: unsubscribeOf(send.unsubscribe, brand),
    notices: send.notice,
  });
}

/** Without settings, people say no by writing to the press office, the delivery named in the subject. */
function unsubscribeOf(
  configured: { readonly mailto?: string | undefined; readonly url?: string | undefined } | undefined,
  brand: Brand,
): Draft['unsubscribe'] {
  if (configured !== undefined) return { mailto: configured.mailto ?? null, url: configured.url ?? null };
  return { mailto: `${brand.email.replyTo ?? brand.email.from}?subject=unsubscribe%20{token}`, url: null };
}

const wordIn =
  ({ words }: Edition) =>
  (key: string): string =>
    words[key] ?? key;
