// Every rule, in the order in which their findings on one spot are told. A new rule is one file and one line here.
import type { Rule } from './rule.ts';
import { altText } from './rules/accessibility/alt-text.ts';
import { capitals } from './rules/accessibility/capitals.ts';
import { colourCue } from './rules/accessibility/colour-cue.ts';
import { emojiRule } from './rules/accessibility/emoji.ts';
import { headingOrder } from './rules/accessibility/heading-order.ts';
import { imageAlt } from './rules/accessibility/image-alt.ts';
import { linkText } from './rules/accessibility/link-text.ts';
import { passageLanguage } from './rules/accessibility/passage-language.ts';
import { readability } from './rules/accessibility/readability.ts';
import { sentenceLength } from './rules/accessibility/sentence-length.ts';
import { tableHeaders } from './rules/accessibility/table-headers.ts';
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
import { agreement } from './rules/grammar/agreement.ts';
import { acronym } from './rules/names/acronym.ts';
import { capital } from './rules/names/capital.ts';
import { inclusive } from './rules/names/inclusive.ts';
import { title } from './rules/names/title.ts';
import { variant } from './rules/names/variant.ts';
import { vocabulary } from './rules/names/vocabulary.ts';
import { doubledSpace } from './rules/paste/doubled-space.ts';
import { emptyLink } from './rules/paste/empty-link.ts';
import { headingId } from './rules/paste/heading-id.ts';
import { lostLink } from './rules/paste/lost-link.ts';
import { mojibake } from './rules/paste/mojibake.ts';
import { nbsp } from './rules/paste/nbsp.ts';
import { orphanColon } from './rules/paste/orphan-colon.ts';
import { protectedAddress } from './rules/paste/protected-address.ts';
import { softHyphen } from './rules/paste/soft-hyphen.ts';
import { texOrdinal } from './rules/paste/tex-ordinal.ts';
import { textBullet } from './rules/paste/text-bullet.ts';
import { tracking } from './rules/paste/tracking.ts';
import { wordResidue } from './rules/paste/word-residue.ts';
import { zeroWidth } from './rules/paste/zero-width.ts';
import { attachment } from './rules/privacy/attachment.ts';
import { confidential } from './rules/privacy/confidential.ts';
import { contactMobile } from './rules/privacy/contact-mobile.ts';
import { email } from './rules/privacy/email.ts';
import { embargoedText } from './rules/privacy/embargoed-text.ts';
import { homeAddress } from './rules/privacy/home-address.ts';
import { identifier } from './rules/privacy/identifier.ts';
import { imagePosition } from './rules/privacy/image-position.ts';
import { mobilePhone } from './rules/privacy/phone.ts';
import { word } from './rules/spelling/word.ts';
import { frontmatter } from './rules/translations/frontmatter.ts';
import { structure } from './rules/translations/structure.ts';
import { untranslated } from './rules/translations/untranslated.ts';
import { accentedCapital } from './rules/typography/accented-capital.ts';
import { apostrophe } from './rules/typography/apostrophe.ts';
import { arabicPunctuation } from './rules/typography/arabic-punctuation.ts';
import { boundSpace } from './rules/typography/bound-space.ts';
import { civility } from './rules/typography/civility.ts';
import { commaSpace } from './rules/typography/comma-space.ts';
import { dash } from './rules/typography/dash.ts';
import { dateForm } from './rules/typography/date-form.ts';
import { ellipsis } from './rules/typography/ellipsis.ts';
import { hour } from './rules/typography/hour.ts';
import { ligature } from './rules/typography/ligature.ts';
import { openingMark } from './rules/typography/opening-mark.ts';
import { ordinal } from './rules/typography/ordinal.ts';
import { phone } from './rules/typography/phone.ts';
import { punctuationSpace } from './rules/typography/punctuation-space.ts';
import { quoteSpace } from './rules/typography/quote-space.ts';
import { quotes } from './rules/typography/quotes.ts';
import { range } from './rules/typography/range.ts';
import { symbol } from './rules/typography/symbol.ts';
import { thousands } from './rules/typography/thousands.ts';
import { unitSpace } from './rules/typography/unit-space.ts';

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
  emptyLink,
  lostLink,
  orphanColon,
  mojibake,
  wordResidue,
  protectedAddress,
  texOrdinal,
  textBullet,
  tracking,
  doubledSpace,
  nbsp,
  softHyphen,
  zeroWidth,
  headingId,

  // Typography
  apostrophe,
  quotes,
  punctuationSpace,
  quoteSpace,
  commaSpace,
  ellipsis,
  dash,
  range,
  ordinal,
  hour,
  dateForm,
  unitSpace,
  boundSpace,
  thousands,
  phone,
  accentedCapital,
  ligature,
  civility,
  openingMark,
  arabicPunctuation,
  symbol,

  // Grammar
  agreement,

  // Names
  vocabulary,
  variant,
  capital,
  title,
  acronym,
  inclusive,

  // Accessibility
  headingOrder,
  altText,
  capitals,
  colourCue,
  emojiRule,
  imageAlt,
  linkText,
  passageLanguage,
  readability,
  sentenceLength,
  tableHeaders,

  // Privacy and safety
  identifier,
  mobilePhone,
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
  word,

  // Comments
  disable,
];
