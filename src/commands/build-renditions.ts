// Makes the renditions of one release, those that need no browser while the browser prints.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failureOf, systemErrorCode, type UserFailure } from '../failure.ts';
import type { Finding } from '../finding.ts';
import type { Printer } from '../renditions/browser.ts';
import { makers } from '../renditions/make.ts';
import type { Edition, Rendition, RenditionName, Workshop } from '../renditions/rendition.ts';
import type { Bench } from './build-bench.ts';

export interface MadeRenditions {
  readonly made: ReadonlyMap<RenditionName, Rendition>;
  readonly failed: readonly RenditionName[];
  readonly findings: readonly Finding[];
}

/** Makes each of `names`; one that fails leaves the others be. There is a `printer` only where the PDF is due. */
export async function makeRenditions(
  bench: Bench,
  names: readonly RenditionName[],
  edition: Edition,
  printer: Printer | undefined,
): Promise<MadeRenditions> {
  const made = new Map<RenditionName, Rendition>();
  const failed: RenditionName[] = [];
  const findings: Finding[] = [];
  const make = async (name: RenditionName, workshop: Workshop): Promise<void> => {
    try {
      made.set(name, await makers[name](edition, bench.kit, workshop));
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined || bench.signal.aborted) throw error;
      failed.push(name);
      findings.push(failureFinding(edition.release.file, failure));
    }
  };
  const others = names.filter((name) => name !== 'pdf');
  const workshop = workshopOf(bench, printer);
  const makeOthers = async (): Promise<void> => {
    for (const name of others) await make(name, workshop);
  };
  if (printer === undefined) {
    failed.push(...names.filter((name) => name === 'pdf'));
    await makeOthers();
  } else {
    // The others are made while the browser prints.
    const printing = Promise.withResolvers<void>();
    const print: Workshop['print'] = (html, serve) => {
      printing.resolve();
      return workshop.print(html, serve);
    };
    const pdf = make('pdf', { ...workshop, print });
    await Promise.race([printing.promise, pdf]);
    await Promise.all([pdf, makeOthers()]);
  }
  const ordered = names.flatMap((name): [RenditionName, Rendition][] => {
    const rendition = made.get(name);
    return rendition ? [[name, rendition]] : [];
  });
  return {
    made: new Map(ordered),
    failed,
    findings: [...ordered.flatMap(([, rendition]) => rendition.findings), ...findings],
  };
}

function workshopOf(bench: Bench, printer: Printer | undefined): Workshop {
  const { root, pdfStandard, readFont } = bench;
  return {
    pdfStandard,
    readFont,
    readMedia: (path) => readFile(join(root, path)),
    print: (html, serve) => {
      if (printer === undefined) throw new Error('printing without a printer');
      return printer.print(html, serve);
    },
  };
}

/** What stopped one rendition, told as a finding of its release so that the others go on. */
export const failureFinding = (file: string, failure: UserFailure): Finding => ({
  rule: systemErrorCode(failure.cause) === undefined ? 'build/failed' : 'build/write',
  severity: 'error',
  place: { file, line: 1, column: 1 },
  message: {
    fr: failure.wording.fr.replace(/\.$/, ''),
    en: failure.wording.en.replace(/\.$/, ''),
  },
  ...(failure.remedy ? { remedy: failure.remedy } : {}),
});
