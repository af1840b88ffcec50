/**
 * Numbers come as digits, dates as `YYYY-MM-DD`. Row numbers are those Excel shows.
 * Other sheets are named in a warning: whoever stands on them is not read.
 */
export async function readWorkbook(file, bytes, sink) {
    const { default: readXlsxFile } = await import('read-excel-file/node');
    let sheets;
    try {
        sheets = await readXlsxFile(Buffer.from(bytes));
    }
    catch {
        sink.finding(unreadable(file));
        return;
    }
    const [first, ...others] = sheets.filter(({ data }) => data.some((row) => !isBlank(row)));
    if (others.length > 0)
        sink.finding(otherSheets(file, first?.sheet ?? '', others.map(({ sheet }) => sheet)));
    let header;
    for (const [index, row] of (first?.data ?? []).entries()) {
        if (isBlank(row))
            continue;
        const cells = row.map(cellText);
        header ??= cells;
        sink.row({ line: index + 1, header, cells });
    }
}
const isBlank = (row) => row.every((cell) => cell === null || cell === '');
function cellText(cell) {
    if (cell === null || cell === undefined)
        return '';
    return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
const unreadable = (file) => ({
    rule: 'list/format',
    severity: 'error',
    place: { file, line: 1, column: 1 },
    message: { fr: 'Ce classeur Excel est illisible', en: 'This Excel workbook cannot be read' },
    remedy: {
        fr: 'Ouvrez-le et enregistrez-le de nouveau en .xlsx, sans mot de passe.',
        en: 'Open it and save it again as .xlsx, without a password.',
    },
});
const otherSheets = (file, read, others) => ({
    rule: 'list/sheets',
    severity: 'warning',
    place: { file, line: 1, column: 1 },
    message: {
        fr: `Seule la feuille « ${read} » est lue, pas : ${others.join(', ')}`,
        en: `Only the sheet “${read}” is read, not: ${others.join(', ')}`,
    },
    remedy: {
        fr: 'Réunissez les journalistes dans une seule feuille.',
        en: 'Bring the journalists together on one sheet.',
    },
});
