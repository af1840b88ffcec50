// How a message opens, in the recipient's language.

/** `{name}` stands for the name; the second form is for those whose name is not known. */
const greetings: Readonly<Record<string, readonly [string, string]>> = {
  fr: ['Bonjour {name},', 'Bonjour,'],
  en: ['Dear {name},', 'Hello,'],
  es: ['Estimado/a {name}:', 'Buenos días:'],
  de: ['Guten Tag {name},', 'Guten Tag,'],
  it: ['Buongiorno {name},', 'Buongiorno,'],
  nl: ['Geachte {name},', 'Goedendag,'],
  pt: ['Caro/a {name},', 'Bom dia,'],
  pl: ['Dzień dobry,', 'Dzień dobry,'],
  ro: ['Bună ziua, {name},', 'Bună ziua,'],
  uk: ['Добрий день, {name}!', 'Добрий день!'],
  hy: ['Հարգելի {name},', 'Բարև Ձեզ,'],
  ka: ['გამარჯობა, {name},', 'გამარჯობა,'],
  az: ['Hörmətli {name},', 'Salam,'],
  ar: ['تحية طيبة {name}،', 'تحية طيبة،'],
};

/** « Bonjour Camille Martin, »; English for a language that is not known here. */
export function greet(language: string, name: string | null): string {
  const [named, unnamed] = greetings[language] ??
    greetings[language.split('-')[0] ?? ''] ?? ['Dear {name},', 'Hello,'];
  return name === null ? unnamed : named.replace('{name}', () => name);
}
