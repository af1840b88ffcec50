/*
# comments/disable

A comment that disables a rule names it, gives a reason, and still silences something.

Un commentaire qui désactive une règle la nomme, dit pourquoi, et sert encore à quelque chose.

**Why:** a rule silenced without a reason is silenced for ever; a comment that no longer silences anything hides the next mistake.

**Pourquoi :** une règle muette sans raison le reste toujours ; un commentaire devenu inutile cachera la prochaine faute.

**Source:** the habits of Biome (an explanation is required) and ESLint (unused directives are reported).

```md bad
<!-- release-disable-next-line typography/apostrophe -->
L'institution agit.
```

```md bad
<!-- release-disable-next-line typography/apostrof: citation exacte -->
L’institution agit.
```

```md bad
<!-- release-disable-next-line typography/apostrophe: citation exacte -->
L’institution agit.
```

```md good
<!-- release-disable-next-line typography/apostrophe: citation exacte d’un tweet -->
L'institution agit.
```
*/
import { defineRule } from '../../rule.ts';

/** The engine itself reports, once it has seen what all other rules found. */
export const disable = defineRule({ id: 'comments/disable', severity: 'error', check: () => {} });
