/*
# anatomy/end-mark

The text does not end with a typed mark such as `###` or `-30-`.

Le texte ne finit pas par une marque tapée, `###` ou `-30-`.

**Why:** the page and the mail have an end of their own; a screen reader says « number number number », and Markdown makes an empty heading of `###`.

**Pourquoi :** la page et le courriel ont leur propre fin ; le lecteur d’écran dit « dièse dièse dièse », et Markdown fait de `###` un intertitre vide.

**Source:** RGAA 4.1.2, criterion 13.5 (cryptic content); the telegraph's -30-.

```md good
Le salon ferme le 26 novembre.

***

Il reçoit trente élus.
```

```md bad lang=en
The fair closes on 26 November.

###
```

```md fixed lang=en
The fair closes on 26 November.
```

```md bad lang=en
The fair closes on 26 November.

# # #

Notes to editors follow.
```

```md bad
Le salon ferme le 26 novembre.

-30-
```

```md bad
Le salon ferme le 26 novembre.

– FIN –
```
*/
import { wholeBlock } from '../../block.ts';
import { spanOf } from '../../passages.ts';
import { defineRule } from '../../rule.ts';

const mark =
  /^(?:#[ \t]?){2,10}$|^[-–—]{1,2}\s?(?:30|fin|end|ends|ende|fin du communiqué)\s?[-–—]{1,2}$|^[*\\]{0,3}\s?ENDS\s?[*\\]{0,3}$/iu;

export const endMark = defineRule({
  id: 'anatomy/end-mark',
  severity: 'warning',
  check({ release, text }, report) {
    for (const node of [...text.nodes('heading'), ...text.nodes('paragraph')]) {
      const at = spanOf(node);
      if (at === undefined || at.end - at.start > 40) continue;
      const written = release.source.slice(at.start, at.end).trim();
      if (!mark.test(written)) continue;
      const whole = wholeBlock(release.source, node);
      if (whole === undefined) continue;
      report({
        at,
        message: { fr: `Marque de fin : ${written}`, en: `End mark: ${written}` },
        remedy: { fr: 'Retirez-la.', en: 'Remove it.' },
        fix: { text: '', ...whole },
      });
    }
  },
});
