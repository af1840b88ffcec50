// The lexical rules that files and content streams share (ISO 32000-1, 7.2 and 7.3): text → values and keywords.
import { type Dictionary, nameOf, Reference, type Value } from './objects.ts';

const white = 1;
const delimiter = 2;
const kinds = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = white;
for (const character of '()<>[]{}/%') kinds[character.charCodeAt(0)] = delimiter;

/** Reads Latin-1 text from `at` on. Malformed syntax is passed over, as 7.8.2 asks of a reader. */
export class Scanner {
  at: number;
  private readonly text: string;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Past the end everything is white. */
  private kind(code: number): number {
    return kinds[code] ?? white;
  }

  skipWhite(): void {
    const { text } = this;
    for (; this.at < text.length; this.at++) {
      const code = text.charCodeAt(this.at);
      if (code === 0x25)
        while (this.at + 1 < text.length && !isLineEnd(text.charCodeAt(this.at + 1))) this.at++;
      else if (kinds[code] !== white) return;
    }
  }

  /** Appends the value that stands here and gives null, or gives the keyword that stands here. */
  keywordOrValue(values: Value[]): string | null {
    const code = this.text.charCodeAt(this.at);
    if ((code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x2b) {
      values.push(this.number());
      return null;
    }
    if (kinds[code] === delimiter) {
      const value = this.delimited(code);
      if (value !== undefined) values.push(value);
      return null;
    }
    const word = this.word();
    if (word === 'true' || word === 'false') values.push(word === 'true');
    else if (word === 'null') values.push(null);
    else return word;
    return null;
  }

  word(): string {
    const { text } = this;
    const from = this.at;
    let letters = 0;
    for (let code = text.charCodeAt(from); this.kind(code) === 0; code = text.charCodeAt(++this.at)) {
      letters = (letters << 8) | code;
    }
    const operator = this.at - from <= 3 ? operators.get(letters) : undefined;
    return operator ?? text.slice(from, this.at);
  }

  private number(): number {
    const { text } = this;
    const negative = text.charCodeAt(this.at) === 0x2d;
    if (negative || text.charCodeAt(this.at) === 0x2b) this.at++;
    let value = 0;
    let scale = 0;
    for (let code = text.charCodeAt(this.at); code === 0x2e || (code >= 0x30 && code <= 0x39); ) {
      if (code === 0x2e) scale = 1;
      else {
        value = value * 10 + code - 0x30;
        scale *= 10;
      }
      code = text.charCodeAt(++this.at);
    }
    // What is left of a malformed number (`--5`, `1e3`) is passed over with it.
    while (this.kind(text.charCodeAt(this.at)) === 0) this.at++;
    const magnitude = scale > 1 ? value / scale : value;
    return negative ? -magnitude : magnitude;
  }

  private delimited(code: number): Value | undefined {
    this.at++;
    if (code === 0x2f) return this.name();
    if (code === 0x28) return `(${this.literal()}`;
    if (code === 0x5b) return this.until(0x5d);
    if (code !== 0x3c) return undefined;
    if (this.text.charCodeAt(this.at) !== 0x3c) return this.hexadecimal();
    this.at++;
    return this.dictionary();
  }

  private name(): string {
    const from = this.at - 1;
    while (this.kind(this.text.charCodeAt(this.at)) === 0) this.at++;
    const name = this.text.slice(from, this.at);
    if (!name.includes('#')) return name;
    return name.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  }

  /** Values up to a closing `]` or `>`, which is consumed; `R` makes a reference of the two before it. */
  private until(close: number): Value[] {
    const values: Value[] = [];
    for (;;) {
      this.skipWhite();
      if (this.isAtEnd) return values;
      if (this.text.charCodeAt(this.at) === close) {
        this.at++;
        return values;
      }
      if (this.keywordOrValue(values) !== 'R') continue;
      values.pop();
      const number = values.pop();
      if (typeof number === 'number') values.push(new Reference(number));
    }
  }

  private dictionary(): Dictionary {
    const values = this.until(0x3e);
    if (this.text.charCodeAt(this.at) === 0x3e) this.at++;
    const dictionary: Dictionary = new Map();
    for (let i = 0; i + 1 < values.length; i += 2) {
      const key = nameOf(values[i]);
      const value = values[i + 1];
      if (key !== null && value !== undefined) dictionary.set(key, value);
    }
    return dictionary;
  }

  private hexadecimal(): string {
    const { text, at } = this;
    // Four digits are one glyph, by far the most frequent string of a content stream.
    const code = text.charCodeAt(at + 4) === 0x3e ? fourDigits(text, at) : -1;
    if (code >= 0) {
      this.at = at + 5;
      return String.fromCharCode(0x28, code >> 8, code & 0xff);
    }
    const end = text.indexOf('>', at);
    const digits = text.slice(at, end < 0 ? undefined : end).replace(/[^0-9a-f]/gi, '');
    this.at = end < 0 ? text.length : end + 1;
    return `(${Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1')}`;
  }

  private literal(): string {
    let text = '';
    for (let depth = 1; !this.isAtEnd; ) {
      const character = this.text.charAt(this.at++);
      if (character === '\\') {
        text += this.escape();
        continue;
      }
      if (character === '(') depth++;
      else if (character === ')' && --depth === 0) return text;
      text += character;
    }
    return text;
  }

  private escape(): string {
    const octal = /[0-7]{1,3}/y;
    octal.lastIndex = this.at;
    const digits = octal.exec(this.text)?.[0];
    this.at += digits?.length ?? 1;
    if (digits) return String.fromCharCode(Number.parseInt(digits, 8) & 0xff);
    const character = this.text.charAt(this.at - 1);
    if (character === '\r' && this.text.charAt(this.at) === '\n') this.at++;
    if (character === '\r' || character === '\n') return '';
    return escapes[character] ?? character;
  }

  /** From after `BI` to after the `EI` that ends its data (8.9.7). */
  skipInlineImage(): void {
    const end = /\sEI(?=\s|$)/g;
    end.lastIndex = this.at;
    this.at = end.exec(this.text) ? end.lastIndex : this.text.length;
  }
}

/**
 * The operators of a content stream (ISO 32000-1, annex A) by their letters as bytes of one number: strings that exist
 * already are compared by where they stand, those cut out of a text letter by letter.
 */
const operators: ReadonlyMap<number, string> = new Map(
  (
    'b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG ' +
    'rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y R'
  )
    .split(' ')
    .map((name) => [Buffer.from(name, 'latin1').reduce((letters, code) => (letters << 8) | code, 0), name]),
);

const digits = new Int8Array(256).fill(-1);
for (let value = 0; value < 16; value++) {
  digits[value.toString(16).charCodeAt(0)] = value;
  digits[value.toString(16).toUpperCase().charCodeAt(0)] = value;
}

const digitAt = (text: string, at: number): number => digits[text.charCodeAt(at)] ?? -1;

/** The number that four hexadecimal digits write; negative where others stand. */
export const fourDigits = (text: string, at: number): number =>
  (digitAt(text, at) << 12) |
  (digitAt(text, at + 1) << 8) |
  (digitAt(text, at + 2) << 4) |
  digitAt(text, at + 3);

const isLineEnd = (code: number): boolean => code === 10 || code === 13;

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
