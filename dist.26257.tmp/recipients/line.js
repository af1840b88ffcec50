import { maskAddress } from './recipient.js';
import { cleanText } from './text.js';
const noFields = Object.freeze({});
/** Complaints name the line and the masked address: enough to find it, nothing to publish. */
export function openLine(file, row, columns) {
    const cells = new Map();
    const fields = {};
    const findings = [];
    let keeps = false;
    for (const [index, column] of columns.entries()) {
        const cell = row.cells[index] ?? '';
        if (cell.trim() === '')
            continue;
        if (column.kind === 'known')
            cells.set(column.name, cell);
        if (column.kind !== 'kept')
            continue;
        fields[column.name] = cleanText(cell);
        keeps = true;
    }
    const cell = (name) => cells.get(name) ?? '';
    const complain = ({ message, ...complaint }) => {
        const shown = maskAddress(cell('address'));
        findings.push({
            ...complaint,
            place: { file, line: row.line, column: 1 },
            message: shown === '…'
                ? { fr: capital(message.fr), en: capital(message.en) }
                : { fr: `${shown} : ${message.fr}`, en: `${shown}: ${message.en}` },
        });
    };
    return { row, cell, fields: keeps ? fields : noFields, findings, complain };
}
const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
