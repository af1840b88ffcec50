// A generated newsroom: varied French releases beside the shipped institution's brand.
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const home = join(import.meta.dirname, '../..');

const sentences = [
  'Les élus locaux prennent rendez-vous en ligne et s’entretiennent avec un juriste.',
  'Chaque habitant peut saisir l’institution gratuitement, par courrier ou au guichet.',
  'La réponse tient en une page, avec le nom de la personne qui suit le dossier.',
  'Le réseau compte plusieurs centaines de délégués, en métropole et outre-mer.',
  'Une réclamation sur trois concerne l’accès à un service public devenu numérique.',
  'Le rapport paraît en juin ; ses chiffres portent sur l’année précédente.',
];

/**
 * A workspace of `count` releases in a fresh temporary folder; the same number gives the same texts. Each holds `paragraphs`
 * paragraphs of some fifty words, or three to seven.
 */
export function makeNewsroom(count: number, paragraphs?: number): string {
  const root = mkdtempSync(join(tmpdir(), 'release-bench-'));
  mkdirSync(join(root, 'releases'));
  const brand = join(root, 'templates/defenseur-des-droits');
  cpSync(join(home, 'templates/defenseur-des-droits'), brand, { recursive: true });
  for (let n = 0; n < count; n++)
    writeFileSync(join(root, 'releases', `${name(n)}.md`), releaseOf(n, paragraphs));
  return root;
}

const day = (n: number): string => new Date(Date.UTC(2015, 0, 1 + n)).toISOString().slice(0, 10);
const name = (n: number): string => `${day(n)}-essai-${n}`;

function releaseOf(n: number, paragraphs = 3 + (n % 5)): string {
  const paragraph = (seed: number): string =>
    Array.from({ length: 3 + (seed % 4) }, (_, index) => sentences[(seed + index) % sentences.length]).join(
      ' ',
    );
  const body = Array.from({ length: paragraphs }, (_, index) => paragraph(n + index));
  const table = [
    '| Région | Saisines |',
    '| --- | ---: |',
    ...['Bretagne', 'Corse', 'Grand Est'].map((region, row) => `| ${region} | ${n * 3 + row} |`),
  ];
  const list = ['un guide pour les mairies ;', 'un modèle de courrier ;', 'une permanence téléphonique.'].map(
    (item) => `- ${item}`,
  );
  const quote = [
    ':::quote{by="Solène Abgrall" role="directrice du réseau"}',
    sentences[n % sentences.length],
    ':::',
  ];
  const parts = [
    body[0],
    ...(n % 2 ? [quote.join('\n')] : []),
    '## Les chiffres',
    ...(n % 3 ? [table.join('\n')] : []),
    list.join('\n'),
    ...body.slice(1),
  ];
  return `---\ntitle: Communiqué numéro ${n} sur l’accès aux droits\ndate: ${day(n)}\nsummary: Ce que change la décision numéro ${n}.\n---\n\n${parts.join('\n\n')}\n`;
}
