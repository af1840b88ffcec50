// The files that `release check --print-ci` prints are whole, and what they run does what CI reads.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeWorkspace, releaseText, type Workspace } from '../workspace.ts';

const file = 'releases/2026-03-02-titre.md';
const broken = releaseText('Voir [le programme]().');

interface Workflow {
  readonly jobs: {
    readonly check: { readonly steps: readonly { run?: string; uses?: string; with?: object }[] };
  };
}
interface Pipeline {
  readonly 'release-check': {
    readonly script: readonly string[];
    readonly artifacts: { readonly when: string; readonly reports: { readonly codequality: string } };
  };
}
interface Hooks {
  readonly repos: readonly [{ readonly hooks: readonly [Hook] }];
}
interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
}

const print = async <T>(workspace: Workspace, system: string): Promise<T> => {
  const { code, stdout } = await workspace.release(['check', '--print-ci', system]);
  expect(code).toBe(0);
  return parse(stdout) as T;
};

/** Runs a command line of CI as its shell would; `npm ci` is stood in for by a link to this very tool. */
function runLine(
  workspace: Workspace,
  line: string,
  variables: Readonly<Record<string, string>> = {},
): { code: number | null; stdout: string } {
  const bin = join(workspace.root, 'node_modules/.bin/release');
  if (!existsSync(bin)) {
    mkdirSync(dirname(bin), { recursive: true });
    symlinkSync(join(import.meta.dirname, '../../bin/release.js'), bin);
  }
  const { status, stdout } = spawnSync('sh', ['-ec', line], {
    cwd: workspace.root,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
      ...variables,
    },
  });
  return { code: status, stdout };
}

describe('the file for', () => {
  it('GitHub uploads SARIF, then annotates and fails', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, broken);
    const { jobs } = await print<Workflow>(workspace, 'github');
    const lines = jobs.check.steps
      .flatMap(({ run }) => run ?? [])
      .filter((line) => line.includes('release check'));
    // The workspace is a folder of what was checked out.
    const variables = { GITHUB_WORKSPACE: dirname(workspace.root) };
    const [sarif, annotate] = lines.map((line) => runLine(workspace, line, variables));
    expect(sarif?.code).toBe(0);
    const upload = jobs.check.steps.find(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif'));
    expect(upload?.with).toMatchObject({ sarif_file: 'release-check.sarif' });
    const log = JSON.parse(readFileSync(join(workspace.root, 'release-check.sarif'), 'utf8')) as {
      version: string;
    };
    expect(log.version).toBe('2.1.0');
    expect(annotate?.code).toBe(1);
    expect(annotate?.stdout).toMatch(new RegExp(`^::error file=[^/,]+/${file},line=6,`, 'm'));
  });

  it('GitLab leaves a code quality report behind, then fails', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, broken);
    const { 'release-check': job } = await print<Pipeline>(workspace, 'gitlab');
    const [write, tell] = job.script
      .filter((line) => line.includes('release check'))
      .map((line) => runLine(workspace, line, { CI_PROJECT_DIR: workspace.root }));
    expect([write?.code, tell?.code]).toEqual([0, 1]);
    const { reports, when } = job.artifacts;
    expect(when).toBe('always');
    const issues = JSON.parse(readFileSync(join(workspace.root, reports.codequality), 'utf8')) as {
      fingerprint: string;
      location: { path: string };
    }[];
    expect(issues.map(({ location }) => location.path)).toContain(file);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
  });

  it('pre-commit checks the releases that are committed', async () => {
    const workspace = makeWorkspace();
    workspace.write(file, broken);
    workspace.write('releases/2026-03-03-autre.md', releaseText());
    const [{ hooks }] = (await print<Hooks>(workspace, 'pre-commit')).repos;
    const [{ entry, files }] = hooks;
    expect(new RegExp(files).test(file)).toBe(true);
    expect(new RegExp(files).test('README.md')).toBe(false);
    expect(runLine(workspace, `${entry} ${file}`).code).toBe(1);
    expect(runLine(workspace, `${entry} releases/2026-03-03-autre.md`).code).toBe(0);
  });
});

it('the hook of this repository is the one that is printed', async () => {
  const [own] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as [Hook];
  const [{ hooks }] = (await print<Hooks>(makeWorkspace(), 'pre-commit')).repos;
  expect(own).toMatchObject({ id: hooks[0].id, files: hooks[0].files, entry: 'release check' });
});
