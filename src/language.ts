// What people write for a language — a code, a name in French or English — as BCP 47.
import { foldName } from './gazetteer.ts';

/** Folded name in French or English → ISO 639-1 code, from the data of the runtime (CLDR). Built once a run. */
export function makeLanguageNames(): ReadonlyMap<string, string> {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const names = new Map<string, string>();
  for (const locale of ['en', 'fr']) {
    const display = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code);
      if (name !== undefined && Intl.getCanonicalLocales(code)[0] === code) names.set(foldName(name), code);
    }
  }
  for (const [name, code] of otherNames) names.set(foldName(name), code);
  return names;
}

const otherNames: readonly (readonly [string, string])[] = [
  ['azéri', 'az'],
  ['moldave', 'ro'],
  ['castillan', 'es'],
  ['flamand', 'nl'],
  ['farsi', 'fa'],
];

/** `fr`, `fr_FR`, `Français`, `anglais`, `English` → canonical BCP 47, or undefined. */
export function languageTag(names: ReadonlyMap<string, string>, text: string): string | undefined {
  const named = names.get(foldName(text));
  if (named !== undefined) return named;
  const tag = text.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(tag)) return undefined;
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    const [primary = ''] = (canonical ?? '').split('-');
    return primary.length === 3 || new Set(names.values()).has(primary) ? canonical : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a BCP 47 tag begins with a language that CLDR names, by its own code: `fr`, `pt-BR`, `kab`; not `fra`, `xx`. */
export function isLanguage(tag: string): boolean {
  const [primary = ''] = tag.split('-');
  if (!/^[a-z]{2,3}$/.test(primary)) return false;
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return Intl.getCanonicalLocales(primary)[0] === primary && names.of(primary) !== undefined;
}

/** Basic filtering of RFC 4647 §3.3.1: `fr` takes `fr` and `fr-CA`; case does not matter. */
export function languageMatches(range: string, tag: string): boolean {
  const wide = range.toLowerCase();
  const narrow = tag.toLowerCase();
  return wide === '*' || narrow === wide || narrow.startsWith(`${wide}-`);
}
