// How a message opens and what it says of its recipient's rights, in the recipient's language.

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

/** Why the message came and how to stop it: GDPR articles 14 and 21(4). `{sender}` and `{way}` are filled in. */
const notices: Readonly<Record<string, string>> = {
  fr: 'Vous recevez ce message du service de presse de {sender} en tant que journaliste. Pour ne plus en recevoir, ou pour connaître, corriger ou faire effacer vos données : {way}.',
  en: 'You receive this message from the press office of {sender} as a journalist. To receive no more, or to see, correct or erase your data: {way}.',
  es: 'Recibe este mensaje del servicio de prensa de {sender} en calidad de periodista. Para no recibir más, o para conocer, corregir o suprimir sus datos: {way}.',
  de: 'Sie erhalten diese Nachricht der Pressestelle von {sender} als Journalistin oder Journalist. Abbestellen, Auskunft, Berichtigung oder Löschung Ihrer Daten: {way}.',
};

const entryFor = <T>(table: Readonly<Record<string, T>>, language: string): T | undefined =>
  table[language] ?? table[language.split('-')[0] ?? ''];

/** « Bonjour Camille Martin, »; English for a language that is not known here. */
export function greet(language: string, name: string | null): string {
  const [named, unnamed] = entryFor(greetings, language) ?? ['Dear {name},', 'Hello,'];
  return name === null ? unnamed : named.replace('{name}', () => name);
}

/** The notice under each message: the brand's own, or this one; English for a language that is not known here. */
export function noticeFor(
  language: string,
  sender: string,
  way: string,
  own: Readonly<Record<string, string>>,
): string {
  const text = entryFor(own, language) ?? entryFor(notices, language) ?? notices.en ?? '';
  return text.replace('{sender}', () => sender).replace('{way}', () => way);
}
