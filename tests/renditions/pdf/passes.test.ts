// The passes over the structure tree, on trees small enough to read.
import { describe, expect, test } from 'vitest';
import { mirror, readRuns } from '../../../src/renditions/pdf/bidi.ts';
import { dropDecoration } from '../../../src/renditions/pdf/decoration.ts';
import { completeFigures } from '../../../src/renditions/pdf/figures.ts';
import { mendUnicode, parseToUnicode } from '../../../src/renditions/pdf/fonts.ts';
import { closeHeadingGaps } from '../../../src/renditions/pdf/headings.ts';
import { completeLists } from '../../../src/renditions/pdf/lists.ts';
import type { MarkContent, Reading } from '../../../src/renditions/pdf/marks.ts';
import { pdfDate } from '../../../src/renditions/pdf/metadata.ts';
import { resolveParagraphs } from '../../../src/renditions/pdf/paragraphs.ts';
import { settleLanguages } from '../../../src/renditions/pdf/passages.ts';
import type { Run } from '../../../src/renditions/pdf/run.ts';
import { type Shown, showMarks } from '../../../src/renditions/pdf/shown.ts';
import {
  type Element,
  elementOf,
  isElement,
  isMark,
  type Kid,
} from '../../../src/renditions/pdf/structure.ts';
import { completeTables } from '../../../src/renditions/pdf/tables.ts';
import { formatToUnicode } from '../../../src/renditions/pdf/unicode.ts';
import { wordsAtLineEnds } from '../../../src/renditions/pdf/word-breaks.ts';

const run = (text: string, place: Partial<Run> = {}): Run => ({
  text,
  rightToLeft: false,
  x: 0,
  y: 100,
  size: 11,
  font: undefined,
  after: 0,
  ...place,
});

/** Marks 0, 1, 2 … of one page: text, a picture (`null`), or lines (`''`). */
function shownOf(...texts: readonly (string | null | readonly Run[])[]): Shown {
  const marks = texts.map((text): MarkContent => {
    const runs = typeof text === 'string' ? (text === '' ? [] : [run(text)]) : (text ?? []);
    return {
      runs,
      drawsImage: text === null,
      drawsForm: false,
      box: text === null ? [10, 20, 30.004, 40] : null,
    };
  });
  const reading = { marks: new Map(marks.entries()) } as unknown as Reading;
  return showMarks([reading]);
}

const mark = (mcid: number): Kid => ({ kind: 'mark', stream: 0, mcid });
const e = (type: string, ...kids: readonly (Kid | number)[]): Element =>
  elementOf(
    type,
    kids.map((kid) => (typeof kid === 'number' ? mark(kid) : kid)),
  );
/** Chromium's way of writing a text. */
const t = (mcid: number): Element => e('NonStruct', mcid);

/** `P(0 Span(1))` */
const told = (kid: Kid): string => {
  if (isMark(kid)) return String(kid.mcid);
  if (!isElement(kid)) return 'link';
  return kid.kids.length === 0 ? kid.type : `${kid.type}(${kid.kids.map(told).join(' ')})`;
};

describe('paragraphs', () => {
  const words = shownOf('a', 'b', 'c', 'd', ' ');
  const resolved = (...kids: readonly (Kid | number)[]) =>
    told(resolveParagraphs(e('Document', ...kids), words));

  test('take in the texts that Chromium wraps one by one', () => {
    expect(resolved(e('P', t(0), e('Strong', t(1)), t(2)))).toBe('Document(P(0 Strong(1) 2))');
  });

  test('are made for bare text, between the blocks that surround it', () => {
    expect(resolved(t(0), e('Em', t(1)), e('P', t(2)), t(3))).toBe('Document(P(0 Em(1)) P(2) P(3))');
    expect(resolved(e('NonStruct', t(0)), e('NonStruct', t(1)))).toBe('Document(P(0) P(1))');
  });

  test('are not made of lone spaces', () => {
    expect(resolved(e('P', t(0)), t(4), e('P', t(1)))).toBe('Document(P(0) P(1))');
  });

  test('keep items and cells as they are when these hold one line, else give each block its own', () => {
    expect(resolved(e('Table', e('TR', e('TD', t(0)), e('TD', t(1), e('P', t(2))))))).toBe(
      'Document(Table(TR(TD(0) TD(P(1) P(2)))))',
    );
  });

  test('hold passages in another language as spans', () => {
    const passage = { ...e('NonStruct', t(1)), lang: 'en' };
    expect(resolved(e('P', t(0), passage, t(2)))).toBe('Document(P(0 Span(1) 2))');
    expect(resolved(t(0), passage)).toBe('Document(P(0 Span(1)))');
  });
});

