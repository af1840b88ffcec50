// References without their definition, `[^x]` and `[text][b]`, which the parser leaves in the text as they stand.
import type { Nodes, Root } from 'mdast';
import { isLine, readText, spansIn } from './line.ts';
import { eachNode, type Report } from './nodes.ts';

/** `[^x]`, or `[text][b]`. */
const reference = /\[\^([^\s[\]]+)\](?!\()|\[(?!\^)([^[\]]+)\]\[(?!\^)([^[\]]+)\](?![[(])/g;
/** A line that would be a definition, had it no space before its colon or an empty line before it. */
const definition = /^[ \t>]*\[([^[\]]+)\][ \t\u00A0\u202F]*:/gm;

interface Bracket {
  readonly written: string;
  /** `^x` or `b`, as labels are compared (CommonMark 0.31, 4.7). */
  readonly label: string;
  readonly at: Pick<Nodes, 'position'>;
}

/** Tells of each reference; of its definition instead where there is one that cannot be read as such. */
export function reportReferences(body: Root, source: string, report: Report): void {
  if (!/\[\^|\]\[/.test(source)) return;
  const references: Bracket[] = [];
  const definitions = new Map<string, Bracket>();
  eachNode(body, (node) => {
    if (!isLine(node)) return;
    const text = readText(node, source);
    const spanOf = spansIn(node, text);
    const bracketOf = (written: string, label: string, index: number): Bracket => ({
      written,
      label: label.replace(/\s+/g, ' ').toLowerCase(),
      at: spanOf(index, index + written.length),
    });
    const defined = [...text.matchAll(definition)].map(([written, label = ''], index, all) =>
      bracketOf(written.trim(), label, (all[index]?.index ?? 0) + written.search(/\S/)),
    );
    for (const one of defined) if (!definitions.has(one.label)) definitions.set(one.label, one);
    const starts = new Set(defined.map(({ at }) => at.position?.start.offset));
    for (const { 0: written, 1: note, 2: shown = '', 3: label = '', index } of text.matchAll(reference)) {
      if (note === undefined && !isReference(shown, label)) continue;
      const found = bracketOf(written, note === undefined ? label : `^${note}`, index);
      if (!starts.has(found.at.position?.start.offset)) references.push(found);
    }
  });
  const misplaced = new Set<Bracket>();
  for (const one of references) {
    const meant = definitions.get(one.label);
    if (meant !== undefined) misplaced.add(meant);
    else reportUndefined(one, report);
  }
  for (const { at, label } of misplaced) reportMisplaced(at, label, report);
}

/** « [sic][…] » and « [1][2] » are brackets of a sentence. */
const isReference = (shown: string, label: string): boolean =>
  /\p{L}/u.test(shown) && !/^sic$/i.test(shown) && /[\p{L}\p{N}]/u.test(label);

function reportUndefined({ written, label, at }: Bracket, report: Report): void {
  if (label.startsWith('^')) {
    report(
      'markdown/reference',
      at,
      {
        fr: `L’appel \`${written}\` n’a pas de note et paraîtrait tel quel`,
        en: `\`${written}\` has no footnote and would appear as it stands`,
      },
      {
        fr: `Écrivez la note, \`${written}: …\`, à la fin du texte, ou retirez l’appel.`,
        en: `Write the footnote, \`${written}: …\`, at the end of the text, or take the mark out.`,
      },
    );
    return;
  }
  report(
    'markdown/reference',
    at,
    {
      fr: `\`[${label}]\` ne mène nulle part : ces crochets paraîtraient tels quels`,
      en: `\`[${label}]\` leads nowhere: these brackets would appear as they stand`,
    },
    {
      fr: `Écrivez l’adresse, \`[${label}]: https://…\`, à la fin du texte ; de vrais crochets s’écrivent \`\\[\`.`,
      en: `Write the address, \`[${label}]: https://…\`, at the end of the text; real brackets are written \`\\[\`.`,
    },
  );
}

const reportMisplaced = (at: Pick<Nodes, 'position'>, label: string, report: Report): void =>
  report(
    'markdown/reference',
    at,
    {
      fr: `Cette ligne ne définit pas \`[${label}]\` et paraîtrait telle quelle`,
      en: `This line does not define \`[${label}]\` and would appear as it stands`,
    },
    {
      fr: `Écrivez-la après une ligne vide, sans espace devant les deux-points : \`[${label}]: ${label.startsWith('^') ? '…' : 'https://…'}\`.`,
      en: `Write it after an empty line, without a space before the colon: \`[${label}]: ${label.startsWith('^') ? '…' : 'https://…'}\`.`,
    },
  );
