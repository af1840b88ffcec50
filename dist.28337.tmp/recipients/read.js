var __addDisposableResource = (this && this.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (this && this.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});
// Reads press lists from files and standard input.
import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { systemErrorCode, UserFailure } from '../failure.js';
import { parseList } from './parse.js';
/** Bytes of one list; 200,000 journalists take some 30 MB. */
const maxBytes = 256 * 1024 * 1024;
/**
 * Reads each list, in order; `-` is standard input. A list that git tracks gets a warning: it is personal data.
 * @throws UserFailure for a file that cannot be read, a folder, one too large, or `-` given twice.
 */
export async function readLists(paths, world, meanings, options = {}) {
    if (paths.filter((path) => path === '-').length > 1) {
        throw unreadable('-', { fr: 'est donné deux fois', en: 'is given twice' });
    }
    const lists = [];
    for (const path of paths) {
        const bytes = path === '-' ? await readStream(world.stdin) : await readBytes(resolve(world.cwd, path), path);
        const file = path === '-' ? path : shownPath(world.cwd, path);
        const list = await parseList(file, bytes, meanings, options);
        const tracked = path !== '-' && (await isTracked(resolve(world.cwd, path)));
        lists.push(tracked ? { ...list, findings: [trackedList(file), ...list.findings] } : list);
    }
    return lists;
}
/** Relative to the workspace where it lies in it, with `/`; otherwise as the user wrote it. */
function shownPath(cwd, path) {
    const inside = relative(cwd, resolve(cwd, path)).replaceAll('\\', '/');
    return inside.startsWith('..') ? path : inside;
}
async function readBytes(path, shown) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await open(path), true);
            const { size } = await file.stat();
            if (size > maxBytes)
                throw tooLarge(shown);
            return await file.readFile();
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        const problem = systemProblems[systemErrorCode(error) ?? ''];
        if (problem === undefined)
            throw error;
        throw unreadable(shown, problem);
    }
}
async function readStream(stream) {
    const chunks = [];
    let size = 0;
    for await (const chunk of stream) {
        const bytes = Buffer.from(chunk);
        chunks.push(bytes);
        size += bytes.length;
        if (size > maxBytes)
            throw tooLarge('-');
    }
    return Buffer.concat(chunks);
}
/** Whether git would publish the file. Without git, or outside a repository, it would not. */
async function isTracked(path) {
    try {
        await promisify(execFile)('git', ['ls-files', '--error-unmatch', '--', basename(path)], {
            cwd: dirname(path),
            timeout: 5000,
        });
        return true;
    }
    catch {
        return false;
    }
}
const systemProblems = {
    ENOENT: { fr: 'n’existe pas', en: 'does not exist' },
    EACCES: { fr: 'n’est pas lisible : droits insuffisants', en: 'cannot be read: no permission' },
    EISDIR: { fr: 'est un dossier', en: 'is a folder' },
    EBUSY: { fr: 'est ouvert dans un autre programme', en: 'is open in another program' },
};
const unreadable = (path, problem) => new UserFailure({ fr: `La liste \`${path}\` ${problem.fr}.`, en: `The list \`${path}\` ${problem.en}.` }, {
    remedy: {
        fr: 'Donnez le chemin d’un fichier .csv, .xlsx, .vcf ou .jsonl, ou `-` pour l’entrée standard.',
        en: 'Give the path of a .csv, .xlsx, .vcf or .jsonl file, or `-` for standard input.',
    },
});
const tooLarge = (path) => unreadable(path, { fr: 'dépasse 256 Mo', en: 'is larger than 256 MB' });
const trackedList = (file) => ({
    rule: 'list/tracked',
    severity: 'warning',
    place: { file, line: 1, column: 1 },
    message: {
        fr: 'Cette liste est suivie par git : des données personnelles partent avec le dépôt',
        en: 'This list is tracked by git: personal data goes wherever the repository goes',
    },
    remedy: {
        fr: `git rm --cached '${file}', ajoutez-la à .gitignore, et purgez l’historique s’il a été publié`,
        en: `git rm --cached '${file}', add it to .gitignore, and purge the history if it was published`,
    },
});
