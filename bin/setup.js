// Sets a fresh machine up: dependencies, a recent Node, the compiled tool, a browser. Does only what is missing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';
const needed = 24;
const { env } = process;
const english = /^en/i.test(env.RELEASE_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '');

/** @param {string} fr @param {string} en */
const say = (fr, en) => process.stderr.write(`${english ? en : fr}\n`);

/** @param {string} command @param {string[]} args @param {object} [options] */
function runs(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, encoding: 'utf8', shell: windows, ...options });
  return { ok: result.status === 0, output: `${result.stdout ?? ''}${result.stderr ?? ''}` };
}

/** Runs a step that must succeed; otherwise its output is shown and set-up ends. */
function must(command, args, options) {
  const { ok, output } = runs(command, args, options);
  if (ok) return;
  process.stderr.write(output);
  say(
    `La mise en place s’arrête : \`${command} ${args.join(' ')}\` a échoué.`,
    `Set-up stops: \`${command} ${args.join(' ')}\` failed.`,
  );
  process.exit(2);
}

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** Is everything the lock file wants installed, in the version it wants? Optional packages may be of other systems. */
function dependenciesMatch() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const installed = readJson('node_modules/.package-lock.json').packages;
  return Object.entries(readJson('package-lock.json').packages).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

function installDependencies() {
  if (dependenciesMatch()) return;
  say('Installation des dépendances (npm ci)…', 'Installing dependencies (npm ci)…');
  must('npm', ['ci', '--no-audit', '--no-fund'], { env: { ...env, PUPPETEER_SKIP_DOWNLOAD: '1' } });
}

const localNode = join(root, 'node_modules/.bin', windows ? 'node.cmd' : 'node');

/**
 * The Node that runs the tool: this one when it is recent, else the one of the npm package `node`. The latter may be
 * this one too, and `npm ci` has just removed it.
 */
function installNode() {
  if (Number(process.versions.node.split('.')[0]) >= needed && existsSync(process.execPath))
    return process.execPath;
  if (!runs(localNode, ['--version']).ok) {
    say(
      `Installation de Node ${needed} (ici : ${process.versions.node})…`,
      `Installing Node ${needed} (here: ${process.versions.node})…`,
    );
    must('npm', ['install', '--no-save', '--no-audit', '--no-fund', `node@${needed}`]);
  }
  return localNode;
}

/** A hash of everything `dist/` is compiled from. */
function sourceHash() {
  const hash = createHash('sha256');
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  for (const path of [
    ...sources,
    ...['package-lock.json', 'bin/bundle.js'].map((name) => join(root, name)),
  ]) {
    hash
      .update(path.slice(root.length).replaceAll('\\', '/'))
      .update('\0')
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** Compiles into a folder of its own, then swaps: an interrupted set-up leaves the old `dist/` or the new one. */
function compile(node) {
  const id = sourceHash();
  const stamp = join(root, 'dist/build-id');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === id) return;
  say('Compilation…', 'Compiling…');
  const fresh = `node_modules/.cache/dist-${process.pid}`;
  must(node, ['bin/bundle.js', join(root, fresh)]);
  writeFileSync(join(root, fresh, 'build-id'), id);
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  renameSync(join(root, fresh), join(root, 'dist'));
}

/** Lets npm scripts and `npx` call `release` in this folder as they would once it is installed. */
function linkCommand() {
  const link = join(root, 'node_modules/.bin', windows ? 'release.cmd' : 'release');
  if (existsSync(link)) return;
  if (windows) writeFileSync(link, '@node "%~dp0\\..\\..\\bin\\release.js" %*\r\n');
  else {
    rmSync(link, { force: true });
    symlinkSync('../../bin/release.js', link);
    chmodSync(join(root, 'bin/release.js'), 0o755);
  }
}

async function installBrowser() {
  const { findBrowser } = await import('../dist/browser-find.js');
  const find = () => {
    try {
      return findBrowser(env);
    } catch {
      return undefined;
    }
  };
  if (find()) return;
  say('Installation d’un navigateur pour les PDF…', 'Installing a browser for PDFs…');
  if (process.platform === 'linux' && runs('apt-get', ['--version']).ok) {
    const apt = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
    const [command, ...rest] = apt;
    const quiet = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
    const install = () =>
      runs(command, [...rest, 'install', '-y', '-qq', 'chromium-headless-shell'], quiet).ok;
    if (!install() && runs(command, [...rest, 'update', '-qq'], quiet).ok) install();
    if (find()) return;
  }
  runs('npx', ['puppeteer', 'browsers', 'install', 'chrome-headless-shell'], { timeout: 300_000 });
  if (find()) return;
  say(
    'Pas de navigateur : installez Chromium ou Chrome pour obtenir les PDF. Le reste fonctionne.',
    'No browser: install Chromium or Chrome to get PDFs. Everything else works.',
  );
}

installDependencies();
const node = installNode();
compile(node);
linkCommand();
if (!process.argv.includes('--no-browser')) await installBrowser();
