// Every rule, in the order in which their findings on one spot are told. A new rule is one file and one line here.
import type { Rule } from './rule.ts';
import { headingOrder } from './rules/accessibility/heading-order.ts';
import { titleLength } from './rules/anatomy/title-length.ts';
import { disable } from './rules/comments/disable.ts';
import { apostrophe } from './rules/typography/apostrophe.ts';

export const rules: readonly Rule[] = [
  // Anatomy
  titleLength,

  // Dates and facts

  // Paste damage

  // Typography
  apostrophe,

  // Names

  // Accessibility
  headingOrder,

  // Privacy and safety

  // Translations

  // Spelling

  // Comments
  disable,
];
