export const renditionNames = ['page', 'email', 'text', 'pdf'];
/** The file of a rendition in `build/<id>/`. */
export const renditionFile = (name, id) => ({ page: 'index.html', email: 'email.html', text: `${id}.txt`, pdf: `${id}.pdf` })[name];
/** What a document may ask for while it is printed lives here. `.invalid` never resolves (RFC 2606). */
export const virtualOrigin = 'https://release.invalid';
