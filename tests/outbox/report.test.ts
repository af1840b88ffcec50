// The report of a dispatch: counts that add up, nothing from elsewhere, and cells that no spreadsheet runs.
import { expect, test } from 'vitest';
import type { DeliveryRow } from '../../src/outbox/ledger-report.ts';
import { reportCsv, reportPage } from '../../src/outbox/report.ts';

const row: DeliveryRow = {
  id: 1,
  address: 'jean@example.org',
  name: '=HYPERLINK("http://example.net")',
  list: 'presse.csv',
  language: 'fr',
  region: 'FR-BRE',
  outlet: 'Le "Ponant", hebdo',
  domain: 'example.org',
  messageId: '<1@example.org>',
  state: 'rejected',
  reason: 'mailbox',
  attempts: 1,
  nextAt: 0,
  code: 550,
  enhanced: '5.1.1',
  reply: '<script>alert(1)</script>',
  queueId: null,
  settledAt: 0,
};
const words = {
  code: 'fr',
  states: { accepted: 'accepté', rejected: 'refusé' },
  outcomes: 'Ce que les messages sont devenus',
  timeline: 'Au fil du temps',
  troubles: 'Refusés',
  history: 'Journal',
  perMinute: 'Acceptés au fil du temps',
  more: (n: number) => `… et ${n} autres`,
  reason: (reason: string) => ({ mailbox: 'adresse inconnue' })[reason] ?? reason,
  when: (at: number) => new Date(at).toISOString(),
};

test('the page counts by value and state, the largest first, and shows text as text', () => {
  const domains = Array.from({ length: 30 }, (_, index) => ({
    value: `d${index}.example.org`,
    state: 'accepted' as const,
    count: index + 1,
  }));
  const page = reportPage(
    {
      title: 'essai/1',
      facts: [['Transport', 'smtp://mail.example.org:465']],
      counts: { accepted: 465, rejected: 1 },
      timeline: [
        { minute: 10, count: 400 },
        { minute: 300, count: 65 },
      ],
      tables: [
        {
          title: 'Par domaine',
          rows: [...domains, { value: 'd29.example.org', state: 'rejected', count: 1 }],
        },
      ],
      troubled: [row],
      audit: [],
    },
    words,
  );
  expect(page).toContain(
    '<tr><th scope="row">d29.example.org</th><td class="number">30</td><td class="number">1</td></tr>',
  );
  expect(page.indexOf('d29.example.org')).toBeLessThan(page.indexOf('d28.example.org'));
  expect(page).toContain('… et 5 autres');
  expect(page).toContain('adresse inconnue');
  expect(page).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  expect(page.match(/<rect /g)).toHaveLength(2);
});

test('no cell of the CSV is a formula', () => {
  const [head = '', line = ''] = [...reportCsv([row])];
  expect(head).toContain('address,name,list');
  expect(line).toContain(`"'=HYPERLINK(""http://example.net"")"`);
  expect(line).toContain('"Le ""Ponant"", hebdo"');
});
