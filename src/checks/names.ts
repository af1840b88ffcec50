// Proper names as prose writes them: runs of capitalised words, joined by small ones.
import { CAPITALS, LETTERS } from './letters.ts';

export interface NameMention {
  /** Where it stands in the text, `end` exclusive. */
  readonly index: number;
  readonly end: number;
  readonly text: string;
}

const joints =
  'de|du|des|la|le|les|et|à|au|aux|en|pour|sur|contre|of|and|the|for|on|y|del|el|los|las|von|der|die|das|und|für';
const word = `(?:[ldLD][’'])?[${CAPITALS}][${LETTERS}’'-]{1,30}`;
const name = new RegExp(
  `(?![a-ce-km-z à-ÿ,.])(?![ld][^’'])(?<![${LETTERS}\\d’'-])${word}(?:[ \\n\\u00A0\\u202F](?:(?:${joints})[ \\n\\u00A0\\u202F]){0,3}${word}){1,6}`,
  'g',
);
const opener =
  /^(?:Les?|La|L[’']|Une?|Des|Du|D[’']|De|Aux?|À|En|Pour|Avec|Sur|Dans|Par|Sous|Chez|Selon|Ces?|Cette|Cet|Ses?|Son|Sa|Nos|Notre|Leurs?|Mais|Et|Ou|Où|Si|Que|Qui|Quand|Après|Avant|Depuis|Pendant|Enfin|Ainsi|The|An?|In|On|At|By|For|With|From|This|These|Our|Their|And|But|If|When|After|Before|Since|El|Los|Las|Una?|Con|Por|Para|Según|Der|Die|Das|Ein|Eine|Im|Am|Mit|Bei|Für|Nach|Seit)(?:[ \n\u00A0\u202F]|(?<=[’'])(?=\p{Lu}))/u;

/** Every name of two or more capitalised words; an article or preposition that opens a sentence is left out. */
export function namesIn(text: string): readonly NameMention[] {
  return [...text.matchAll(name)].flatMap(({ index, 0: raw }) => {
    let start = 0;
    for (let found = opener.exec(raw); found !== null; found = opener.exec(raw.slice(start)))
      start += found[0].length;
    const own = raw.slice(start);
    return /[ \n\u00A0\u202F]/.test(own)
      ? [{ index: index + start, end: index + raw.length, text: own }]
      : [];
  });
}

/** Spaces and apostrophes of one kind, so that two writings compare. */
export const plainName = (text: string): string =>
  untidy.test(text) ? text.replace(/\s+/g, ' ').replaceAll("'", '’') : text;

const untidy = /[^\S ]| {2}|'/;
