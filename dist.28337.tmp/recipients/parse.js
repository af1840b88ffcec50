import { collectRows } from './collect.js';
import { readCsv } from './csv.js';
import { doubtEncoding, toUtf8 } from './decode.js';
import { formatOf } from './format.js';
import { readJsonLines } from './jsonl.js';
import { makeLanguageNames } from './language.js';
import { makeGazetteer } from './region.js';
import { readVCards } from './vcard.js';
import { readWorkbook } from './xlsx.js';
export const makeMeanings = () => ({ gazetteer: makeGazetteer(), languages: makeLanguageNames() });
/** Never throws for what the bytes say. `file` names the list in findings; its ending helps to tell the format. */
export async function parseList(file, bytes, meanings, options = {}) {
    const { sink, result } = collectRows(file, meanings, options.map ?? new Map());
    const format = formatOf(file, bytes);
    if (typeof format === 'object') {
        sink.finding({ rule: 'list/format', severity: 'error', place: { file, line: 1, column: 1 }, ...format });
        return { file, format: null, encoding: null, ...result() };
    }
    if (format === 'xlsx') {
        await readWorkbook(file, bytes, sink);
        return { file, format, encoding: null, ...result() };
    }
    const encoding = await readText(file, bytes, format, sink, options.encoding);
    return { file, format, encoding, ...result() };
}
/** @returns the encoding it was in, or null where that could not be told. */
async function readText(file, bytes, format, sink, label) {
    const decoded = toUtf8(bytes, label);
    if (decoded === undefined) {
        sink.finding(wrongEncoding(file, label ?? ''));
        return null;
    }
    const doubt = doubtEncoding(file, decoded);
    if (doubt !== undefined)
        sink.finding(doubt);
    if (format === 'csv')
        await readCsv(file, decoded.bytes, sink);
    else if (format === 'vcard')
        await readVCards(file, decoded.bytes.toString(), sink);
    else
        readJsonLines(file, decoded.bytes, sink);
    return decoded.encoding;
}
const wrongEncoding = (file, label) => ({
    rule: 'list/encoding',
    severity: 'error',
    place: { file, line: 1, column: 1 },
    message: {
        fr: `Le fichier n’est pas en « ${label} », ou cet encodage est inconnu`,
        en: `The file is not in “${label}”, or that encoding is unknown`,
    },
    remedy: {
        fr: 'Essayez sans --encoding, ou avec utf-8, windows-1252, macintosh, utf-16le.',
        en: 'Try without --encoding, or with utf-8, windows-1252, macintosh, utf-16le.',
    },
});
