// What stands around a release in its message: greeting above; below, why it came and how to say no.
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import type { Brand } from '../../src/brand/brand.ts';
import { composeMessage, encodeVariant } from '../../src/outbox/compose.ts';
import { type DraftParts, makeDraft } from '../../src/outbox/draft.ts';
import { noticeFor, sourceLine } from '../../src/outbox/notice.ts';

const brand = {
  id: 'plain',
  languages: ['fr'],
  name: { fr: 'Bureau & Cie' },
  email: { from: 'presse@example.org', replyTo: null, attach: [], attachLimitKb: 2_000 },
} as unknown as Brand;

const delivered = async (more: Partial<DraftParts> = {}) => {
  const draft = makeDraft({
    audience: { key: '', releaseId: 'a', language: 'fr', contacts: [], shownRegions: [], isMarked: false },
    brand,
    title: 'Un titre',
    embargo: null,
    prefix: '',
    html: '<html lang="fr"><body class="body">\n<div class="preheader">Résumé</div>\n<p>Texte.</p></body></html>',
    text: 'Texte.\n',
    enclosures: [],
    hasNote: false,
    listId: null,
    unsubscribe: { mailto: 'stop@example.org?subject={token}', url: null },
    notices: {},
    ...more,
  });
  const fields = { salutation: 'Bonjour,', source: sourceLine('fr', 'salon <2019>') };
  const to = { name: null, address: 'camille@example.org' };
  const { chunks } = composeMessage(encodeVariant(draft), {
    to,
    messageId: '<abc@example.org>',
    date: 0,
    fields,
  });
  return simpleParser(Buffer.concat(chunks));
};

test('the notice says why, from where, and how to object, in lines of 76 columns', async () => {
  const { text = '', html } = await delivered();
  const notice = text.slice(text.indexOf('-- \n'));
  expect(notice.replaceAll('\n', ' ')).toContain('nos listes de presse (Bureau & Cie)');
  expect(notice.replaceAll('\n', ' ')).toContain(
    'corriger ou faire effacer vos données\u00a0: stop@example.org.',
  );
  expect(notice).toContain('Source de vos données\u00a0: salon <2019>.');
  expect(Math.max(...notice.split('\n').map((line) => line.length))).toBeLessThanOrEqual(76);
  expect(html).toContain('<a href="mailto:stop@example.org?subject=unsubscribe"');
  expect(html).toContain('salon &#60;2019&#62;.');
});

test('the preview text stays first, the greeting follows, the text is whole', async () => {
  const { html } = await delivered();
  expect(String(html).replace(/\s+/g, ' ')).toMatch(
    /Résumé<\/div>.*Bonjour,.*<p>Texte\.<\/p>.*listes de presse/,
  );
});

test('a page that takes opt-outs is linked to with the delivery’s own token', async () => {
  const { text = '', html } = await delivered({
    unsubscribe: { mailto: null, url: 'https://presse.example.org/stop/{token}' },
  });
  expect(text).toContain('https://presse.example.org/stop/abc');
  expect(html).toContain('<a href="https://presse.example.org/stop/abc"');
});

test('a brand’s own notice takes its place', async () => {
  const { text = '' } = await delivered({ notices: { fr: 'Écrivez à {way}.' } });
  expect(text).toContain('Écrivez à stop@example.org.');
});

test.for(['fr', 'en', 'es', 'de', 'pl', 'ro', 'hy', 'ka', 'az', 'ar'])(
  '%s has a notice of its own',
  (language) => {
    const notice = noticeFor(language, 'SENDER', 'WAY', {});
    expect(notice).toMatch(/SENDER.*WAY.*CNIL/);
    expect(notice === noticeFor('en', 'SENDER', 'WAY', {})).toBe(language === 'en');
  },
);
