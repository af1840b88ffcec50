// The judge of PDF conformance: runs veraPDF over many files at once, fetched once from Maven Central into a cache.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const version = '1.28.2';
const cache = resolve(import.meta.dirname, '../node_modules/.cache/verapdf', version);

/** PDF/UA-1 and PDF/A-3a, by veraPDF's names. */
export type Profile = 'ua1' | '3a';

export interface Failure {
  /** Such as `7.21.7-1`: clause and number of the test. */
  readonly test: string;
  readonly description: string;
  readonly count: number;
  /** Where the first one is, and what is said of it. */
  readonly example: string;
}

export interface Verdict {
  readonly file: string;
  readonly profile: Profile;
  readonly compliant: boolean;
  readonly failures: readonly Failure[];
}

/**
 * Judges files by both profiles, one Java process a profile. A string says why nothing was judged:
 * `skipped: veraPDF not found`, when Java, Maven or the registry is missing.
 */
export async function verifyPdf(
  paths: readonly string[],
  profiles: readonly Profile[] = ['ua1', '3a'],
): Promise<readonly Verdict[] | string> {
  const classes = await findVeraPdf();
  if (classes === null) return 'skipped: veraPDF not found';
  const verdicts = await Promise.all(profiles.map((profile) => judge(classes, profile, paths)));
  return verdicts.flat();
}

/** The class path of veraPDF, or null where it can be neither found nor fetched. */
async function findVeraPdf(): Promise<string | null> {
  try {
    await run('java', ['-version']);
    await access(cache).catch(fetchVeraPdf);
    const jars = (await readdir(cache)).filter((name) => name.endsWith('.jar'));
    return jars.map((name) => join(cache, name)).join(delimiter);
  } catch {
    return null;
  }
}

/** Fetched beside the cache and moved in whole, so that two test files may do so at once. */
async function fetchVeraPdf(): Promise<void> {
  const folder = `${cache}-${randomUUID()}`;
  await mkdir(folder, { recursive: true });
  const project = join(folder, 'pom.xml');
  await writeFile(project, pom);
  try {
    const target = `-DoutputDirectory=${join(folder, 'jars')}`;
    await run('mvn', ['-B', '-q', '-f', project, 'dependency:copy-dependencies', target], {
      timeout: 180_000,
    });
    await rename(join(folder, 'jars'), cache).catch(() => access(cache));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId><artifactId>judge</artifactId><version>1</version>
  <dependencies><dependency>
    <groupId>org.verapdf.apps</groupId><artifactId>greenfield-apps</artifactId><version>${version}</version>
  </dependency></dependencies>
</project>
`;

/** What of veraPDF's JSON report is read here. */
interface Report {
  readonly report: {
    readonly jobs: readonly {
      readonly itemDetails: { readonly name: string };
      readonly validationResult?: readonly {
        readonly compliant: boolean;
        readonly details: { readonly ruleSummaries?: readonly RuleSummary[] };
      }[];
    }[];
  };
}

interface RuleSummary {
  readonly clause: string;
  readonly testNumber: number;
  readonly description: string;
  readonly failedChecks: number;
  readonly checks?: readonly { readonly context: string; readonly errorMessage: string }[];
}

async function judge(
  classes: string,
  profile: Profile,
  paths: readonly string[],
): Promise<readonly Verdict[]> {
  const main = 'org.verapdf.apps.GreenfieldCliWrapper';
  const words = [
    '-cp',
    classes,
    main,
    '-f',
    profile,
    '--format',
    'json',
    '--maxfailuresdisplayed',
    '1',
    ...paths,
  ];
  // veraPDF exits with 1 where a file does not conform; its report stands on stdout all the same.
  const stdout = await run('java', words, { maxBuffer: 2 ** 28 }).then(
    (done) => done.stdout,
    (error: { stdout?: string }) => error.stdout ?? '',
  );
  const { report } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as Report;
  return report.jobs.map(({ itemDetails, validationResult }) => {
    const [result] = validationResult ?? [];
    const failures = (result?.details.ruleSummaries ?? []).map((rule) => ({
      test: `${rule.clause}-${rule.testNumber}`,
      description: rule.description,
      count: rule.failedChecks,
      example: `${rule.checks?.[0]?.errorMessage ?? ''} (${rule.checks?.[0]?.context ?? ''})`,
    }));
    return { file: itemDetails.name, profile, compliant: result?.compliant ?? false, failures };
  });
}
