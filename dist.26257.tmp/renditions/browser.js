// Finds a Chromium, keeps it running while PDFs are printed, and lets it load nothing but what it is handed. I/O.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { UserFailure } from '../failure.js';
import { virtualOrigin } from './rendition.js';
export class NoBrowser extends UserFailure {
}
const shells = ['chrome-headless-shell', 'chromium-headless-shell'];
const browsers = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'msedge',
];
/**
 * The browser to print with: `RELEASE_BROWSER`, the configured one, a headless shell, a Chromium, Chrome or Edge where
 * this system puts them, then Puppeteer's cache. Undefined when there is none.
 */
export function findBrowser(env, configured) {
    const chosen = env.RELEASE_BROWSER || configured;
    if (chosen) {
        if (isExecutable(chosen))
            return chosen;
        throw new NoBrowser({ fr: `Le navigateur \`${chosen}\` n’existe pas.`, en: `There is no browser \`${chosen}\`.` }, { remedy: { fr: 'Corrigez RELEASE_BROWSER ou `browser`.', en: 'Mend RELEASE_BROWSER or `browser`.' } });
    }
    const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
    const suffix = process.platform === 'win32' ? '.exe' : '';
    const onPath = (names) => names.flatMap((name) => folders.map((folder) => join(folder, name + suffix))).find(isExecutable);
    return (onPath(shells) ??
        newestCached(env, 'chrome-headless-shell') ??
        onPath(browsers) ??
        installedBrowsers(env).find(isExecutable) ??
        newestCached(env, 'chrome'));
}
function installedBrowsers(env) {
    if (process.platform === 'darwin') {
        const inside = (app) => ['/Applications', join(homedir(), 'Applications')].map((folder) => `${folder}/${app}.app/Contents/MacOS/${app}`);
        return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap(inside);
    }
    if (process.platform === 'win32') {
        const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].flatMap((root) => root ?? []);
        const paths = [
            'Google/Chrome/Application/chrome.exe',
            'Chromium/Application/chrome.exe',
            'Microsoft/Edge/Application/msedge.exe',
        ];
        return roots.flatMap((root) => paths.map((path) => join(root, path)));
    }
    return ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium'];
}
/** Puppeteer keeps its browsers in `<cache>/<name>/<platform>-<version>/<folder>/<binary>`. */
function newestCached(env, name) {
    const cache = join(env.PUPPETEER_CACHE_DIR || join(homedir(), '.cache', 'puppeteer'), name);
    const binaries = [
        name,
        `${name}.exe`,
        'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ];
    return list(cache)
        .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
        .flatMap((version) => list(join(cache, version)).map((folder) => join(cache, version, folder)))
        .flatMap((folder) => binaries.map((binary) => join(folder, binary)))
        .find(isExecutable);
}
function list(folder) {
    try {
        return readdirSync(folder);
    }
    catch {
        return [];
    }
}
function isExecutable(path) {
    try {
        accessSync(path, constants.X_OK);
        return true;
    }
    catch {
        return false;
    }
}
/** What to do when there is no browser. */
export const noBrowser = () => new NoBrowser({ fr: 'Aucun navigateur pour imprimer le PDF.', en: 'No browser to print the PDF.' }, {
    remedy: {
        fr: 'Installez Chromium (`apt install chromium-headless-shell`, ou `npx puppeteer browsers install chrome-headless-shell`), ou donnez son chemin dans RELEASE_BROWSER.',
        en: 'Install Chromium (`apt install chromium-headless-shell`, or `npx puppeteer browsers install chrome-headless-shell`), or give its path in RELEASE_BROWSER.',
    },
});
const flags = [
    '--disable-gpu',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-dev-shm-usage',
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--proxy-server=http://127.0.0.1:1',
    '--proxy-bypass-list=<-loopback>',
];
/** Starts a browser; it starts printing while the caller still reads. `signal` kills it. */
export async function openPrinter(options) {
    options.signal.throwIfAborted();
    let running = await start(options);
    let restarting;
    const idle = [];
    const waiting = [];
    let open = 0;
    const take = async () => {
        await restarting;
        const ready = idle.pop();
        if (ready)
            return ready;
        if (open < options.tabs) {
            open++;
            return openTab(running).catch((error) => {
                open--;
                throw error;
            });
        }
        const tab = await new Promise((resolve) => waiting.push(resolve));
        return tab ?? take();
    };
    const give = (tab) => {
        const next = waiting.shift();
        if (next)
            next(tab);
        else
            idle.push(tab);
    };
    /** Kills the browser that failed and starts another; those who wait take a tab of the new one. */
    const restart = async (failed) => {
        if (failed === running) {
            restarting = (async () => {
                await stop(failed);
                idle.length = 0;
                open = 0;
                running = await start(options);
            })();
        }
        await restarting;
        for (const next of waiting.splice(0))
            next(undefined);
    };
    const attempt = async (html, serve) => {
        const tab = await take();
        try {
            const printed = await within(options.timeoutMs, printIn(tab, html, serve));
            give(tab);
            return printed;
        }
        catch (error) {
            options.signal.throwIfAborted();
            await restart(tab.owner);
            throw error;
        }
    };
    const onAbort = () => void stop(running);
    options.signal.addEventListener('abort', onAbort, { once: true });
    return {
        version: await running.browser.version().then((text) => text.replace(/^Headless/, '')),
        print: (html, serve) => attempt(html, serve).catch(() => {
            options.signal.throwIfAborted();
            return attempt(html, serve);
        }),
        close: () => {
            options.signal.removeEventListener('abort', onAbort);
            return stop(running);
        },
    };
}
async function start({ executable }) {
    const { default: puppeteer } = await import('puppeteer-core');
    // Chromium refuses its sandbox to root, as in most containers; what it prints is sanitised and offline.
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const browser = await puppeteer.launch({
        executablePath: executable,
        args: [...flags, ...sandbox],
        headless: true,
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
    });
    return { browser };
}
async function stop({ browser }) {
    const child = browser.process();
    const ended = new Promise((resolve) => child?.exitCode === null ? child.once('exit', resolve) : resolve(0));
    if (process.platform === 'win32' && child?.pid)
        spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    child?.kill('SIGKILL');
    await ended;
    await browser.close().catch(() => undefined);
}
async function openTab(owner) {
    const page = await owner.browser.newPage();
    const session = await page.createCDPSession();
    await Promise.all([
        session.send('Page.enable'),
        session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
        session.send('Emulation.setScriptExecutionDisabled', { value: true }),
    ]);
    const { frameTree } = await session.send('Page.getFrameTree');
    const tab = {
        owner,
        session,
        frame: frameTree.frame.id,
        current: { serve: async () => undefined, blocked: [] },
    };
    session.on('Fetch.requestPaused', ({ requestId, request }) => {
        void answer(tab, requestId, request.url).catch(() => undefined);
    });
    return tab;
}
async function answer({ session, current }, requestId, url) {
    const path = url.startsWith(`${virtualOrigin}/`)
        ? decodeURI(url.slice(virtualOrigin.length + 1))
        : undefined;
    const bytes = path === undefined ? undefined : await current.serve(path);
    if (bytes === undefined) {
        current.blocked.push(url);
        await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
        return;
    }
    const headers = { 'access-control-allow-origin': '*', 'cache-control': 'max-age=31536000, immutable' };
    await session.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: 200,
        responseHeaders: Object.entries(headers).map(([name, value]) => ({ name, value })),
        body: Buffer.from(bytes).toString('base64'),
    });
}
/** Layout asks for fonts and pictures; this waits until all are there. */
const loaded = `document.body.offsetHeight, Promise.all([document.fonts.ready,
  ...Array.from(document.images, (image) => image.decode().catch(() => 0))]).then(() => 0)`;
async function printIn(tab, html, serve) {
    tab.current = { serve, blocked: [] };
    const { session } = tab;
    await session.send('Page.setDocumentContent', { frameId: tab.frame, html });
    await session.send('Runtime.evaluate', { expression: loaded, awaitPromise: true });
    const { data } = await session.send('Page.printToPDF', {
        printBackground: true,
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        transferMode: 'ReturnAsBase64',
    });
    return { pdf: Buffer.from(data, 'base64'), blocked: tab.current.blocked };
}
function within(timeoutMs, promise) {
    let timer;
    const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`no answer from the browser in ${timeoutMs} ms`)), timeoutMs);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
