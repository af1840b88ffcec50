// Fictional material for the tests of rules: a brand, and releases made of an example's few lines.
import { existsSync, readFileSync } from 'node:fs';
import type { Brand, Contact } from '../../src/brand/brand.ts';
import type { Term } from '../../src/brand/vocabulary.ts';
import { checkRelease } from '../../src/checks/check.ts';
import type { Example } from '../../src/checks/page.ts';
import { type OptionValue, type PresetId, presetIds, type RuleSetting } from '../../src/checks/preset.ts';
import type { Related, Rule } from '../../src/checks/rule.ts';
import { rules as allRules } from '../../src/checks/rules.ts';
import { defaultConfig, settingsFor } from '../../src/checks/settings.ts';
import type { Finding } from '../../src/finding.ts';
import { parseMarkdown } from '../../src/release/markdown.ts';
import { parseDraft, parseRelease } from '../../src/release/parse.ts';
import type { Release } from '../../src/release/release.ts';

export const defaults = {
  language: 'fr',
  languages: ['fr', 'en', 'es', 'de', 'ar'],
  city: { fr: 'Paris' },
  country: 'FR',
};

const contact = (id: string, name: string, number: string, rest: Partial<Contact> = {}): Contact => ({
  id,
  name,
  role: { fr: 'Attachée de presse', en: 'Press officer' },
  email: `${id}@mediateur.example.org`,
  phones: [{ number, kind: 'office' }],
  languages: ['fr', 'en'],
  regions: ['*'],
  ...rest,
});

const boilerplate = (language: string, source: string) => ({
  id: 'institution',
  language,
  file: `templates/mediateur/boilerplate/institution.${language}.md`,
  title: null,
  reviewBy: '2021-12-31',
  source,
  body: parseMarkdown(source, 'institution.md').body,
});

const term = (write: string, rest: Partial<Term> = {}): Term => ({
  write,
  languages: ['*'],
  capitals: false,
  never: [],
  why: null,
  severity: 'warning',
  ...rest,
});

/** The « Médiateur des communes », an institution that does not exist. */
export const brand: Brand = {
  id: 'mediateur',
  folder: 'templates/mediateur',
  name: { fr: 'Médiateur des communes', en: 'Ombudsman of Municipalities' },
  tagline: {},
  languages: ['fr', 'en', 'es', 'de', 'ar'],
  city: { fr: 'Paris' },
  country: 'FR',
  url: 'https://presse.mediateur.example.org',
  domains: ['mediateur.example.org'],
  address: ['1, rue des Exemples', '75000 Paris'],
  email: { from: 'presse@mediateur.example.org', replyTo: null, attach: [], attachLimitKb: 2_000 },
  fonts: [],
  words: {},
  contacts: [
    contact('presse-nationale', 'Camille Exemple', '+33199005678'),
    contact('presse-mobile', 'Pascal Imaginaire', '+33639985678', {
      languages: ['fr'],
      regions: ['FR-COR'],
      phones: [{ number: '+33639985678', kind: 'mobile' }],
    }),
    contact('presse-bretagne', 'Nolwenn Fictive', '+33261911234', { languages: ['fr'], regions: ['FR-BRE'] }),
  ],
  boilerplates: [
    boilerplate('fr', 'Le Médiateur des communes est une autorité indépendante.'),
    boilerplate('en', 'The Ombudsman of Municipalities is an independent authority.'),
  ],
  vocabulary: {
    terms: [
      term('Médiateur des communes', { languages: ['fr'], capitals: true }),
      term('Ombudsman of Municipalities', { languages: ['en'], never: ['Mediator of Municipalities'] }),
      term('personne en situation de handicap', {
        languages: ['fr'],
        never: ['handicapé', 'handicapés'],
        why: { fr: 'le mot réduit la personne à son handicap', en: 'it reduces the person to a disability' },
      }),
      term('Unia', { never: ['Centre interfédéral pour l’égalité des chances'], severity: 'note' }),
      term('point d’accueil', { languages: ['fr'], never: ['guichet d’accueil'], severity: 'error' }),
    ],
    people: [{ name: 'Camille Exemple', title: { fr: 'médiatrice des communes', en: 'Ombudsman' } }],
    acronyms: ['MDC'],
    inclusive: { fr: 'doublets' },
    words: ['médiateure'],
  },
  files: new Map(),
};

const titles: Readonly<Record<string, string>> = {
  fr: 'Le Médiateur des communes reçoit les élus locaux',
  en: 'The Ombudsman of Municipalities meets local councillors',
  es: 'El Defensor de los Municipios recibe a los concejales',
  de: 'Der Bürgerbeauftragte der Gemeinden empfängt die Stadträte',
  ar: 'وسيط البلديات يستقبل المنتخبين المحليين',
};

