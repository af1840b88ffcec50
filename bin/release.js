#!/usr/bin/env node
// Checks the Node version in words an old Node can run, then hands the arguments to src/main.
import { existsSync } from 'node:fs';
import module from 'node:module';

const needed = 24;
const { env, versions } = process;
const english = /^en/i.test(env.RELEASE_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '');

/** @param {string} fr @param {string} en */
function refuse(fr, en) {
  process.stderr.write(`${english ? en : fr}\n`);
  process.exitCode = 2;
}

if (Number(versions.node.split('.')[0]) < needed) {
  refuse(
    `release a besoin de Node ${needed} ou plus récent ; ici, c’est Node ${versions.node}. Voir https://nodejs.org.`,
    `release needs Node ${needed} or newer; this is Node ${versions.node}. See https://nodejs.org.`,
  );
} else if (!existsSync(new URL('../dist/main.js', import.meta.url))) {
  refuse(
    'release n’est pas encore compilé : lancez `npm start` ou `npm run build` dans son dossier.',
    'release is not compiled yet: run `npm start` or `npm run build` in its folder.',
  );
} else {
  module.enableCompileCache();
  const { runProcess } = await import('../dist/main.js');
  await runProcess();
}
