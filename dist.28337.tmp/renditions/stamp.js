// Stamp: sizes and times of everything a build read and wrote, so that one with nothing to do ends before it reads. I/O.
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
/** How many releases stand built, when nothing at all has changed since the stamp for `key` was written; else undefined. */
export function unchangedSince(root, path, key) {
    const stamp = readStamp(join(root, path));
    if (stamp?.key !== key)
        return undefined;
    for (const folder of stamp.folders) {
        for (const file of filesIn(root, folder))
            if (!(file in stamp.inputs))
                return undefined;
    }
    const same = (file, before, limit) => {
        const now = look(join(root, file));
        if (now === null || before === null)
            return now === before;
        return now[0] === before[0] && now[1] === before[1] && now[1] < limit;
    };
    for (const file in stamp.inputs)
        if (!same(file, stamp.inputs[file] ?? null, stamp.taken))
            return undefined;
    for (const file in stamp.outputs) {
        if (!same(file, stamp.outputs[file] ?? null, Number.POSITIVE_INFINITY))
            return undefined;
    }
    return stamp.releases;
}
/** Looks at every file of `folders` and at `files`, to be taken before any is read. Paths are relative to the workspace. */
export function lookAt(root, folders, files) {
    const all = [...folders.flatMap((folder) => filesIn(root, folder)), ...files];
    return Object.fromEntries(all.map((file) => [file, look(join(root, file))]));
}
/** Remembers a build that ended well. */
export function writeStamp(root, path, stamp) {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    const temporary = `${target}.${process.pid}.tmp`;
    writeFileSync(temporary, JSON.stringify(stamp));
    renameSync(temporary, target);
}
function readStamp(path) {
    try {
        return JSON.parse(readFileSync(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}
function look(path) {
    const found = statSync(path, { throwIfNoEntry: false });
    return found === undefined ? null : [found.size, found.mtimeMs];
}
function filesIn(root, folder) {
    try {
        return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
            .filter((entry) => entry.isFile())
            .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
    }
    catch {
        return [];
    }
}
