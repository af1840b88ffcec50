// Every rule, in the order in which their findings on one spot are told. A new rule is one file and one line here.
import type { Rule } from './rule.ts';
import { headingOrder } from './rules/accessibility/heading-order.ts';
import { titleLength } from './rules/anatomy/title-length.ts';
import { disable } from './rules/comments/disable.ts';
import { backwardRange } from './rules/facts/backward-range.ts';
import { embargo } from './rules/facts/embargo.ts';
import { farYear } from './rules/facts/far-year.ts';
import { impossibleDate } from './rules/facts/impossible-date.ts';
import { impossibleTime } from './rules/facts/impossible-time.ts';
import { pastEvent } from './rules/facts/past-event.ts';
import { sameQuantity } from './rules/facts/same-quantity.ts';
import { sum } from './rules/facts/sum.ts';
import { weekday } from './rules/facts/weekday.ts';
import { apostrophe } from './rules/typography/apostrophe.ts';

export const rules: readonly Rule[] = [
  // Anatomy
  titleLength,

  // Dates and facts
  weekday,
  impossibleDate,
  impossibleTime,
  backwardRange,
  pastEvent,
  farYear,
  embargo,
  sum,
  sameQuantity,

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
