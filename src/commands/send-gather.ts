// Gathers what `release send` needs and decides: the texts, the people, the contacts, the times — one plan.
import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Brand, Contact } from '../brand/brand.ts';
import { contactsBeside, contactsById, contactsFor } from '../brand/contacts.ts';
import type { Context } from '../context.ts';
import { formatInstant } from '../dates.ts';
import { systemErrorCode, UserFailure } from '../failure.ts';
import type { Finding } from '../finding.ts';
import { type Audience, type AudienceQuestions, audienceOf, type Text } from '../outbox/audience.ts';
import { type Draft, type Enclosure, encodeVariant } from '../outbox/compose.ts';
import { makeDraft } from '../outbox/draft.ts';
import { timeFor } from '../outbox/embargo.ts';
import type { Ledger } from '../outbox/ledger.ts';
import { reachedKeys } from '../outbox/ledger-dispatch.ts';
import { suppressionReasons } from '../outbox/ledger-suppression.ts';
import type { Variant } from '../outbox/message.ts';
import { compileNote, type Note } from '../outbox/note.ts';
import { type Addressee, makePlan, type Plan } from '../outbox/plan.ts';
import { laneOf, recipe } from '../outbox/rates.ts';
import { suppressionKey } from '../outbox/suppression.ts';
import { parseAddress } from '../recipients/address.ts';
import type { Meanings } from '../recipients/interpret.ts';
import { makeMeanings } from '../recipients/parse.ts';
import { readLists } from '../recipients/read.ts';
import { maskAddress, type Recipient } from '../recipients/recipient.ts';
import { parseOnly, readExclusions, selectRecipients } from '../recipients/select.ts';
import { regionPath, wideRegion } from '../region.ts';
import { makeEmail } from '../renditions/email.ts';
import { type Kit, makeKit } from '../renditions/kit.ts';
import { readFontFaces } from '../renditions/read.ts';
import type { Edition } from '../renditions/rendition.ts';
import { makeText } from '../renditions/text.ts';
import type { TransportChoice } from '../transport/settings.ts';
import type { Workspace } from './gather.ts';
import { gatherLists } from './press-lists.ts';
import { contentInputs, type Texts } from './send-texts.ts';

export interface PlanOptions {
  readonly to?: readonly string[];
  readonly where?: string;
  readonly exclude?: readonly string[];
  readonly only?: readonly string[];
  readonly limit?: number;
  readonly skipInvalid?: true;
  readonly map?: readonly string[];
  readonly encoding?: string;
  readonly note?: string;
  readonly underEmbargo?: true;
  readonly test?: readonly string[];
}

/** What the plan is made from, besides the lists. */
export interface PlanGround {
  readonly workspace: Workspace;
  readonly brand: Brand;
  readonly texts: Texts;
  readonly ledger: Ledger;
  readonly transport: TransportChoice;
  /** Instants in milliseconds. */
  readonly now: number;
  readonly at: number | null;
  readonly notAfter: number | null;
}

export interface Planned {
  readonly plan: Plan;
  /** Of the texts and of the messages made of them. */
  readonly findings: readonly Finding[];
  readonly listFindings: readonly Finding[];
  /** Errors of the lists that are not set aside. */
  readonly blocking: readonly Finding[];
  /** Left out until the embargo ends. */
  readonly waiting: number;
  /** Nobody answers for their region: masked addresses with region and language. */
  readonly withoutContact: readonly string[];
  /** « Sous embargo jusqu’au … », as the first text tells it. */
  readonly embargo: string | null;
}

