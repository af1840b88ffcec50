// Every rule, in the order in which their findings on one spot are told. A new rule is one file and one line here.
import type { Rule } from './rule.ts';
import { headingOrder } from './rules/accessibility/heading-order.ts';
import { advisory } from './rules/anatomy/advisory.ts';
import { boilerplate } from './rules/anatomy/boilerplate.ts';
import { contact } from './rules/anatomy/contact.ts';
import { correction } from './rules/anatomy/correction.ts';
import { dateline } from './rules/anatomy/dateline.ts';
import { endMark } from './rules/anatomy/end-mark.ts';
import { fileName } from './rules/anatomy/file-name.ts';
import { lead } from './rules/anatomy/lead.ts';
import { leftover } from './rules/anatomy/leftover.ts';
import { placeholder } from './rules/anatomy/placeholder.ts';
import { repeatedPart } from './rules/anatomy/repeated-part.ts';
import { titleCapitals } from './rules/anatomy/title-capitals.ts';
import { titleLength } from './rules/anatomy/title-length.ts';
import { titlePeriod } from './rules/anatomy/title-period.ts';
import { wordCount } from './rules/anatomy/word-count.ts';
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
import { acronym } from './rules/names/acronym.ts';
import { inclusive } from './rules/names/inclusive.ts';
import { title } from './rules/names/title.ts';
import { variant } from './rules/names/variant.ts';
import { vocabulary } from './rules/names/vocabulary.ts';
import { attachment } from './rules/privacy/attachment.ts';
import { confidential } from './rules/privacy/confidential.ts';
import { contactMobile } from './rules/privacy/contact-mobile.ts';
import { email } from './rules/privacy/email.ts';
import { embargoedText } from './rules/privacy/embargoed-text.ts';
import { homeAddress } from './rules/privacy/home-address.ts';
import { identifier } from './rules/privacy/identifier.ts';
import { imagePosition } from './rules/privacy/image-position.ts';
import { phone } from './rules/privacy/phone.ts';
import { frontmatter } from './rules/translations/frontmatter.ts';
import { structure } from './rules/translations/structure.ts';
import { untranslated } from './rules/translations/untranslated.ts';
import { apostrophe } from './rules/typography/apostrophe.ts';

export const rules: readonly Rule[] = [
  // Anatomy
  titleLength,
  titlePeriod,
  titleCapitals,
  lead,
  dateline,
  repeatedPart,
  fileName,
  boilerplate,
  contact,
  advisory,
  correction,
  placeholder,
  leftover,
  endMark,
  wordCount,

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
  vocabulary,
  variant,
  title,
  acronym,
  inclusive,

  // Accessibility
  headingOrder,

  // Privacy and safety
  identifier,
  phone,
  email,
  homeAddress,
  contactMobile,
  confidential,
  embargoedText,
  imagePosition,
  attachment,

  // Translations
  frontmatter,
  structure,
  untranslated,

  // Spelling

  // Comments
  disable,
];
