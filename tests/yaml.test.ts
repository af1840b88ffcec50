// What YAML that people write by hand says, and all that is wrong with it, told at once.
import { describe, expect, it } from 'vitest';
import { parseRelease } from '../src/release/parse.ts';
import { parseYaml } from '../src/yaml.ts';

const told = (yaml: string): readonly string[] =>
  parseYaml(yaml, 'x.yaml', 'x').findings.map(
    ({ rule, place, message }) => `${place.line}:${place.column} ${rule} ${message.en}`,
  );

describe('a key that is written twice', () => {
  it('is told at each repetition, at any depth, and its first value stands', () => {
    const yaml = 'a: 1\nb: {c: 1, c: 2}\na: 2\nd:\n  - e: 1\n    e: 2\na: 3\n';
    expect(told(yaml)).toEqual([
      '3:1 x/duplicate-key `a` is already written in line 1',
      '7:1 x/duplicate-key `a` is already written in line 1',
      '2:11 x/duplicate-key `c` is already written in line 2',
      '6:5 x/duplicate-key `e` is already written in line 5',
    ]);
    expect(parseYaml(yaml, 'x.yaml', 'x').data).toEqual({ a: 1, b: { c: 1 }, d: [{ e: 1 }] });
  });

  it('hides no other fault of a frontmatter, and brings none with it', () => {
    const header = 'title: Un titre\ndate: 2020-02-30\ntitle:\nsumary: x\nregions: [FR-XX]\nregions: [FR]\n';
    const { findings } = parseRelease(
      { file: 'releases/2020-02-28-x.md', text: `---\n${header}---\n\n[a](javascript:b)\n` },
      { language: 'fr', languages: ['fr'], city: { fr: 'Paris' }, country: 'FR' },
    );
    expect(findings.map(({ rule, place }) => `${place.line} ${rule}`).sort()).toEqual([
      '10 markdown/link-target',
      '3 frontmatter/invalid',
      '4 frontmatter/duplicate-key',
      '5 frontmatter/unknown-key',
      '6 frontmatter/invalid',
      '7 frontmatter/duplicate-key',
    ]);
  });

  it('is told beside what cannot be read at all', () => {
    expect(told('a: 1\na: 2\nb: "c\n').map((line) => line.split(' ')[1])).toEqual([
      'x/yaml',
      'x/duplicate-key',
    ]);
  });
});
