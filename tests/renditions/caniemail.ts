// What an email uses of HTML and CSS, in the names of caniemail.com, and what its data says of the clients that matter.
import { createRequire } from 'node:module';

/** `family.platform` as in the data. Thunderbird is one engine on every system; only macOS has been tested whole. */
const clients = [
  'outlook.windows',
  'outlook.windows-mail',
  'outlook.macos',
  'outlook.outlook-com',
  'outlook.ios',
  'outlook.android',
  'gmail.desktop-webmail',
  'gmail.mobile-webmail',
  'gmail.ios',
  'gmail.android',
  'apple-mail.macos',
  'apple-mail.ios',
  'thunderbird.macos',
  'orange.desktop-webmail',
  'orange.ios',
  'orange.android',
  'sfr.desktop-webmail',
  'sfr.ios',
  'sfr.android',
  'laposte.desktop-webmail',
  'gmx.desktop-webmail',
  'gmx.ios',
  'gmx.android',
  'web-de.desktop-webmail',
  'web-de.ios',
  'web-de.android',
  'protonmail.desktop-webmail',
  'protonmail.ios',
  'protonmail.android',
] as const;

interface Feature {
  readonly slug: string;
  readonly stats: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
}

const { data } = createRequire(import.meta.url)('caniemail/caniemail.json') as {
  readonly data: readonly Feature[];
};
const features: ReadonlyMap<string, Feature> = new Map(data.map((feature) => [feature.slug, feature]));

export interface Gap {
  readonly feature: string;
  /** Clients whose newest tested version lacks it, or has it in part. */
  readonly lacking: readonly string[];
}

/** The features used that some client lacks, and the names used that the data does not know. */
export function gapsOf(used: Iterable<string>): { gaps: readonly Gap[]; unknown: readonly string[] } {
  const gaps: Gap[] = [];
  const unknown: string[] = [];
  for (const name of [...used].sort()) {
    const feature = features.get(name);
    if (feature === undefined) unknown.push(name);
    else {
      const lacking = clients.filter((client) => /^[na]/.test(newest(feature, client)));
      if (lacking.length > 0) gaps.push({ feature: name, lacking });
    }
  }
  return { gaps, unknown };
}

/** `y` yes, `n` no, `a` in part, `u` nobody knows. */
function newest({ stats }: Feature, client: string): string {
  const [family = '', platform = ''] = client.split('.');
  return Object.values(stats[family]?.[platform] ?? {}).at(-1) ?? 'u';
}

/**
 * Slugs of caniemail.com, or names of the same form where it has none. What stands in a style element only adds to what
 * is written into the tags, so it counts as `html-style` and the media features it asks for; conditional comments are
 * for Word alone.
 */
export function featuresOf(document: string): ReadonlySet<string> {
  const html = document.replace(/<!--[\s\S]*?-->/g, '');
  const used = new Set<string>();
  for (const [, tag = '', attributes = ''] of html.matchAll(/<([a-z][a-z0-9]*)((?:\s[^<>]*)?)>/g)) {
    used.add(elementSlug(tag));
    for (const [, name = '', value = ''] of attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)) {
      for (const slug of attributeSlugs(tag, name, value)) used.add(slug);
    }
  }
  if (html.includes('prefers-color-scheme')) used.add('css-at-media-prefers-color-scheme');
  return used;
}

const groups: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, 'html-h1-h6'])),
  ...Object.fromEntries(['ul', 'ol', 'li'].map((tag) => [tag, 'html-lists'])),
  ...Object.fromEntries(['table', 'thead', 'tbody', 'tr', 'td', 'th'].map((tag) => [tag, 'html-table'])),
  ...Object.fromEntries(['section', 'figure', 'aside', 'header'].map((tag) => [tag, 'html-semantics'])),
};
const elementSlug = (tag: string): string => groups[tag] ?? `html-${tag}`;

function attributeSlugs(tag: string, name: string, value: string): string[] {
  if (name === 'style') return declarationSlugs(value);
  if (name === 'href' && value.startsWith('mailto:')) return ['html-mailto-links'];
  if (name === 'href' && value.startsWith('#')) return ['html-anchor-links'];
  if (name === 'src')
    return [`image-${value.startsWith('data:') ? 'base64' : (value.split('.').at(-1) ?? '')}`];
  if (tag === 'meta') return value === 'color-scheme' ? ['html-meta-color-scheme'] : [];
  return [`html-${name}`];
}

const shorthand = /^(margin|padding|border)-.*|^(font|text-decoration|background)$/;

function declarationSlugs(css: string): string[] {
  return css.split(';').flatMap((declaration) => {
    const [, property = '', value = ''] = /^\s*([\w-]+)\s*:\s*(.*?)\s*$/.exec(declaration) ?? [];
    if (property === '') return [];
    const own = features.has(`css-${property}`) ? property : property.replace(shorthand, '$1$2');
    const units = [...value.matchAll(/\d(px|em|rem|%|vw|vh)/g)].map(([, unit]) =>
      unit === '%' ? 'percent' : unit,
    );
    return [
      `css-${property === 'display' && value.startsWith('none') ? 'display-none' : own}`,
      ...units.map((unit) => `css-unit-${unit}`),
    ];
  });
}
