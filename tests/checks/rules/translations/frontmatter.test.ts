// What is said of a translation whose embargo is not that of its original.
import { expect, it } from 'vitest';
import { frontmatter } from '../../../../src/checks/rules/translations/frontmatter.ts';
import { checkText } from '../../sample.ts';

const release = (title: string, embargo: string | null): string =>
  `---\ntitle: ${title}\ndate: 2020-11-25\n${embargo === null ? '' : `embargo: ${embargo}\n`}---\n\nTexte.\n`;

it.each([
  [
    null,
    '2020-11-25T06:00 Europe/Paris',
    'La traduction n’a pas l’embargo de l’original',
    'L’original dit `embargo: 2020-11-25T06:00 Europe/Paris`.',
  ],
  [
    '2020-11-25T06:00 Europe/Paris',
    null,
    'La traduction a un embargo, l’original n’en a pas',
    'Retirez `embargo`, ou ajoutez-le à releases/2020-11-25-exemple.md.',
  ],
  [
    '2020-11-25T06:00 Europe/London',
    '2020-11-25T06:00 Europe/Paris',
    'L’embargo de la traduction finit après celui de l’original',
    'L’original dit `embargo: 2020-11-25T06:00 Europe/Paris`.',
  ],
  [
    '2020-11-25T05:00 Europe/Paris',
    '2020-11-25T06:00 Europe/Paris',
    'L’embargo de la traduction finit avant celui de l’original',
    'L’original dit `embargo: 2020-11-25T06:00 Europe/Paris`.',
  ],
])(
  'an embargo of %s where the original has %s is told as what it is',
  async (own, original, message, remedy) => {
    const beside = [
      { file: 'releases/2020-11-25-exemple.md', text: release('Le Médiateur reçoit les élus', original) },
    ];
    const text = release('The Ombudsman meets councillors', own);
    const [finding] = await checkText(text, { lang: 'en' }, [frontmatter], { beside });
    expect(finding?.message.fr).toBe(message);
    expect(finding?.remedy?.fr).toBe(remedy);
  },
);

it('the same instant in another zone is the same embargo', async () => {
  const original = release('Le Médiateur reçoit les élus', '2020-11-25T06:00 Europe/Paris');
  const beside = [{ file: 'releases/2020-11-25-exemple.md', text: original }];
  const text = release('The Ombudsman meets councillors', '2020-11-25T05:00 Europe/London');
  expect(await checkText(text, { lang: 'en' }, [frontmatter], { beside })).toEqual([]);
});