describe('headings', () => {
  const levels = (...types: readonly string[]) =>
    closeHeadingGaps(e('Document', ...types.map((type) => e(type)))).kids.map(told);

  test('begin at H1 and go down one level at a time', () => {
    expect(levels('H1', 'H3', 'H3', 'H2', 'H4')).toEqual(['H1', 'H2', 'H2', 'H2', 'H3']);
    expect(levels('H2', 'H3', 'H1')).toEqual(['H1', 'H2', 'H1']);
  });

  test('that are right stay the same tree', () => {
    const tree = e('Document', e('H1'), e('H2'));
    expect(closeHeadingGaps(tree)).toBe(tree);
  });
});

describe('lists', () => {
  test('get a body for each item, and a letter for a bullet drawn with lines', () => {
    const list = {
      ...e('L', e('LI', e('Lbl', 0), t(1), e('L', e('LI', t(2))))),
      attributes: { listNumbering: 'Disc' },
    };
    const complete = completeLists(e('Document', list), shownOf('', 'a', 'b'));
    expect(told(complete)).toBe('Document(L(LI(Lbl(0) LBody(NonStruct(1) L(LI(LBody(NonStruct(2))))))))');
    const [found] = complete.kids;
    expect(
      found && isElement(found) && found.kids[0] && isElement(found.kids[0]) && found.kids[0].kids[0],
    ).toMatchObject({ actual: '•' });
  });

  test.each([
    ['a. ', 'LowerAlpha'],
    ['ii. ', 'LowerRoman'],
    ['3. ', 'Decimal'],
    ['– ', 'Disc'],
  ])('are numbered as their first label shows: %s', (label, numbering) => {
    const [list] = completeLists(e('Document', e('L', e('LI', e('Lbl', 0), t(1)))), shownOf(label, 'x')).kids;
    expect(list).toMatchObject({ attributes: { listNumbering: numbering } });
  });
});

describe('tables', () => {
  const th = (id: string | null, kid = 0): Element => ({ ...e('TH', t(kid)), id });
  const td = (...headers: readonly string[]): Element => ({ ...e('TD', t(0)), attributes: { headers } });

  test('name header cells in reading order, whatever the process called them', () => {
    const table = (a: string, b: string) =>
      completeTables(e('Document', e('Table', e('TR', th(a), th(b)), e('TR', td(a), td(b)))));
    expect(table('node00000017', 'node00000018')).toEqual(table('node00002000', 'node00002001'));
    expect(told(table('x', 'y'))).toBe(
      'Document(Table(THead(TR(TH(NonStruct(0)) TH(NonStruct(0)))) TBody(TR(TD(NonStruct(0)) TD(NonStruct(0))))))',
    );
  });

  test('have an empty cell where Chromium left one out', () => {
    const head = e('TR', th('a'), th('b'), th('c'));
    const [table] = completeTables(
      e('Document', e('Table', head, e('TR', td('a'), td('c')), e('TR', td('a'), td('b')))),
    ).kids;
    expect(table && told(table)).toContain(
      'TBody(TR(TD(NonStruct(0)) TD TD(NonStruct(0))) TR(TD(NonStruct(0)) TD(NonStruct(0)) TD))',
    );
  });
});

describe('decoration', () => {
  test('is left out: borders, backgrounds, empty elements; pictures, bullets and empty cells stay', () => {
    const tree = e(
      'Document',
      e('NonStruct', 0),
      e('Aside', 0, e('P', t(1))),
      e('Figure', 0),
      e('LI', e('Lbl', 0)),
      e('TD', 0),
    );
    expect(told(dropDecoration(tree, shownOf('', 'a')))).toBe(
      'Document(Aside(P(NonStruct(1))) Figure(0) LI(Lbl(0)) TD)',
    );
  });
});

describe('figures', () => {
  test('around an image and its caption are a group, so that the caption is read', () => {
    const tree = completeFigures(
      e('Document', e('Figure', { ...e('Figure', 0), alt: 'x' }, e('Caption', t(1)))),
      shownOf(null, 'a'),
    );
    expect(told(tree)).toBe('Document(Div(Figure(0) Caption(NonStruct(1))))');
    const [group] = tree.kids;
    expect(group && isElement(group) && group.kids[0]).toMatchObject({
      attributes: { bbox: [10, 20, 30, 40] },
    });
  });
});

