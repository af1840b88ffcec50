/*
# paste/tracking

Links lead straight to their page: no tracking parameters, no detour through a mail filter.

Les liens mènent droit à leur page : ni paramètres de suivi, ni détour par un filtre de messagerie.

**Why:** `utm_…` and `fbclid` tell who sent whom; a « safelink » shows the recipient's mail address and stops working one day.

**Pourquoi :** `utm_…` et `fbclid` disent qui a envoyé qui ; un « safelink » montre l’adresse de son destinataire et cesse un jour de marcher.

**Source:** CNIL, recommendation on trackers; the documented parameters of Google, Meta, Mailchimp, Matomo and Microsoft.

```md bad
Le [guide](https://example.org/guide?id=3&utm_source=mail&utm_medium=cp#p2) et le [plan](https://example.org/plan?fbclid=abc).
```

```md fixed
Le [guide](https://example.org/guide?id=3#p2) et le [plan](https://example.org/plan).
```

```md bad
Le [guide](https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fguide&data=05%7Cx).
```

```md fixed
Le [guide](https://example.org/guide).
```

```md good
Le [guide](https://example.org/guide?id=3&utmost=1).
```
*/
import type { Definition, Link } from 'mdast';
import { spanOf } from '../../passages.ts';
import { defineRule } from '../../rule.ts';

const tracker =
  /^(?:utm_[a-z_]+|(?:mtm|pk|matomo|piwik)_[a-z_]+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|twclid|yclid|igshid|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|xtor|at_(?:medium|campaign))$/i;

export const tracking = defineRule({
  id: 'paste/tracking',
  severity: 'warning',
  check({ text, release }, report) {
    const links: readonly (Link | Definition)[] = [...text.nodes('link'), ...text.nodes('definition')];
    for (const link of links) {
      const at = spanOf(link);
      const straight = straighten(link.url);
      if (at === undefined || straight === link.url) continue;
      const start = release.source.slice(at.start, at.end).lastIndexOf(link.url);
      const fix =
        start === -1 ? undefined : { start: at.start + start, end: at.start + start + link.url.length };
      const only = release.source.slice(at.start, at.end).indexOf(link.url) === start;
      report({
        at,
        message: { fr: 'Lien avec un mouchard', en: 'Link with a tracker' },
        remedy: { fr: `Gardez \`${straight}\`.`, en: `Keep \`${straight}\`.` },
        ...(fix === undefined || !only ? {} : { fix: { ...fix, text: straight } }),
      });
    }
  },
});

/** The address behind a known detour, without tracking parameters; the rest of it stays byte for byte. */
function straighten(url: string): string {
  const [, query = ''] =
    /^https?:\/\/[^/]{0,80}(?:safelinks\.protection\.outlook\.com\/|google\.[a-z.]{2,6}\/url)[^?]{0,20}\?(.*)$/i.exec(
      url,
    ) ?? [];
  const parameters = query === '' ? null : new URLSearchParams(query);
  const target = parameters?.get('url') ?? parameters?.get('q');
  if (target && /^https?:\/\/\S+$/.test(target) && !/[()<>]/.test(target)) return straighten(target);
  const mark = url.indexOf('?');
  if (mark === -1) return url;
  const hash = url.indexOf('#', mark);
  const end = hash === -1 ? url.length : hash;
  const all = url.slice(mark + 1, end).split('&');
  const kept = all.filter((pair) => !tracker.test(pair.split('=')[0] ?? ''));
  if (kept.length === all.length) return url;
  return url.slice(0, mark) + (kept.length === 0 ? '' : `?${kept.join('&')}`) + url.slice(end);
}
