// What a check says: which rule, how grave, where, in both languages of the interface, and its fix.
export const isError = (finding) => finding.severity === 'error';
/** `file:line:column message. Remedy` in one language. */
export function tellFinding({ place, message, remedy }, language) {
    const where = `${place.file}:${place.line}:${place.column}`;
    return `${where} ${message[language]}.${remedy === undefined ? '' : ` ${remedy[language]}`}`;
}
