// The list of renditions, each with its maker.
import { makeEmail } from './email.js';
import { makePage } from './page.js';
import { makePdf } from './pdf.js';
import { makeText } from './text.js';
export const makers = {
    page: makePage,
    email: makeEmail,
    text: makeText,
    pdf: makePdf,
};