/** A whole file out of an example that may be a body alone. */
export function wholeSource(text: string, { lang = 'fr', kind }: Readonly<Record<string, string>>): string {
  if (text.startsWith('---\n')) return `${text}\n`;
  const extra = kind === undefined ? '' : `kind: ${kind}\n`;
  return `---\ntitle: ${titles[lang] ?? titles.en}\ndate: 2020-11-25\n${extra}---\n\n${text}\n`;
}

const fileName = ({ file, lang = 'fr' }: Readonly<Record<string, string>>): string =>
  file ?? `releases/2020-11-25-exemple${lang === 'fr' ? '' : `.${lang}`}.md`;

export function parseSample(file: string, text: string): { release: Release; findings: readonly Finding[] } {
  const { release, findings } = parseRelease({ file, text }, defaults);
  if (release === undefined) {
    throw new Error(
      `The example does not parse: ${findings.map((found) => found.message.en).join('; ')}\n${text}`,
    );
  }
  return { release, findings };
}

const own = ['lang', 'preset', 'kind', 'file', 'today', 'brand'];

function optionsOf(attributes: Example['attributes']): Readonly<Record<string, OptionValue>> {
  const entries = Object.entries(attributes).filter(([name]) => !own.includes(name));
  return Object.fromEntries(
    entries.map(([name, value]) => {
      if (/^\d+$/.test(value)) return [name, Number(value)];
      if (value === 'true' || value === 'false') return [name, value === 'true'];
      return [name, value.includes('|') ? value.split('|') : value];
    }),
  );
}

/** Turns a rule on with the options that an example names. */
export const settingOf = (
  rule: Rule,
  attributes: Example['attributes'],
): Readonly<Record<string, RuleSetting>> => ({
  [rule.id]: { level: rule.optIn ? 'error' : undefined, options: optionsOf(attributes) },
});

/** Runs one rule on an example, as `release check` would. `source` stands in for the example's own text. */
export async function checkExample(
  rule: Rule,
  example: Example,
  source = wholeSource(example.text, example.attributes),
): Promise<{ source: string; findings: readonly Finding[] }> {
  const rules = rule.id === 'comments/disable' ? allRules : [rule];
  const findings = await checkText(source, example.attributes, rules, {
    beside: example.beside,
    set: settingOf(rule, example.attributes),
  });
  return { source, findings: findings.filter((finding) => finding.rule === rule.id) };
}

/** Checks a whole text with some rules, errors of parsing or not; of one without title or date, only those are told. */
export async function checkText(
  source: string,
  attributes: Example['attributes'],
  rules: readonly Rule[],
  more: { beside?: Example['beside']; set?: Readonly<Record<string, RuleSetting>> } = {},
): Promise<readonly Finding[]> {
  const draft = parseDraft({ file: fileName(attributes), text: source }, defaults);
  const { draft: release, findings: parsing } = draft;
  if (release === undefined || !draft.hasHead) return parsing;
  const config = {
    ...defaultConfig,
    presets: presetIds.filter((id): id is PresetId => id === attributes.preset),
    rules: more.set ?? {},
  };
  return checkRelease(
    {
      release,
      brand: attributes.brand === 'none' ? null : brand,
      settings: settingsFor(release.file, release.language, config),
      today: attributes.today ?? '2020-11-25',
      related: relatedOf(release, more.beside ?? []),
      readFile: readFixture,
      parsing,
    },
    rules,
  );
}

/** The media of examples: `releases/media/…` in tests/fixtures/media/. */
function readFixture(path: string): Uint8Array | undefined {
  const file = path.replace(/^releases\//, 'tests/fixtures/');
  return existsSync(file) ? readFileSync(file) : undefined;
}

function relatedOf(release: Release, beside: Example['beside']): Related {
  const others = beside.map(
    ({ file, text }) => parseSample(file, text.endsWith('\n') ? text : `${text}\n`).release,
  );
  return {
    translations: others.filter(({ slug }) => slug === release.slug),
    corrected: others.find(({ slug }) => slug === release.corrects) ?? null,
    earlier: others
      .filter(
        ({ slug, language, date }) =>
          slug !== release.slug && language === release.language && date <= release.date,
      )
      .toSorted((a, b) => (a.date < b.date ? 1 : -1)),
    upcoming: others.filter(({ slug }) => slug !== release.slug),
  };
}
