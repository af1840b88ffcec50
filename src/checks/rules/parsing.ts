// The findings of reading a file, told by parseRelease before any rule runs; listed so that settings and comments may name them.

/** Each with what it says of the file, in English, as machine formats describe it. */
export const parsingRules: Readonly<Record<string, string>> = {
  'source/empty': 'The file is empty.',
  'source/too-large': 'The file holds more than a million characters.',
  'frontmatter/missing': 'The file has no frontmatter.',
  'frontmatter/yaml': 'The frontmatter is not readable YAML.',
  'frontmatter/duplicate-key': 'A frontmatter key stands twice.',
  'frontmatter/unknown-key': 'A frontmatter key is unknown; the nearest known one is suggested.',
  'frontmatter/required': 'A required frontmatter key is missing.',
  'frontmatter/invalid': 'A frontmatter value is not of the kind its key takes.',
  'frontmatter/language': 'The file name and the frontmatter disagree on the language.',
  'frontmatter/embargo': 'The embargo is no instant: no time, no zone, or a time that does not exist.',
  'markdown/raw-html': 'The text holds raw HTML.',
  'markdown/directive': 'A directive is unknown or lacks something.',
  'markdown/link-target': 'A link has a scheme that a release may not use.',
};

export const parsingRuleIds: readonly string[] = Object.keys(parsingRules);
