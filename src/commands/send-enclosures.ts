// The files that travel with the message, as the brand decides: none by default, since a link weighs nothing. I/O.
import { readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Brand } from '../brand/brand.ts';
import { UserFailure } from '../failure.ts';
import type { Finding } from '../finding.ts';
import type { Enclosure } from '../outbox/mime.ts';
import type { Release } from '../release/release.ts';
import type { Workspace } from './gather.ts';
import type { Texts } from './send-texts.ts';

/** By release id. @throws UserFailure for a file that is missing, or a PDF older than its release. */
export async function readEnclosures(
  { root, config }: Workspace,
  { email }: Brand,
  { editions }: Texts,
): Promise<ReadonlyMap<string, readonly Enclosure[]>> {
  const all = new Map<string, readonly Enclosure[]>();
  for (const { release } of editions) {
    const pdf = join(config.out, release.id, `${release.id}.pdf`);
    if (email.attach.includes('pdf')) await refuseOldPdf(root, pdf, release.file);
    const paths = [
      ...(email.attach.includes('pdf') ? [pdf] : []),
      ...(email.attach.includes('attachments') ? release.attachments.map(({ src }) => src) : []),
    ];
    all.set(release.id, await Promise.all(paths.map((path) => readEnclosure(root, path))));
  }
  return all;
}

async function readEnclosure(root: string, path: string): Promise<Enclosure> {
  const bytes = await readFile(resolve(root, path)).catch(() => {
    throw missingEnclosure(path);
  });
  return { name: basename(path), type: typeOf(path), bytes };
}

/** A message whose files weigh more than the brand attaches: an error at the release that carries them. */
export const enclosureFindings = (
  { email, folder }: Brand,
  { editions }: Texts,
  enclosures: ReadonlyMap<string, readonly Enclosure[]>,
): readonly Finding[] =>
  editions.flatMap(({ release }) => {
    const files = enclosures.get(release.id) ?? [];
    const octets = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    return octets <= email.attachLimitKb * 1000
      ? []
      : [tooHeavy(release, files, octets, email.attachLimitKb, folder)];
  });

function tooHeavy(
  { file, places }: Release,
  files: readonly Enclosure[],
  octets: number,
  limitKb: number,
  folder: string,
): Finding {
  const names = files.map(({ name }) => name).join(', ');
  const [kb, limit] = [Math.ceil(octets / 1000), limitKb].map((n) => n.toLocaleString('fr'));
  const [kilobytes, most] = [Math.ceil(octets / 1000), limitKb].map((n) => n.toLocaleString('en'));
  return {
    rule: 'send/attachment',
    severity: 'error',
    place: places.attachments ?? { file, line: 1, column: 1 },
    message: {
      fr: `Les pièces jointes pèsent ${kb} ko, la marque n’en joint pas plus de ${limit} : ${names}`,
      en: `The attachments weigh ${kilobytes} kB, the brand attaches no more than ${most}: ${names}`,
    },
    remedy: {
      fr: `Allégez-les, ou retirez \`attach\` de ${folder}/brand.yaml : le courriel y renverra par un lien.`,
      en: `Make them lighter, or remove \`attach\` from ${folder}/brand.yaml: the email will link to them.`,
    },
  };
}

async function refuseOldPdf(root: string, pdf: string, source: string): Promise<void> {
  const [made, written] = await Promise.all(
    [pdf, source].map((path) =>
      stat(resolve(root, path)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  if ((made ?? 0) < (written ?? 0)) throw missingEnclosure(pdf);
}

const missingEnclosure = (path: string): UserFailure =>
  new UserFailure(
    {
      fr: `Pièce jointe absente ou plus ancienne que le communiqué : ${path}`,
      en: `Attachment missing or older than the release: ${path}`,
    },
    { remedy: { fr: 'Lancez `release build`.', en: 'Run `release build`.' } },
  );

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  zip: 'application/zip',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
};
const typeOf = (path: string): string =>
  types[path.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
