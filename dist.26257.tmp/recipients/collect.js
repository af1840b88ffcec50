import { makeHeaderNames, readHeader } from './columns.js';
import { headerProblem, opinionColumn } from './header.js';
import { makeInterpreter } from './interpret.js';
export function collectRows(file, meanings, map) {
    const learn = makeColumnReader(file, map);
    const interpret = makeInterpreter(file, meanings);
    const recipients = [];
    const rejectedKeys = [];
    const findings = [];
    let kept = [];
    let rows = 0;
    let readable = true;
    const addRow = (row) => {
        if (!readable)
            return;
        const header = learn(row);
        findings.push(...header.findings);
        if (row.cells === row.header) {
            const problem = headerProblem(file, row, header.columns);
            if (problem !== undefined)
                findings.push(problem);
            readable = problem === undefined;
        }
        else {
            rows += 1;
            const { recipient, key, findings: found } = interpret(row, header.columns);
            findings.push(...found);
            if (recipient !== undefined)
                recipients.push(recipient);
            else if (key !== undefined)
                rejectedKeys.push(key);
        }
        // Names of a line that proved to be data are nobody's business.
        if (readable)
            kept = header.kept;
    };
    const result = () => {
        const silent = rows === 0 && findings.every(({ severity }) => severity !== 'error');
        return {
            rows,
            recipients,
            rejectedKeys,
            findings: silent ? [...findings, emptyList(file)] : findings,
            kept,
        };
    };
    return { sink: { row: addRow, finding: (finding) => findings.push(finding) }, result };
}
/** Reads each header once; JSON lines and vCards may change it from row to row. */
function makeColumnReader(file, map) {
    const names = makeHeaderNames();
    const known = new WeakMap();
    const opinions = new Set();
    const kept = new Set();
    let keptNames = [];
    return (row) => {
        const before = known.get(row.header);
        if (before !== undefined)
            return { columns: before, kept: keptNames, findings: nothing };
        const columns = readHeader(row.header, map, names);
        known.set(row.header, columns);
        for (const column of columns)
            if (column.kind === 'kept')
                kept.add(column.name);
        if (kept.size > keptNames.length)
            keptNames = [...kept];
        const fresh = columns.filter(({ kind, header }) => kind === 'opinion' && !opinions.has(header));
        for (const { header } of fresh)
            opinions.add(header);
        return {
            columns,
            kept: keptNames,
            findings: fresh.map((column) => opinionColumn(file, row.line, column)),
        };
    };
}
const nothing = [];
const emptyList = (file) => ({
    rule: 'list/empty',
    severity: 'warning',
    place: { file, line: 1, column: 1 },
    message: { fr: 'La liste est vide', en: 'The list is empty' },
    remedy: { fr: 'Vérifiez que c’est le bon fichier.', en: 'Check that it is the right file.' },
});