export async function planSend(context: Context, ground: PlanGround, options: PlanOptions): Promise<Planned> {
  const { ledger, texts, brand, workspace, transport } = ground;
  const isTest = options.test !== undefined;
  const people = isTest
    ? { ...testPeople(options.test, ground), findings: [], blocking: [], kept: [] }
    : await choosePeople(context, ground, options);
  const note = await readNote(context, options.note, people.kept);
  const enclosures = await readEnclosures(context, ground);
  const kit = makeKit(brand, await readFontFaces(workspace.root, brand));

  const audiences = new Map<string, { readonly index: number; readonly audience: Audience }>();
  const addressees: Addressee[] = [];
  const withoutContact: string[] = [];
  let waiting = 0;
  const questions = audienceQuestions(ground, people.meanings);
  for (const recipient of people.chosen) {
    const timing = isTest
      ? { notBefore: null, isMarked: isBeforeEmbargo(ground) }
      : timeFor(
          { ...ground, embargo: embargoOf(texts), isUnderEmbargo: options.underEmbargo ?? false },
          recipient.embargoTrust === true,
        );
    if (timing === null) {
      waiting += 1;
      continue;
    }
    const audience = audienceOf(recipient, timing, questions);
    if (audience === null) {
      withoutContact.push(
        `${maskAddress(recipient.address)} (${recipient.regions.join(', ') || '—'}, ${recipient.language ?? '—'})`,
      );
      continue;
    }
    const known = audiences.get(audience.key) ?? { index: audiences.size, audience };
    audiences.set(audience.key, known);
    const text = note === null ? '' : note.of(recipient, audience.language);
    addressees.push({ recipient, variant: known.index, timing, note: text });
  }
  const variants: Variant[] = [];
  for (const { audience } of audiences.values()) {
    variants.push(encodeVariant(await draftOf(ground, audience, kit, enclosures, note !== null, isTest)));
  }
  const plan = makePlan({
    slug: texts.slug,
    // What only fills a folder reached nobody.
    kind: isTest || transport.scheme === 'file' ? 'test' : 'real',
    transport: transport.name,
    variants,
    addressees: isTest ? everyVariantTo(addressees, variants) : addressees,
    suppressed: people.suppressed,
    inputs: contentInputs(texts, brand, [...enclosures.values()].flat(), note?.sources ?? {}),
    notBefore: ground.at,
    notAfter: ground.notAfter,
    secret: ledger.secret,
    messageDomain: brand.email.from.slice(brand.email.from.lastIndexOf('@') + 1),
    laneOf: (domain) => (workspace.config.send.domains === 'recipe' ? laneOf(domain, recipe) : ''),
    regionOf: ({ regions }) =>
      [...new Set(regions.map((region) => wideRegion(people.meanings.gazetteer, region)))].join('+') || null,
    occasion: isTest ? String(ground.now) : '',
  });
  const findings = [...texts.findings, ...sizeFindings(texts, variants, brand)];
  return {
    plan,
    findings,
    listFindings: people.findings,
    blocking: people.blocking,
    waiting,
    withoutContact,
    embargo: embargoText(texts.editions[0]),
  };
}

interface People {
  readonly chosen: readonly Recipient[];
  readonly suppressed: readonly { readonly recipient: Recipient; readonly reason: string }[];
  readonly meanings: Meanings;
}

