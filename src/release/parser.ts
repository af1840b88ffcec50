// The Markdown parser as releases need it, set up once, and spared what a text holds no sign of.
import type { Root } from 'mdast';
import type { Construct, ConstructRecord } from 'micromark-util-types';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { parseAroundProse } from './prose.ts';
import { remarkSuperscript } from './superscript.ts';

const whole = unified()
  .use(remarkParse)
  // « ~3 km » is about three kilometres.
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkDirective)
  .use(remarkSuperscript)
  .freeze();

/** Looks for no bare addresses, which the whole one looks for at every letter and in every text. */
const unlinked = whole().use(remarkUnlinked).freeze();
const address = /@|www\.|:\/\//i;

/** The tree of a text: GFM, frontmatter, directives and superscripts. */
export const parseTree = (source: string): Root =>
  parseAroundProse(source, (text) => (address.test(text) ? whole : unlinked).parse(text));

/** The same tree, with nothing spared: what the shorter ways are measured by. */
export const parseWholly = (source: string): Root => whole.parse(source);

/** A remark plugin, used after `remark-gfm`: takes its links of bare addresses (`www.example.org`) back. */
function remarkUnlinked(this: Processor): void {
  const data = this.data() as {
    micromarkExtensions: { readonly text?: ConstructRecord }[];
    fromMarkdownExtensions: (object | object[])[];
  };
  data.micromarkExtensions = data.micromarkExtensions.map((extension) =>
    extension.text === undefined ? extension : { ...extension, text: withoutAddresses(extension.text) },
  );
  data.fromMarkdownExtensions = data.fromMarkdownExtensions.flat().filter((one) => !('transforms' in one));
}

function withoutAddresses(record: ConstructRecord): ConstructRecord {
  const looksForAddress = ({ name }: Construct): boolean => name?.endsWith('Autolink') === true;
  const kept = Object.entries(record).map(
    ([code, constructs]) =>
      [code, [constructs ?? []].flat().filter((construct) => !looksForAddress(construct))] as const,
  );
  return Object.fromEntries(kept.filter(([, constructs]) => constructs.length > 0));
}