describe('languages', () => {
  test('are said only where they change', () => {
    const tree = { ...e('Document', { ...e('P'), lang: 'fr' }, { ...e('P'), lang: 'en' }), lang: 'fr' };
    expect(settleLanguages(tree, 'fr')).toMatchObject({ lang: null, kids: [{ lang: null }, { lang: 'en' }] });
  });
});

describe('line ends', () => {
  const ends = (one: string, other: string, place: Partial<Run> = { y: 85 }) =>
    wordsAtLineEnds(e('P', 0), shownOf([run(one), run(other, place)])).size;

  test('are word ends unless a hyphen, a stroke or a dash between letters goes on', () => {
    expect(ends('un mot', 'un autre')).toBe(1);
    expect(ends('un mot –', 'une incise')).toBe(1);
    expect(ends('porte-', 'parole')).toBe(0);
    expect(ends('et/', 'ou')).toBe(0);
    expect(ends('mot—', 'mot')).toBe(0);
    expect(ends('un mot ', 'un autre')).toBe(0);
  });

  test('are not where a superscript rises', () => {
    expect(ends('1', 'er', { y: 104, size: 8 })).toBe(0);
  });
});

describe('right-to-left text', () => {
  const rtl = (text: string): Run => run(text, { rightToLeft: true });

  test('is read from the last run drawn to the first, numbers and Latin words in their own order', () => {
    const drawn = [
      run('.'),
      run('12'),
      run(' '),
      rtl('رارقلا'),
      run(' '),
      run('Paris 2020'),
      run(' '),
      rtl('يف'),
    ];
    expect(readRuns(drawn, 'rtl', new Set())).toBe('يف Paris 2020 رارقلا 12.');
  });

  test('within a left-to-right line keeps the order of its own words', () => {
    expect(readRuns([run('dit '), rtl('B'), run(' '), rtl('A'), run(' fin')], 'ltr', new Set())).toBe(
      'dit A B fin',
    );
  });

  test('keeps an address whole that runs over the end of a line', () => {
    const lines = [run('https://presse.example.org/2021-05-'), run('18-reseaux/', { y: 86 })];
    expect(readRuns(lines, 'rtl', new Set())).toBe('https://presse.example.org/2021-05-18-reseaux/');
    const words = [rtl('بأ'), run('Paris', { y: 86 })];
    expect(readRuns(words, 'rtl', new Set())).toBe('بأ Paris');
  });

  test('has its brackets turned', () => {
    expect(readRuns([run(')'), run('78'), run('(')].toReversed(), 'rtl', new Set())).toBe('(78)');
    expect(mirror('«')).toBe('»');
  });
});

describe('Unicode of glyphs', () => {
  test('is read from chars and ranges, written and read again', () => {
    const cmap =
      '2 beginbfchar\n<0084> <00660066006C>\n<0001> <0020>\nendbfchar\n1 beginbfrange\n<0010> <0012> <0061>\nendbfrange';
    const unicode = parseToUnicode(cmap);
    expect([...unicode]).toEqual([
      [0x84, 'ffl'],
      [1, ' '],
      [0x10, 'a'],
      [0x11, 'b'],
      [0x12, 'c'],
    ]);
    expect([...parseToUnicode(formatToUnicode(unicode, 2))].toSorted()).toEqual([...unicode].toSorted());
  });

  test('has no forbidden value, and the apostrophe that texts use', () => {
    const fine = new Map([[1, 'a']]);
    expect(mendUnicode(fine)).toBe(fine);
    expect([
      ...mendUnicode(
        new Map([
          [1, '\u02bc'],
          [2, '\0'],
          [3, '\ufeff'],
        ]),
      ),
    ]).toEqual([[1, '’']]);
  });
});

test('dates are told as PDF wants them', () => {
  expect(pdfDate('2020-11-25T10:00:00+01:00')).toBe("D:20201125100000+01'00'");
  expect(pdfDate('2020-11-25T09:00:00.5Z')).toBe("D:20201125090000+00'00'");
  expect(pdfDate('2020-11-25')).toBe('D:20201125');
  expect(() => pdfDate('25 novembre')).toThrow('RFC 3339');
});