async function choosePeople(
  context: Context,
  { ledger, texts, brand }: PlanGround,
  options: PlanOptions,
): Promise<People & { findings: readonly Finding[]; blocking: readonly Finding[]; kept: readonly string[] }> {
  const { to = [], exclude = [], only, limit } = options;
  const { map, encoding, where, skipInvalid } = options;
  const listOptions = {
    ...(map === undefined ? {} : { map }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(where === undefined ? {} : { where }),
    ...(skipInvalid === undefined ? {} : { skipInvalid }),
  };
  const lists = await gatherLists(context, to, listOptions, brand);
  const { meanings } = lists;
  const exclusions = readExclusions(
    exclude.length === 0 ? [] : await readLists(exclude, context, meanings, { map: new Map() }),
  );
  const reasons = suppressionReasons(ledger);
  const reached = reachedKeys(ledger, texts.slug);
  const hex = (key: string): string => Buffer.from(suppressionKey(ledger.secret, key)).toString('hex');
  const reasonOf = (key: string): string | undefined => {
    const hashed = hex(key);
    return reasons.get(hashed) ?? (reached.has(hashed) ? 'already-sent' : undefined);
  };
  const everyone = lists.merged.recipients;
  const selection = selectRecipients(
    everyone,
    {
      where: [],
      excluded: exclusions.excluded,
      only: only === undefined ? null : parseOnly(only, everyone),
      limit: limit ?? null,
      isSuppressed: (key) => reasonOf(key) !== undefined,
    },
    meanings,
  );
  return {
    chosen: selection.chosen,
    suppressed: selection.suppressed.map((recipient) => ({
      recipient,
      reason: reasonOf(recipient.key) ?? '',
    })),
    meanings,
    findings: lists.findings,
    blocking: [...lists.blocking, ...exclusions.blocking],
    kept: lists.kept,
  };
}

/** The test addresses, once for each region a contact answers for and each language: so every variant comes up. */
function testPeople(addresses: readonly string[], { texts, brand }: PlanGround): People {
  const regions = [...new Set(brand.contacts.flatMap((contact) => contact.regions))].filter(
    (code) => code !== '*',
  );
  const places = regions.length === 0 ? [[]] : regions.map((code) => [code]);
  const chosen = addresses.flatMap((text) => {
    const parsed = parseAddress(text);
    if ('problem' in parsed) {
      const { message, remedy } = parsed.problem;
      throw new UserFailure({ fr: `--test : ${message.fr}.`, en: `--test: ${message.en}.` }, { remedy });
    }
    return texts.editions.flatMap(({ release }) =>
      places.map((codes) => ({ ...nobody, ...parsed.address, language: release.language, regions: codes })),
    );
  });
  return { chosen, suppressed: [], meanings: makeMeanings() };
}

const nobody: Omit<Recipient, 'address' | 'key' | 'needsSmtputf8'> = {
  name: null,
  givenName: null,
  familyName: null,
  salutation: null,
  outlet: null,
  outletType: null,
  role: null,
  language: null,
  regions: [],
  topics: [],
  embargoTrust: true,
  basis: null,
  source: null,
  informedAt: null,
  lastContact: null,
  fields: {},
  place: { file: '--test', line: 1 },
};

/** Each test address once for each variant. */
function everyVariantTo(
  addressees: readonly Addressee[],
  variants: readonly Variant[],
): readonly Addressee[] {
  const once = new Map(addressees.map((each) => [`${each.recipient.key} ${each.variant}`, each]));
  return variants.length === 0 ? [] : [...once.values()];
}

function audienceQuestions({ texts, brand }: PlanGround, { gazetteer }: Meanings): AudienceQuestions {
  const ids = texts.editions[0]?.release.contacts ?? null;
  const named = ids && contactsById(brand.contacts, ids).contacts;
  const choose = (regions: readonly string[], text: Text): readonly Contact[] =>
    named === null
      ? contactsFor(brand.contacts, regions, text.language, gazetteer).contacts
      : contactsBeside(named, text, brand.contacts, regions, gazetteer);
  const chosen = new Map<string, readonly Contact[]>();
  return {
    texts: texts.editions.map(({ release }) => ({
      id: release.id,
      language: release.language,
      hasRegionBlocks: release.source.includes(':::region'),
      regions: release.regions,
    })),
    contactsFor: (regions, text) => {
      const pair = `${text.id} ${regions.join(' ')}`;
      const contacts = chosen.get(pair) ?? choose(regions, text);
      chosen.set(pair, contacts);
      return contacts;
    },
    around: (region) => regionPath(gazetteer, region),
  };
}

export const embargoOf = ({ editions }: Texts): number | null => {
  const embargo = editions[0]?.release.embargo;
  return embargo ? Date.parse(embargo.instant) : null;
};

const isBeforeEmbargo = ({ texts, now }: PlanGround): boolean => (embargoOf(texts) ?? 0) > now;

function embargoText(edition: Edition | undefined): string | null {
  if (!edition?.release.embargo) return null;
  const word = (key: string): string => edition.words[key] ?? key;
  return word('embargo').replace(
    '{when}',
    formatInstant(edition.release.embargo, edition.release.language, word),
  );
}

async function draftOf(
  { texts, brand, workspace }: PlanGround,
  audience: Audience,
  kit: Kit,
  enclosures: ReadonlyMap<string, readonly Enclosure[]>,
  hasNote: boolean,
  isTest: boolean,
): Promise<Draft> {
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
    embargo: embargoText(edition),
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

/** `note.txt`, or `note.<language>.txt` beside it where there is one for the recipient's language. */
async function readNote(context: Context, path: string | undefined, kept: readonly string[]) {
  if (path === undefined) return null;
  const sources: Record<string, string> = {};
  const notes = new Map<string, Note>();
  const load = async (file: string): Promise<Note> => {
    const source = await readFile(resolve(context.cwd, file), 'utf8');
    sources[file] = source;
    return compileNote(source, file, kept);
  };
  try {
    notes.set('', await load(path));
  } catch (error) {
    if (systemErrorCode(error) === undefined) throw error;
    throw new UserFailure({ fr: `Impossible de lire ${path}.`, en: `Cannot read ${path}.` });
  }
  for (const language of [
    'fr',
    'en',
    'es',
    'de',
    'it',
    'pt',
    'nl',
    'pl',
    'ro',
    'uk',
    'hy',
    'ka',
    'az',
    'ar',
  ]) {
    const file = path.replace(/(\.\w+)?$/, `.${language}$1`);
    const exists = await stat(resolve(context.cwd, file)).then(
      () => true,
      () => false,
    );
    if (exists) notes.set(language, await load(file));
  }
  const of = (recipient: Recipient, language: string): string =>
    (notes.get(language) ?? notes.get(language.split('-')[0] ?? '') ?? notes.get(''))?.(recipient) ?? '';
  return { of, sources };
}

/** The PDF and attachments that travel with the message, by release id. */
async function readEnclosures(
  context: Context,
  { workspace, texts }: PlanGround,
): Promise<ReadonlyMap<string, readonly Enclosure[]>> {
  const { config, root } = workspace;
  const all = new Map<string, Enclosure[]>();
  for (const { release } of texts.editions) {
    const pdf = config.send.attach.includes('pdf') ? [join(config.out, release.id, `${release.id}.pdf`)] : [];
    const attached = config.send.attach.includes('attachments')
      ? release.attachments.map(({ src }) => src)
      : [];
    const paths = [...pdf, ...attached];
    const read = paths.map(async (path): Promise<Enclosure> => {
      const bytes = await readFile(resolve(root, path)).catch(() => {
        throw missingEnclosure(path);
      });
      return { name: basename(path), type: typeOf(path), bytes };
    });
    if (pdf[0] !== undefined) await refuseOldPdf(root, pdf[0], release.file);
    all.set(release.id, await Promise.all(read));
  }
  context.signal.throwIfAborted();
  return all;
}

async function refuseOldPdf(root: string, pdf: string, source: string): Promise<void> {
  const [made, written] = await Promise.all(
    [pdf, source].map((path) =>
      stat(resolve(root, path)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  if ((made ?? 0) < (written ?? 0)) throw missingEnclosure(pdf);
}

const missingEnclosure = (path: string): UserFailure =>
  new UserFailure(
    {
      fr: `Pièce jointe absente ou plus ancienne que le communiqué : ${path}`,
      en: `Attachment missing or older than the release: ${path}`,
    },
    { remedy: { fr: 'Lancez `release build`.', en: 'Run `release build`.' } },
  );

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  zip: 'application/zip',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
};
const typeOf = (path: string): string =>
  types[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';

/** Many servers take ten megabytes; Gmail shows about a hundred kilobytes of HTML and cuts the rest. */
function sizeFindings(texts: Texts, variants: readonly Variant[], brand: Brand): readonly Finding[] {
  const file = texts.editions[0]?.release.file ?? '';
  const place = { file, line: 1, column: 1 };
  const largest = Math.max(0, ...variants.map(({ size }) => size));
  const findings: Finding[] = [];
  if (largest > 7_000_000) {
    findings.push({
      rule: 'send/size',
      severity: 'warning',
      place,
      message: {
        fr: 'Le message dépasse 7 Mo : beaucoup de serveurs le refuseront',
        en: 'The message exceeds 7 MB: many servers will refuse it',
      },
      remedy: { fr: 'Donnez un lien plutôt qu’une pièce jointe.', en: 'Link instead of attaching.' },
    });
  }
  if (brand.url === null) {
    findings.push({
      rule: 'send/address',
      severity: 'warning',
      place: { file: `${brand.folder}/brand.yaml`, line: 1, column: 1 },
      message: {
        fr: 'La marque n’a pas d’adresse publique (`url`) : les liens et les images du courriel ne mèneront nulle part',
        en: 'The brand has no public address (`url`): links and pictures of the email lead nowhere',
      },
      remedy: { fr: 'Ajoutez `url` à brand.yaml.', en: 'Add `url` to brand.yaml.' },
    });
  }
  return findings;
}
