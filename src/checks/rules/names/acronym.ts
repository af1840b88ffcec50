/*
# names/acronym

An acronym is written out where it first appears.

Un sigle est développé à sa première apparition.

**Why:** outside the house nobody knows its acronyms; a screen reader spells them out.

**Pourquoi :** hors de la maison nul ne connaît ses sigles ; un lecteur d’écran les épelle.

**Source:** RGAA 4.1.2, glossary “abréviation”; WCAG 2.2, 3.1.4. Titles, lists, tables and the acronyms that everyone knows are left alone; `acronyms:` of `vocabulary.yaml` adds those of the house, `*[RGAA]: …` explains one.

**Options:** `known`: further acronyms.

```md good
Le Réseau européen des médiateurs (REM) et le REM, la TVA, le SAMU, l’ONU, le MDC et le chapitre XIV.
```

```md good
Le RGAA s’applique.

*[RGAA]: référentiel général d’amélioration de l’accessibilité
```

```md good known="AQX|ZBY"
L’AQX agit.
```

```md bad
Le REM se réunit avec l’AQX, que préside Anne DURAND.
```

```md bad
Le REM se réunit. Le Réseau européen des médiateurs (REM) a dix ans.
```

```md bad lang=en
The RTTF will meet monthly.
```
*/
import { readPlainly } from '../../reading.ts';
import { defineRule } from '../../rule.ts';
import { TALL } from '../../signs.ts';

const known = new Set(
  (
    'AFP AP BBC BD BP CD CDD CDI CE CEDEX CEE CIA CNRS CNIL COVID CRS CV DE DVD DVI ENA EDF EPUB EST ET EU EUR FAQ FBI FIFA FM FMI FR ' +
    'GIGN GMT GPS HD HIV HLM HTML HTTP HTTPS ID INSEE IBAN ISBN ISO IT IVG JO JPEG JSON LED LGBT LGBTI MP3 NASA NB NBA NDLR NGO ' +
    'OCDE OECD OK OMC OMS ONG ONU OTAN NATO OVNI PC PDF PDG CEO PIB GDP PIN PME PNG PS QR RATP RDV RER RGPD GDPR RH RIB RMI RN RSA ' +
    'RSVP SA SAMU SARL SAS SDF SIDA AIDS SIREN SIRET SMIC SMS SNCF SOS SUV TER TGV TTC TV TVA UE UK UN UNESCO UNICEF URL URSSAF US USA ' +
    'USB UTC VAT VIH VIP VTT WC WHO WIFI XML ZIP BAC BTS CAF CAP CHU CPAM DGS DOM TOM GIE HT IRM IRPP ISF PACS PV SPA UV VO ' +
    'ADN DNA BCE ECB CJUE CEDH ECHR EEE PNUD OIT ILO HCR CICR CETA ' +
    'DNI NIF IVA ONU OTAN UE EEUU RTVE DVD AVE ESO PYME RAE ' +
    'AG BRD BMW CDU CSU DDR DIN EU EDV GG GMBH KFZ LKW MWST PKW SPD STGB UNO USA WDR ZDF'
  ).split(' '),
);
const shape =
  /(?![a-ce-km-z à-ÿ,.]|.[a-zà-ÿ ])(?<![\p{L}\p{N}.&@#/’'-])(?:[ldLD][’'])?(\p{Lu}{2,5})(?![\p{L}\p{N}&@/]|[.-]\p{L}|\s?:|\s\d{4})/gu;
/** « Anne DURAND »: a family name in capitals, unless the word before only opens the sentence. */
const firstName =
  /(?<!\p{L})(?!(?:Les|Des|Une|The|This|Pour|Avec|Dans|Chez|Selon|Cette|Our|Der|Die|Das|Los|Las|Una)\s)\p{Lu}\p{Ll}{2,20}[ \u00A0]$/u;
const roman = /^[IVXLCDM]+$/;

interface First {
  readonly at: { readonly start: number; readonly end: number };
  /** It stands beside its long form. */
  readonly expanded: boolean;
}

export const acronym = defineRule({
  id: 'names/acronym',
  severity: 'note',
  needs: TALL,
  options: { known: [] as readonly string[] },
  check({ release, brand, text, options }, report) {
    const own = new Set([
      ...options.known,
      ...(brand?.vocabulary.acronyms ?? []),
      ...Object.keys(release.abbreviations),
    ]);
    const first = new Map<string, First>();
    const later = new Set<string>();
    for (const passage of text.body) {
      if (passage.where !== 'paragraph' || passage.listed) continue;
      const reading = readPlainly(passage);
      if (!/\p{Ll}{3}/u.test(reading.text)) continue;
      for (const { index, 0: raw, 1: letters = '' } of reading.text.matchAll(shape)) {
        if (known.has(letters) || own.has(letters) || roman.test(letters)) continue;
        const end = index + raw.length;
        const start = end - letters.length;
        if (firstName.test(reading.text.slice(Math.max(0, index - 24), index))) continue;
        if (isShouted(reading.text, start, end) || isEmphatic(letters, reading.text)) continue;
        const expanded = isExpanded(reading.text, start, end);
        if (!first.has(letters)) first.set(letters, { at: reading.spanOf(start, end), expanded });
        else if (expanded) later.add(letters);
      }
    }
    for (const [letters, { at, expanded }] of first) {
      if (expanded) continue;
      report({
        at,
        message: later.has(letters)
          ? {
              fr: `${letters} n’est développé que plus loin`,
              en: `${letters} is written out further down only`,
            }
          : { fr: `${letters} n’est pas développé`, en: `${letters} is not written out` },
        remedy: {
          fr: `À la première mention : « nom complet (${letters}) ».`,
          en: `At first mention: “full name (${letters})”.`,
        },
      });
    }
  },
});

/** A word in capitals beside another one is no acronym: « ALERTA DE ESTAFA », “STILL PENDING”. */
const isShouted = (text: string, start: number, end: number): boolean =>
  /\p{Lu}{2}[ \n]$/u.test(text.slice(Math.max(0, start - 3), start)) ||
  /^[ \n]\p{Lu}{2}/u.test(text.slice(end, end + 3)) ||
  /\d{5} $/.test(text.slice(Math.max(0, start - 6), start));

/** A short word in capitals for its weight: “offenses MAY qualify” beside “you may apply”. */
const isEmphatic = (letters: string, text: string): boolean =>
  new RegExp(`(?<![\\p{L}’'-])${letters.toLowerCase()}(?![\\p{L}’'-])`, 'u').test(text);

/** « Réseau européen des médiateurs (REM) », « REM (Réseau européen des médiateurs) », « le REM, Réseau européen ». */
function isExpanded(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 40);
  if (/[([]$/.test(before) && /^[^)\]]{0,30}[)\]]/.test(after)) return true;
  if (/^\s?\((?!\d)[^)]{8,}/u.test(after)) return true;
  return (
    /^,?\s(?:[-–—]\s)?(?:l[ea’']s?\s?)?\p{Lu}\p{L}{3,}\s\p{L}/u.test(after) ||
    /^,?\s[-–—]\s(?:l[ea’']s?\s?|the\s)?\p{Ll}{3,}\s\p{L}/u.test(after) ||
    /\p{Lu}\p{L}+\s[-–—,]\s$/u.test(text.slice(Math.max(0, start - 30), start))
  );
}
