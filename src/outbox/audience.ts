// Audiences: recipients whose message is the same but for what is personal — one language, one set of contacts, one state of the embargo.
import type { Contact } from '../brand/brand.ts';
import type { Recipient } from '../recipients/recipient.ts';
import type { Timing } from './embargo.ts';

export interface Audience {
  /** Names the audience; equal for recipients who share it. */
  readonly key: string;
  /** Id of the translation they get. */
  readonly releaseId: string;
  readonly language: string;
  readonly contacts: readonly Contact[];
  /** Regions whose `:::region` blocks they see. */
  readonly shownRegions: readonly string[];
  readonly isMarked: boolean;
}

/** A translation that can be sent. */
export interface Text {
  readonly id: string;
  readonly language: string;
  /** Whether it has blocks for some regions only. */
  readonly hasRegionBlocks: boolean;
  readonly regions: readonly string[];
}

export interface AudienceQuestions {
  /** The first is the one named on the command line. */
  readonly texts: readonly Text[];
  /** Contacts for regions, each `FR-29` or wider, in the language of a text; empty when nobody answers. */
  readonly contactsFor: (regions: readonly string[], text: Text) => readonly Contact[];
  /** A region with all that lie around it: `FR-29`, `FR-BRE`, `FR`. */
  readonly around: (region: string) => readonly string[];
}

/**
 * The audience of a recipient: the translation in their language, else in its base language (`es` for `es-MX`), else the
 * release named first; the contacts of their regions, or of the release for those without region.
 * @returns null when no contact answers for their region.
 */
export function audienceOf(
  recipient: Recipient,
  { isMarked }: Timing,
  { texts, contactsFor, around }: AudienceQuestions,
): Audience | null {
  const text = textFor(recipient.language, texts);
  if (text === undefined) return null;
  const regions = recipient.regions.length > 0 ? recipient.regions : text.regions;
  const contacts = contactsFor(regions, text);
  if (contacts.length === 0) return null;
  const shownRegions = text.hasRegionBlocks ? [...new Set(regions.flatMap(around))].sort() : text.regions;
  const ids = contacts.map(({ id }) => id);
  const key = JSON.stringify([text.id, ids, text.hasRegionBlocks ? shownRegions : null, isMarked]);
  return { key, releaseId: text.id, language: text.language, contacts, shownRegions, isMarked };
}

function textFor(language: string | null, texts: readonly Text[]): Text | undefined {
  const wanted = language?.toLowerCase();
  const base = wanted?.split('-')[0];
  return (
    texts.find((text) => text.language.toLowerCase() === wanted) ??
    texts.find((text) => text.language.toLowerCase() === base) ??
    texts.find((text) => text.language.toLowerCase().split('-')[0] === base) ??
    texts[0]
  );
}
