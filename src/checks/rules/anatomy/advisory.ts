/*
# anatomy/advisory

A media advisory says when, where, who will be there, and how and until when to be accredited.

Une invitation presse dit quand, où, qui sera là, comment s’accréditer et jusqu’à quand.

**Why:** the desk decides from these five lines whether to send someone; what is missing costs a call, or a camera.

**Pourquoi :** la rédaction décide sur ces cinq lignes d’envoyer quelqu’un ; ce qui manque coûte un appel, ou une caméra.

**Source:** the media advisories of the reference corpus (who, what, when, where); Business Wire, “media advisory”.

```md good kind=media-advisory
**Qui :** Camille Exemple, médiatrice des communes

**Quoi :** présentation du rapport annuel aux élus

**Quand :** jeudi 26 novembre 2020 à 10 h

**Où :** 1, rue des Exemples, Paris

**Accréditation :** avant le 25 novembre 2020 à 18 h, presse@mediateur.example.org
```

```md good
Le Médiateur reçoit les élus.
```

```md bad kind=media-advisory
Le Médiateur présente son rapport aux élus.
```

```md bad kind=media-advisory
Camille Exemple présente son rapport le 26 novembre 2020 à 10 h, 1, rue des Exemples.
```

```md bad lang=en kind=media-advisory
**WHAT:** Press conference with Camille Exemple

**WHEN:** 26 November 2020

**WHERE:** 1 Example Street, Paris

**RSVP** by 25 November 2020.
```
*/
import type { Wording } from '../../../finding.ts';
import { datesIn } from '../../calendar.ts';
import { timesIn } from '../../clock.ts';
import { plainText } from '../../passage.ts';
import { defineRule } from '../../rule.ts';
import { primaryLanguage } from '../../text.ts';

const where =
  /(?:^|\n)\s*(?:où|lieu|adresse|where|place|venue|location|dónde|lugar|wo|ort|أين|المكان)\s?:|\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:rue|avenue|av\.|boulevard|bd|place|quai|cours|allée|chemin|route|impasse|parvis|square)(?!\p{L})|(?<!\p{L})(?:street|avenue|road|square|calle|plaza|avenida|paseo)(?!\p{L})|stra(?:ß|ss)e|platz|(?<!\p{L})(?:en (?:ligne|visioconférence)|online|en línea)(?!\p{L})/iu;
const who =
  /(?:^|\n)\s*(?:qui|who|quién(?:es)?|wer|من)\s?:|\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}[\p{L}’'-]+/u;
const accreditation =
  /accrédit|accredit|akkredit|acredit|inscri(?:re|ption|vez)|rsvp|r\.s\.v\.p|register|registration|anmeld|confirmer (?:votre|leur|sa) (?:présence|venue)|confirm (?:your|their) attendance|confirmar (?:su )?asistencia|التسجيل|الاعتماد/iu;
const deadline =
  /(?<!\p{L})(?:avant|jusqu[’']|au plus tard|d[’']ici|before|by|until|no later than|deadline|antes|hasta|bis|vor|spätestens|قبل)(?!\p{L})/iu;

export const advisory = defineRule({
  id: 'anatomy/advisory',
  severity: 'error',
  check({ release, text }, report) {
    if (release.kind !== 'media-advisory') return;
    const whole = text.body.map(plainText).join('\n\n');
    const { language } = release;
    const dated =
      !['fr', 'en', 'es', 'de'].includes(primaryLanguage(language)) || datesIn(whole, language).length > 0;
    const timed = timesIn(whole).length > 0;
    const miss = (what: Wording, severity: 'error' | 'warning'): void =>
      report({
        at: text.keySpan('kind'),
        severity,
        message: { fr: `Invitation presse : il manque ${what.fr}`, en: `Media advisory without ${what.en}` },
        remedy: {
          fr: 'Écrivez Qui, Quoi, Quand, Où et Accréditation, chacun sur sa ligne.',
          en: 'Write Who, What, When, Where and Accreditation, each on its line.',
        },
      });
    if (!dated) miss({ fr: 'le jour', en: 'the day' }, 'error');
    if (!timed) miss({ fr: 'l’heure', en: 'the time' }, 'error');
    if (!where.test(whole)) miss({ fr: 'le lieu', en: 'the place' }, 'error');
    if (!who.test(whole)) miss({ fr: 'les personnes présentes', en: 'the people present' }, 'warning');
    const [line] = whole.split('\n\n').filter((paragraph) => accreditation.test(paragraph));
    if (line === undefined) miss({ fr: 'l’accréditation', en: 'accreditation' }, 'warning');
    else if (!deadline.test(whole))
      miss({ fr: 'la date limite d’accréditation', en: 'a deadline for accreditation' }, 'warning');
  },
});
