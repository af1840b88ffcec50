// Bundles src/ and what it imports into one folder: a few files load in half the time of several hundred.
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));
const { dependencies, peerDependencies } = readJson(join(root, 'package.json'));

/** Installed beside the tool: native code, fonts, and what the user brings. */
const beside = [...Object.keys(dependencies), ...Object.keys(peerDependencies)];
const belongsTo = (id, name) => id === name || id.startsWith(`${name}/`);

/** The folder of the package that a file of node_modules is part of. */
function packageOf(path) {
  for (let folder = dirname(path); folder.includes('node_modules'); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && readJson(file).name) return folder;
  }
  return undefined;
}

/** The licences of all that went into the bundle, as each of them asks. */
function licencesOf(chunks) {
  const files = chunks.flatMap(({ moduleIds }) => moduleIds).filter((id) => id.includes('node_modules'));
  const folders = [...new Set(files.map(packageOf))].filter((folder) => folder !== undefined);
  const texts = folders.map((folder) => {
    const { name, version, license } = readJson(join(folder, 'package.json'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? `Licence: ${license}` : readFileSync(join(folder, file), 'utf8').trim();
    return `# ${name} ${version}\n\n${text}\n`;
  });
  return texts.toSorted().join('\n\n');
}

/** To import `node:http` is to read each thing it exports, and one of them loads a whole HTTP client. */
const plainHttp = {
  name: 'plain-http',
  resolveId: (id) => (/^(node:)?https?$/.test(id) ? `\0${id}` : null),
  load: (id) =>
    /^\0(node:)?https?$/.test(id) ? `module.exports = process.getBuiltinModule('${id.slice(1)}')` : null,
};

const out = argv[2] ?? join(root, 'dist');
const bundle = await rolldown({
  cwd: root,
  input: {
    main: 'src/main.ts',
    'browser-find': 'src/renditions/browser-find.ts',
    'check-thread': 'src/commands/check-thread.ts',
  },
  platform: 'node',
  // Unzips the browsers that Puppeteer downloads: release downloads none.
  external: (id) => [...beside, 'yauzl'].some((name) => belongsTo(id, name)),
  plugins: [plainHttp],
  logLevel: 'warn',
});
const { output } = await bundle.write({ dir: out, format: 'esm', chunkFileNames: '[name]-[hash].js' });
await bundle.close();
writeFileSync(join(out, 'LICENCES.txt'), licencesOf(output.filter(({ type }) => type === 'chunk')));
// The page of each rule is the comment of its own file.
cpSync(join(root, 'src/checks/rules'), join(out, 'rules'), { recursive: true });
