// What the YAML files of a brand have in common: texts, languages, email addresses.
import { z } from 'zod';
import { isLanguage } from '../language.ts';

export const text = z.string().trim().min(1);
export const byLanguage = z.record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/), text);
export const email = z.email();
/** Three letters may name a language that the runtime does not know: the Creole of Guadeloupe, `gcf`. */
export const isTongue = (tag: string): boolean =>
  isLanguage(tag) || /^[a-z]{3}(-[A-Za-z0-9]{2,8})*$/.test(tag);
export const language = z.string().refine(isTongue, { error: 'language' });
