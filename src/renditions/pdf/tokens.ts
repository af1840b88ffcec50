// Content-stream tokenizer (ISO 32000-1, 7.8.2): bytes → operators with their operands and byte offsets.

/** A name keeps its slash (`/Artifact`); a string is its bytes as Latin-1 code units after `(`, so the two never mix. */
export type Operand = number | string | boolean | null | readonly Operand[] | ReadonlyMap<string, Operand>;

/** Called for each operator; `start` is the offset of its first operand, `end` the one after the operator. */
export type Visit = (operator: string, operands: readonly Operand[], start: number, end: number) => void;

export const stringMark = '(';

/** The bytes of a string operand as Latin-1 code units, or null for any other operand. */
export const stringOf = (operand: Operand | undefined): string | null =>
  typeof operand === 'string' && operand.startsWith(stringMark) ? operand.slice(1) : null;

/** The name of a name operand without its slash, or null. */
export const nameOf = (operand: Operand | undefined): string | null =>
  typeof operand === 'string' && operand.startsWith('/') ? operand.slice(1) : null;

export const numberOf = (operand: Operand | undefined): number => (typeof operand === 'number' ? operand : 0);

const white = 1;
const delimiter = 2;
const kinds = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = white;
for (const character of '()<>[]{}/%') kinds[character.charCodeAt(0)] = delimiter;

/** Walks one content stream. Unbalanced or unknown syntax is passed over, as 7.8.2 asks of a reader. */
export function scanContent(bytes: Uint8Array, visit: Visit): void {
  const scanner = new Scanner(bytes);
  let operands: Operand[] = [];
  let start = -1;
  for (;;) {
    scanner.skipWhite();
    if (scanner.at >= bytes.length) return;
    if (start < 0) start = scanner.at;
    const operator = scanner.operatorOrOperand(operands);
    if (operator === null) continue;
    if (operator === 'BI') scanner.skipInlineImage();
    visit(operator, operands, start, scanner.at);
    operands = [];
    start = -1;
  }
}

class Scanner {
  at = 0;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  private byte(offset = 0): number {
    return this.bytes[this.at + offset] ?? -1;
  }

  private kind(code: number): number {
    return code < 0 ? white : (kinds[code] ?? 0);
  }

  skipWhite(): void {
    for (;;) {
      const code = this.byte();
      if (code === 0x25) while (this.byte() !== -1 && this.byte() !== 10 && this.byte() !== 13) this.at++;
      else if (code === -1 || this.kind(code) !== white) return;
      else this.at++;
    }
  }

  /** Appends an operand and gives null, or gives the operator that stands here. */
  operatorOrOperand(operands: Operand[]): string | null {
    const code = this.byte();
    if ((code >= 0x30 && code <= 0x39) || code === 0x2d || code === 0x2e || code === 0x2b) {
      operands.push(this.number());
      return null;
    }
    if (this.kind(code) === delimiter) {
      const operand = this.delimited(code);
      if (operand !== undefined) operands.push(operand);
      return null;
    }
    const word = this.word();
    if (word === 'true' || word === 'false') operands.push(word === 'true');
    else if (word === 'null') operands.push(null);
    else return word;
    return null;
  }

  private word(): string {
    const from = this.at;
    while (this.kind(this.byte()) === 0) this.at++;
    let word = '';
    for (let i = from; i < this.at; i++) word += String.fromCharCode(this.bytes[i] ?? 0);
    return word;
  }

  private number(): number {
    const negative = this.byte() === 0x2d;
    if (negative || this.byte() === 0x2b) this.at++;
    let value = 0;
    let scale = 0;
    for (let code = this.byte(); code === 0x2e || (code >= 0x30 && code <= 0x39); code = this.byte()) {
      this.at++;
      if (code === 0x2e) scale = 1;
      else {
        value = value * 10 + code - 0x30;
        scale *= 10;
      }
    }
    // What is left of a malformed number (`--5`, `1e3`) is passed over with it.
    while (this.kind(this.byte()) === 0) this.at++;
    const magnitude = scale > 1 ? value / scale : value;
    return negative ? -magnitude : magnitude;
  }

  private delimited(code: number): Operand | undefined {
    this.at++;
    if (code === 0x2f)
      return `/${this.word().replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))}`;
    if (code === 0x28) return stringMark + this.literal();
    if (code === 0x5b) return this.until(0x5d);
    if (code !== 0x3c) return undefined;
    if (this.byte() !== 0x3c) return stringMark + this.hexadecimal();
    this.at++;
    return this.dictionary();
  }

  /** Operands up to a closing `]` or `>`, which is consumed. */
  private until(close: number): readonly Operand[] {
    const items: Operand[] = [];
    for (;;) {
      this.skipWhite();
      const code = this.byte();
      if (code === -1) return items;
      if (code === close) {
        this.at++;
        return items;
      }
      this.operatorOrOperand(items);
    }
  }

  private dictionary(): ReadonlyMap<string, Operand> {
    const items = this.until(0x3e);
    if (this.byte() === 0x3e) this.at++;
    const map = new Map<string, Operand>();
    for (let i = 0; i + 1 < items.length; i += 2) {
      const key = nameOf(items[i]);
      const value = items[i + 1];
      if (key !== null && value !== undefined) map.set(key, value);
    }
    return map;
  }

  private hexadecimal(): string {
    let text = '';
    let high = -1;
    for (let code = this.byte(); code !== 0x3e && code !== -1; code = this.byte()) {
      this.at++;
      const digit = hexDigit(code);
      if (digit < 0) continue;
      if (high < 0) high = digit;
      else {
        text += String.fromCharCode(high * 16 + digit);
        high = -1;
      }
    }
    this.at++;
    return high < 0 ? text : text + String.fromCharCode(high * 16);
  }

  private literal(): string {
    let text = '';
    for (let depth = 1; ; ) {
      const code = this.byte();
      this.at++;
      if (code === -1) return text;
      if (code === 0x5c) {
        text += this.escape();
        continue;
      }
      if (code === 0x28) depth++;
      else if (code === 0x29 && --depth === 0) return text;
      text += String.fromCharCode(code);
    }
  }

  private escape(): string {
    const code = this.byte();
    this.at++;
    const plain = escapes.get(code);
    if (plain !== undefined) return plain;
    if (code === 13 && this.byte() === 10) this.at++;
    if (code === 13 || code === 10) return '';
    if (code < 0x30 || code > 0x37) return String.fromCharCode(code);
    let value = code - 0x30;
    for (let i = 0; i < 2 && this.byte() >= 0x30 && this.byte() <= 0x37; i++, this.at++)
      value = value * 8 + this.byte() - 0x30;
    return String.fromCharCode(value & 0xff);
  }

  /** From after `BI` to after the `EI` that ends its data (8.9.7). */
  skipInlineImage(): void {
    while (this.at < this.bytes.length) {
      const ends = this.byte() === 0x45 && this.byte(1) === 0x49 && this.kind(this.byte(2)) === white;
      if (ends && this.kind(this.byte(-1)) === white) {
        this.at += 2;
        return;
      }
      this.at++;
    }
  }
}

const escapes: ReadonlyMap<number, string> = new Map([
  [0x6e, '\n'],
  [0x72, '\r'],
  [0x74, '\t'],
  [0x62, '\b'],
  [0x66, '\f'],
]);

function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0x41 && code <= 0x46) return code - 0x37;
  return code >= 0x61 && code <= 0x66 ? code - 0x57 : -1;
}
