// The files that make a CI system check releases; each is complete, to be copied as it is.
import type { Locale } from '../locale/locale.ts';

export const ciNames = ['github', 'gitlab', 'pre-commit'] as const;
export type CiName = (typeof ciNames)[number];

/** Where each file belongs, from the root of the repository. */
const ciFiles: Readonly<Record<CiName, string>> = {
  github: '.github/workflows/releases.yml',
  gitlab: '.gitlab-ci.yml',
  'pre-commit': '.pre-commit-config.yaml',
};

/** `npx --no-install` runs the version that package-lock.json pins, and never fetches one by its name. */
const check = 'npx --no-install release check';

/** The first run writes the report and must not end the job: the last one, for people, decides. */
const files: Readonly<Record<CiName, string>> = {
  github: `name: releases
on:
  push:
    branches: [main]
  pull_request:
permissions:
  contents: read
  security-events: write
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: ${check} --format sarif --output release-check.sarif || true
      - uses: github/codeql-action/upload-sarif@v4
        if: github.event.pull_request.head.repo.fork != true
        with:
          sarif_file: release-check.sarif
          category: release-check
      - run: ${check} --format github
`,
  gitlab: `release-check:
  image: node:24
  script:
    - npm ci
    - ${check} --format gitlab --output gl-code-quality-report.json || true
    - ${check} --format concise
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`,
  'pre-commit': `repos:
  - repo: local
    hooks:
      - id: release-check
        name: release check
        entry: ${check}
        language: system
        files: ^releases/.*\\.md$
        require_serial: true
`,
};

const heads: Readonly<Record<Locale, (file: string) => string>> = {
  fr: (file) => `# ${file}\u00a0: relit les communiqués à chaque changement.\n`,
  en: (file) => `# ${file}: checks the press releases at each change.\n`,
};

export const ciFile = (name: CiName, locale: Locale): string => heads[locale](ciFiles[name]) + files[name];
