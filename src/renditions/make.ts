// The list of renditions, each with its maker.
import { makeEmail } from './email.ts';
import type { Kit } from './kit.ts';
import { makePage } from './page.ts';
import { makePdf } from './pdf.ts';
import type { Edition, Rendition, RenditionName, Workshop } from './rendition.ts';
import { makeText } from './text.ts';

export type Maker = (edition: Edition, kit: Kit, workshop: Workshop) => Promise<Rendition>;

export const makers: Readonly<Record<RenditionName, Maker>> = {
  page: makePage,
  email: makeEmail,
  text: makeText,
  pdf: makePdf,
};
