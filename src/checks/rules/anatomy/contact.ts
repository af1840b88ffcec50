/*
# anatomy/contact

A press contact answers for the regions and the language, at an address of the institution and a number that rings.

Un contact presse répond pour les régions et la langue, à une adresse de l’institution et à un numéro qui sonne.

**Why:** a release that nobody can ask about is not printed.

**Pourquoi :** un communiqué sur lequel on ne peut interroger personne n’est pas repris.

**Source:** the brand's `contacts.yaml` and `domains`; numbering plans after ITU-T E.164.

```md good
Le Médiateur reçoit les élus.
```

```md bad lang=de
Der Bürgerbeauftragte empfängt die Stadträte.
```

```md bad
---
title: Le Médiateur reçoit les élus
date: 2020-11-25
contacts: [presse-nationnale]
---
Le Médiateur reçoit les élus.
```
*/
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Brand, Contact } from '../../../brand/brand.ts';
import { nearest } from '../../../nearest.ts';
import { makeRegionTree, type RegionTree, regionContains } from '../../../region.ts';
import type { Release } from '../../../release/release.ts';
import { defineRule } from '../../rule.ts';
import { primaryLanguage } from '../../text.ts';

export const contact = defineRule({
  id: 'anatomy/contact',
  severity: 'error',
  check({ release, brand, text }, report) {
    if (brand === null) return;
    const tree = treeOf(brand);
    const at = text.keySpan(release.places.contacts === undefined ? 'title' : 'contacts');
    for (const id of release.contacts ?? []) {
      if (brand.contacts.some((known) => known.id === id)) continue;
      const meant = nearest(
        id,
        brand.contacts.map((known) => known.id),
      );
      report({
        at,
        message: { fr: `Contact presse inconnu : \`${id}\``, en: `Unknown press contact: \`${id}\`` },
        remedy:
          meant === undefined
            ? { fr: 'Voir contacts.yaml.', en: 'See contacts.yaml.' }
            : { fr: `Vouliez-vous dire \`${meant}\` ?`, en: `Did you mean \`${meant}\`?` },
      });
    }
    if (release.contacts === null) {
      for (const region of release.regions) {
        if (brand.contacts.some((one) => answersFor(one, region, release.language, tree))) continue;
        report({
          at,
          message: {
            fr: `Aucun contact presse pour ${region} en \`${release.language}\``,
            en: `No press contact for ${region} in \`${release.language}\``,
          },
          remedy: {
            fr: 'Complétez contacts.yaml, ou nommez-en un dans `contacts`.',
            en: 'Complete contacts.yaml, or name one in `contacts`.',
          },
        });
      }
    }
    for (const one of brand.contacts.filter((any) => isChosen(any, release, tree))) {
      const domain = one.email.split('@')[1]?.toLowerCase() ?? '';
      const known = brand.domains.some((own) => domain === own || domain.endsWith(`.${own}`));
      if (!known && brand.domains.length > 0) {
        report({
          at,
          severity: 'warning',
          message: {
            fr: `${one.email} n’est pas une adresse de l’institution`,
            en: `${one.email} is no address of the institution`,
          },
          remedy: {
            fr: `Domaines : ${brand.domains.join(', ')}.`,
            en: `Domains: ${brand.domains.join(', ')}.`,
          },
        });
      }
      for (const number of invalidPhones(one)) {
        report({
          at,
          severity: 'warning',
          message: {
            fr: `${number} (${one.name}) n’est attribué dans aucun plan de numérotation`,
            en: `${number} (${one.name}) belongs to no numbering plan`,
          },
          remedy: { fr: 'Vérifiez-le dans contacts.yaml.', en: 'Check it in contacts.yaml.' },
        });
      }
    }
  },
});

const trees = new WeakMap<Brand, RegionTree>();

/** Made once for a brand, not once for each of its releases. */
function treeOf(brand: Brand): RegionTree {
  const tree = trees.get(brand) ?? makeRegionTree();
  trees.set(brand, tree);
  return tree;
}

const judged = new WeakMap<Contact, readonly string[]>();

/** Numbers of no numbering plan. The same few contacts stand behind every release, so that each is judged once. */
function invalidPhones(one: Contact): readonly string[] {
  const known =
    judged.get(one) ??
    one.phones.flatMap(({ number }) =>
      parsePhoneNumberFromString(number)?.isValid() === false ? [number] : [],
    );
  judged.set(one, known);
  return known;
}

/** Named in the frontmatter, or answering for one of the regions in the language. */
const isChosen = (one: Contact, { contacts, regions, language }: Release, tree: RegionTree): boolean =>
  contacts === null
    ? regions.some((region) => answersFor(one, region, language, tree))
    : contacts.includes(one.id);

function answersFor(
  { regions, languages }: Contact,
  region: string,
  language: string,
  tree: RegionTree,
): boolean {
  const covers = regions.some((area) => regionContains(tree, area, region));
  return covers && [language, primaryLanguage(language), '*'].some((tag) => languages.includes(tag));
}
