// Makes the stale renditions of a workspace: reads each release, decides, renders, prints, writes; several at once.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemErrorCode, UserFailure } from '../failure.js';
import { isError } from '../finding.js';
import { parseFileName } from '../release/parse.js';
import { findReleaseFiles, readRelease } from '../release/read.js';
import { noBrowser } from '../renditions/browser.js';
import { makeKit } from '../renditions/kit.js';
import { makers } from '../renditions/make.js';
import { fontInput, inputsOf, isStale, manifestName, serializeManifest, sha256, } from '../renditions/manifest.js';
import { readFontFaces } from '../renditions/read.js';
import { renditionNames, } from '../renditions/rendition.js';
import { filesPresent, readManifest, removeObsolete, removeOrphans, writeAtomically, writeChanged, } from '../renditions/write.js';
import { clashesIn, defaultsOf, openBrand, readEdition, readNames } from './gather.js';
export async function buildWorkspace(request) {
    const { root, patterns } = request;
    const { brand, findings } = await openBrand(root, request.brand);
    const nothing = { releases: [], removed: [], noBrowser: null, fontFiles: [] };
    if (brand === undefined || findings.some(isError))
        return { ...nothing, findings };
    const faces = await readFontFaces(root, brand);
    const kit = makeKit(brand, faces);
    const all = await findReleaseFiles(root, []);
    const asked = patterns.length === 0 ? all : await findReleaseFiles(root, patterns, request.cwd);
    const slugs = new Set(asked.map((file) => parseFileName(file).slug));
    const related = [...new Set([...all.filter((file) => slugs.has(parseFileName(file).slug)), ...asked])];
    const names = await readNames(root, related, defaultsOf(brand));
    const clashes = clashesIn(names);
    const bench = new Bench(request, brand, kit, names);
    const releases = new Array(asked.length);
    let next = 0;
    let done = 0;
    const work = async () => {
        for (let index = next++; index < asked.length; index = next++) {
            request.signal.throwIfAborted();
            const file = asked[index] ?? '';
            const clash = clashes.filter(({ place }) => place.file === file);
            releases[index] =
                clash.length > 0
                    ? { source: file, id: null, written: [], unchanged: [], failed: [], findings: clash }
                    : await bench.build(file);
            request.progress(++done, asked.length, file);
        }
    };
    // One more than there are tabs: while they print, one release is read and rendered.
    await Promise.all(Array.from({ length: request.jobs + 1 }, work));
    const ids = new Set([...names.map(({ id }) => id), ...all.map((file) => parseFileName(file).slug)]);
    const removed = patterns.length === 0 ? await removeOrphans(request.out, ids) : [];
    const fontFiles = faces.map(({ file }) => file);
    return { releases, findings, removed, noBrowser: bench.noBrowser, fontFiles };
}
/** What all releases of one build share. */
class Bench {
    noBrowser = null;
    fonts = new Map();
    request;
    brand;
    kit;
    names;
    constructor(request, brand, kit, names) {
        this.request = request;
        this.brand = brand;
        this.kit = kit;
        this.names = names;
    }
    async build(file) {
        const { root } = this.request;
        const { release, findings } = await readRelease(root, file, defaultsOf(this.brand));
        const failed = { source: file, id: null, written: [], unchanged: [], failed: [] };
        if (release === undefined)
            return { ...failed, findings };
        const made = await readEdition(root, release, this.brand, this.names);
        const all = [...findings, ...made.findings];
        if (all.some(isError))
            return { ...failed, findings: all };
        try {
            const built = await this.make(made.edition);
            return { source: file, id: release.id, ...built, findings: [...all, ...built.findings] };
        }
        catch (error) {
            if (!(error instanceof UserFailure) || this.request.signal.aborted)
                throw error;
            return { ...failed, findings: [...all, failureFinding(file, error)] };
        }
    }
    async make(edition) {
        const { request, kit } = this;
        const folder = join(request.out, edition.release.id);
        const before = await readManifest(folder);
        const present = await filesPresent(folder, before);
        const current = new Map();
        for (const name of request.only) {
            const settings = name === 'pdf' ? { standard: request.pdfStandard } : {};
            current.set(name, inputsOf(name, edition, kit, request.version, settings));
        }
        const fontHashes = await this.fontHashes(before);
        const stale = request.only.filter((name) => request.force || isStale(name, current.get(name) ?? {}, before, present, fontHashes));
        const unchanged = Object.entries(before?.files ?? {})
            .filter(([, file]) => request.only.includes(file.rendition) && !stale.includes(file.rendition))
            .map(([path]) => path);
        if (stale.length === 0)
            return { written: [], unchanged, failed: [], findings: [] };
        const printer = stale.includes('pdf') ? await request.printer() : undefined;
        const made = new Map();
        const failed = [];
        const findings = [];
        for (const name of stale) {
            if (name === 'pdf' && printer === undefined) {
                this.noBrowser = noBrowser();
                failed.push(name);
                continue;
            }
            try {
                made.set(name, await makers[name](edition, kit, this.workshop(printer)));
            }
            catch (error) {
                if (!(error instanceof UserFailure) || request.signal.aborted)
                    throw error;
                failed.push(name);
                findings.push(failureFinding(edition.release.file, error));
            }
        }
        request.signal.throwIfAborted();
        const manifest = await this.manifest(edition, before, made, current, printer?.version ?? null);
        const files = new Map([...made.values()].flatMap((rendition) => [...rendition.files]));
        const written = await writeChanged(folder, files, before);
        await writeAtomically(join(folder, manifestName), serializeManifest(manifest));
        await removeObsolete(folder, before, manifest);
        findings.push(...[...made.values()].flatMap((rendition) => rendition.findings));
        const same = [...files.keys()].filter((path) => !written.includes(path));
        return { written, unchanged: [...unchanged, ...same], failed, findings };
    }
    async manifest(edition, before, made, current, browser) {
        const kept = Object.entries(before?.files ?? {}).filter(([, { rendition }]) => !made.has(rendition));
        const files = [...made].flatMap(([rendition, { files: own }]) => [...own].map(([path, bytes]) => {
            const size = typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.length;
            return [path, { rendition, sha256: sha256(bytes), size }];
        }));
        const inputs = { ...before?.inputs };
        for (const [name, { fonts }] of made) {
            const hashes = fonts.map(async (font) => [fontInput(font), sha256(await this.readFont(font))]);
            inputs[name] = { ...current.get(name), ...Object.fromEntries(await Promise.all(hashes)) };
        }
        return {
            schema: 1,
            source: edition.release.file,
            files: Object.fromEntries([...kept, ...files]),
            inputs,
            browser: made.has('pdf') ? browser : (before?.browser ?? null),
        };
    }
    workshop(printer) {
        const { root, version, pdfStandard } = this.request;
        return {
            version,
            pdfStandard,
            readFont: (name) => this.readFont(name),
            readMedia: (path) => readFile(join(root, path)),
            print: (html, serve) => {
                if (printer === undefined)
                    throw new Error('printing without a printer');
                return printer.print(html, serve);
            },
        };
    }
    readFont(name) {
        const known = this.fonts.get(name);
        if (known)
            return known;
        const face = this.kit.faces.find((candidate) => candidate.name === name);
        const bytes = face ? readFile(face.file) : Promise.reject(new Error(`no font file ${name}`));
        this.fonts.set(name, bytes);
        return bytes;
    }
    /** The hashes of the font files a manifest names, as they are now. */
    async fontHashes(before) {
        const inputs = Object.values(before?.inputs ?? {}).flatMap((record) => Object.keys(record));
        const names = new Set(inputs.filter((input) => input.startsWith('fonts/')).map((input) => input.slice(6)));
        const known = new Set(this.kit.faces.map(({ name }) => name));
        const hashes = new Map();
        for (const name of names)
            if (known.has(name))
                hashes.set(name, sha256(await this.readFont(name)));
        return (name) => hashes.get(name);
    }
}
/** What stopped one rendition, told as a finding of its release so that the others go on. */
const failureFinding = (file, failure) => ({
    rule: systemErrorCode(failure.cause) === undefined ? 'build/failed' : 'build/write',
    severity: 'error',
    place: { file, line: 1, column: 1 },
    message: failure.wording,
    ...(failure.remedy ? { remedy: failure.remedy } : {}),
});
export const isRenditionName = (name) => renditionNames.includes(name);
