// `release send` from the list to the wire: nothing leaves unless the very plan that was reviewed is confirmed.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, it } from 'vitest';
import { startSink, storedAt } from '../outbox/faults/harness.ts';
import type { SinkScript } from '../outbox/faults/script.ts';
import { makeWorkspace, type Ran, type Workspace } from '../workspace.ts';

const slug = '2020-11-25-essai';
const release = (more = ''): string => `---
title: Le Défenseur des droits ouvre une permanence
date: 2020-11-25
city: Rennes
regions: [FR]
summary: Une permanence ouvre à Rennes pour les habitants.
boilerplate: false
${more}---

Une permanence ouvre à Rennes pour toutes les personnes qui rencontrent une difficulté avec un service public.

Elle reçoit sans rendez-vous, du lundi au vendredi.
`;
const list = `adresse;nom;région;langue;embargo;source;date d’information
camille@example.org;Camille Martin;FR-BRE;fr;oui;salon;2020-01-02
jean@example.com;"Jean <evil@example.net>, ""x""";FR-29;fr;non;salon;2020-01-02
mary@example.net;Mary Smith;FR;en;non;salon;2020-01-02
`;

const withWest = `- id: press
  name: Ada Essai
  role: { fr: Attachée de presse }
  email: ada@example.org
  phones: [{ number: 01 99 00 12 34 }]
  languages: ['*']
  regions: [FR]
- id: west
  name: Anne Ouest
  role: { fr: Attachée de presse }
  email: anne@example.org
  phones: [{ number: 02 61 91 12 34 }]
  languages: [fr]
  regions: [FR-BRE]
`;

interface Office extends Workspace {
  readonly log: string;
  /** `release send`, with the flags that let the sample pass its checks. */
  send(...args: string[]): Promise<Ran>;
  plan(...args: string[]): Promise<string>;
}

function office(port: number | null, more = '', file = list): Office {
  const workspace = makeWorkspace();
  workspace.write(`releases/${slug}.md`, release(more));
  workspace.write('lists/presse.csv', file);
  const env = port === null ? {} : { RELEASE_SMTP_URL: `smtp://127.0.0.1:${port}` };
  const send = (...args: string[]): Promise<Ran> => workspace.release(['send', ...args], { env });
  return {
    ...workspace,
    log: join(workspace.root, 'sink.log'),
    send,
    plan: async (...args) => {
      const { stdout } = await send(...args, '--json');
      return (JSON.parse(stdout.split('\n')[0] ?? '{}') as { hash: string }).hash;
    },
  };
}

async function withSink(
  use: (port: number, at: Sinks) => Promise<void>,
  script: Omit<SinkScript, 'log'> = {},
): Promise<void> {
  const folder = makeWorkspace().root;
  const keep = join(folder, 'kept');
  mkdirSync(keep);
  const bench = { folder, log: join(folder, 'sink.log'), dispatch: 0, pidFile: '' };
  await using sink = await startSink(bench, { keep, ...script });
  await use(sink.port, {
    stored: () => storedAt(bench),
    messages: () =>
      Promise.all(readdirSync(keep).map((name) => simpleParser(readFileSync(join(keep, name))))),
  });
}

interface Sinks {
  readonly stored: () => ReadonlyMap<string, number>;
  readonly messages: () => Promise<Awaited<ReturnType<typeof simpleParser>>[]>;
}

const usual = [slug, '--to', 'lists/presse.csv', '--allow-warnings'];

describe('a rehearsal', () => {
  it('shows everything, writes every message, and sends nothing', () =>
    withSink(async (port, { stored }) => {
      const newsroom = office(port);
      const { stdout, stderr, code } = await newsroom.send(...usual);
      expect([code, stderr]).toEqual([0, expect.any(String)]);
      expect(stdout).toContain('Destinataires');
      expect(stdout).toMatch(/Empreinte du plan : [0-9a-f]{16}/);
      const outbox = join(newsroom.root, 'build', slug, 'outbox');
      expect(readdirSync(outbox).filter((name) => name.endsWith('.eml'))).toHaveLength(3);
      expect(readFileSync(join(outbox, 'index.html'), 'utf8')).toContain('camille@example.org');
      const mail = await simpleParser(readFileSync(join(outbox, readdirSync(outbox)[0] ?? '')));
      expect(mail.text).toContain('Bonjour Camille Martin,');
      expect(mail.text).toContain('Ada Essai');
      expect(stored().size).toBe(0);
    }));

  it('gives the same hash again, and another when a text, a contact, a list or a note changes', async () => {
    const newsroom = office(null);
    const first = await newsroom.plan(...usual);
    expect(await newsroom.plan(...usual)).toBe(first);
    newsroom.write('note.txt', 'Un mot pour {{name}}.');
    const changes = [
      await newsroom.plan(...usual, '--note', 'note.txt'),
      await newsroom.plan(...usual, '--limit', '2'),
    ];
    newsroom.write('lists/presse.csv', list.replace('Camille', 'Camilla'));
    changes.push(await newsroom.plan(...usual));
    newsroom.write(`releases/${slug}.md`, release().replace('lundi', 'mardi'));
    changes.push(await newsroom.plan(...usual));
    expect(new Set([first, ...changes]).size).toBe(5);
  });

  it('tells each finding once, though the edition and the check both notice it', async () => {
    const newsroom = office(null, 'contacts: [press, nobody]\n');
    const { stdout } = await newsroom.send(...usual, '--json');
    const { findings } = JSON.parse(stdout.split('\n')[0] ?? '{}') as {
      findings: readonly { rule: string }[];
    };
    expect(findings.map(({ rule }) => rule).filter((rule) => rule === 'anatomy/contact')).toHaveLength(1);
  });

  it('gives each region its own contact, beside the one that the release names for all', async () => {
    const newsroom = office(null, 'contacts: [press]\n');
    newsroom.write('templates/plain/contacts.yaml', withWest);
    const { stdout } = await newsroom.send(...usual);
    expect(stdout).toMatch(/Régions +Bretagne 2 · France 1/);
    expect(stdout).toMatch(/Contacts presse +Anne Ouest 2 · Ada Essai 1/);
    const outbox = join(newsroom.root, 'build', slug, 'outbox');
    const texts = await Promise.all(
      readdirSync(outbox)
        .filter((name) => name.endsWith('.eml'))
        .map((name) => simpleParser(readFileSync(join(outbox, name)))),
    );
    for (const { to, text } of texts) {
      const isNational = JSON.stringify(to).includes('mary');
      expect(text?.includes('Ada Essai')).toBe(isNational);
      expect(text?.includes('Anne Ouest')).toBe(!isNational);
    }
  });

  it('with --sample writes a few of each variant only', async () => {
    const newsroom = office(null);
    await newsroom.send(...usual, '--sample', '1');
    expect(readdirSync(join(newsroom.root, 'build', slug, 'outbox'))).toHaveLength(2);
  });
});

describe('confirming', () => {
  it('off a terminal needs the hash: --confirm alone never sends', () =>
    withSink(async (port, { stored }) => {
      const { code, stderr } = await office(port).send(...usual, '--confirm');
      expect(code).toBe(4);
      expect(stderr).toContain('--plan');
      expect(stored().size).toBe(0);
    }));

  it('refuses the hash of a plan that is no longer the plan', () =>
    withSink(async (port, { stored }) => {
      const newsroom = office(port);
      const hash = await newsroom.plan(...usual);
      newsroom.write(`releases/${slug}.md`, release().replace('lundi', 'mardi'));
      expect((await newsroom.send(...usual, '--plan', hash)).code).toBe(4);
      expect(stored().size).toBe(0);
    }));

  it('sends each their own message once, with their contact and nobody else’s address', () =>
    withSink(async (port, { stored, messages }) => {
      const newsroom = office(port);
      newsroom.write('note.txt', 'Pour vous, {{name}} & <amis>.');
      const args = [...usual, '--note', 'note.txt'];
      const { code, stdout } = await newsroom.send(...args, '--plan', await newsroom.plan(...args));
      expect([code, stdout]).toEqual([0, expect.stringContaining('3 acceptés')]);
      expect(stored()).toEqual(
        new Map([
          ['camille@example.org', 1],
          ['jean@example.com', 1],
          ['mary@example.net', 1],
        ]),
      );
      for (const mail of await messages()) {
        expect([mail.to].flat().flatMap((to) => to?.value ?? [])).toHaveLength(1);
        expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);
        expect(mail.text).toContain('<amis>');
        expect(mail.html).toContain('&#60;amis&#62;');
        expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
      }
      const again = await newsroom.send(...args);
      expect(again.stdout).toContain('déjà reçu 3');
      expect(again.code).toBe(2);
    }));

  it('by default only fills a folder, and that counts as a trial', async () => {
    const newsroom = office(null);
    const { code } = await newsroom.send(...usual, '--plan', await newsroom.plan(...usual));
    expect(code).toBe(0);
    expect(readdirSync(join(newsroom.root, 'build', slug, 'sent', 'new'))).toHaveLength(3);
    expect((await newsroom.send(...usual)).stdout).toContain('Destinataires    3');
    expect((await newsroom.release(['status'])).stdout).toContain('essai');
  });

  it('sends every variant to a test address, marked, and counts nobody as reached', () =>
    withSink(async (port, { messages }) => {
      const newsroom = office(port);
      const args = [slug, '--test', 'equipe@example.org'];
      expect((await newsroom.send(...args, '--plan', await newsroom.plan(...args))).code).toBe(0);
      const mails = await messages();
      expect(mails.length).toBeGreaterThan(0);
      for (const { subject } of mails) expect(subject).toMatch(/^\[TEST\] /);
      expect((await newsroom.send(...usual)).stdout).toContain('Destinataires    3');
    }));
});

describe('whatever a list holds', () => {
  const nasty = [
    'X\\r\\nBcc: evil@example.net',
    'Y\nSubject: autre chose\n\nCorps',
    'Z\u0000\u2028\u2029\u0085Cc: evil@example.net',
    'Camille <evil@example.net>, "Jean", Marie; <a@b>',
    '=?utf-8?Q?Bcc=3A_evil?= {{{name}}} {{#each this}}',
  ];
  const columns = ['nom', 'prénom', 'civilité', 'média', 'fonction', 'thèmes', 'source', 'basis', 'colonne'];
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

  it('nothing of it becomes a header, a recipient or markup', () =>
    withSink(async (port, { stored, messages }) => {
      const rows = nasty.map((text, index) => [
        `j${index}@example.org`,
        'fr',
        ...columns.map(() => quoted(text)),
      ]);
      const newsroom = office(
        port,
        '',
        [['courriel', 'langue', ...columns], ...rows].map((row) => row.join(';')).join('\n'),
      );
      newsroom.write('note.txt', 'Pour {{name}}, {{role}}, {{outlet}}, {{colonne}}.');
      const args = [...usual, '--note', 'note.txt', '--skip-invalid'];
      const sent = await newsroom.send(...args, '--plan', await newsroom.plan(...args));
      expect([sent.code, sent.stderr]).toEqual([0, expect.any(String)]);
      expect([...stored().keys()].sort()).toEqual(nasty.map((_, index) => `j${index}@example.org`));
      for (const mail of await messages()) {
        expect([...mail.headers.keys()].sort()).toEqual(headerNames);
        expect(mail.subject).toBe('Le Défenseur des droits ouvre une permanence');
        const [to] = [mail.to ?? []].flat().flatMap(({ value }) => value);
        expect([mail.to].flat().flatMap((each) => each?.value ?? [])).toHaveLength(1);
        expect(to?.address).toMatch(/^j\d@example\.org$/);
        expect(String(mail.html)).not.toMatch(/<evil@|<a@b>/);
      }
    }));

  const headerNames = [
    'auto-submitted',
    'content-language',
    'content-type',
    'date',
    'from',
    'list',
    'message-id',
    'mime-version',
    'reply-to',
    'subject',
    'to',
  ];
});

describe('attachments', () => {
  const attaching = (newsroom: Office, more: string): void => {
    const path = join(newsroom.root, 'templates/plain/brand.yaml');
    const brand = readFileSync(path, 'utf8');
    newsroom.write(
      'templates/plain/brand.yaml',
      brand.replace(/^email: *\{([^}]*)\}/m, `email: {$1, ${more}}`),
    );
  };

  it('travel only when the brand says so: otherwise the message links to them', () =>
    withSink(async (port, { messages }) => {
      const newsroom = office(port);
      attaching(newsroom, 'attach: [pdf]');
      const missing = await newsroom.send(...usual);
      expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('release build')]);
      newsroom.write(`build/${slug}/${slug}.pdf`, '%PDF-1.7 essai');
      expect((await newsroom.send(...usual, '--plan', await newsroom.plan(...usual))).code).toBe(0);
      const names = (await messages()).map(({ attachments }) => attachments.map(({ filename }) => filename));
      expect(names).toEqual([[`${slug}.pdf`], [`${slug}.pdf`], [`${slug}.pdf`]]);
    }));

  it('heavier than the brand allows stop everything', async () => {
    const newsroom = office(null);
    attaching(newsroom, 'attach: [pdf], attachLimitKb: 50');
    newsroom.write(`build/${slug}/${slug}.pdf`, new Uint8Array(60_000));
    const { code, stderr } = await newsroom.send(...usual);
    expect(code).toBe(4);
    expect(stderr).toContain('Les pièces jointes pèsent 60 ko, la marque n’en joint pas plus de 50');
    expect(stderr).toContain('[send/attachment]');
  });
});

describe('what is refused', () => {
  it('a bad line, unless it is set aside', async () => {
    const newsroom = office(null, '', `${list}pas une adresse;X;FR;fr;;;\n`);
    const { code, stderr } = await newsroom.send(...usual);
    expect(code).toBe(1);
    expect(stderr).toContain('lists/presse.csv:5');
    expect((await newsroom.send(...usual, '--skip-invalid')).code).toBe(0);
  });

  it('a region for which no contact answers', async () => {
    const newsroom = office(null);
    newsroom.write(
      'templates/plain/contacts.yaml',
      '- {id: press, name: Ada Essai, role: {fr: Presse}, email: ada@example.org, phones: [{number: 01 99 00 12 34}], languages: [fr], regions: [FR-IDF]}\n',
    );
    const { code, stderr } = await newsroom.send(...usual);
    expect(code).toBe(4);
    expect(stderr).toContain('Aucun contact presse pour');
    expect(stderr).not.toContain('camille@example.org');
  });

  it('an error that release check finds', async () => {
    const newsroom = office(null);
    newsroom.write(`releases/${slug}.md`, release().replace('date: 2020-11-25', 'date: 2020-11-31'));
    const { code } = await newsroom.send(...usual);
    expect([1, 4]).toContain(code);
  });

  it('a password in the configuration, and it is told to nobody', async () => {
    const newsroom = office(null);
    newsroom.write(
      'release.config.yaml',
      'send:\n  transport: smtps://presse:tres-secret@mail.example.org\n',
    );
    const { code, stdout, stderr } = await newsroom.send(...usual);
    expect(code).toBe(2);
    expect(stderr).toContain('RELEASE_SMTP_PASSWORD');
    expect(stdout + stderr).not.toContain('tres-secret');
  });

  it('a password file that others can read', async () => {
    const newsroom = office(null);
    chmodSync(newsroom.write('secret', 'tres-secret\n'), 0o644);
    newsroom.write(
      'release.config.yaml',
      `send:\n  transport: smtp://127.0.0.1:1\n  user: presse\n  passwordFile: ${join(newsroom.root, 'secret')}\n`,
    );
    const { stderr, code } = await newsroom.send(...usual, '--plan', await newsroom.plan(...usual));
    expect([code, stderr]).toEqual([2, expect.stringContaining('chmod 600')]);
    expect(stderr).not.toContain('tres-secret');
  });
});

describe('an embargo', () => {
  const embargoed = 'embargo: 2099-06-01T10:00 Europe/Paris\n';

  it('leaves everyone waiting unless that is said', async () => {
    const { code, stderr, stdout } = await office(null, embargoed).send(...usual);
    expect(code).toBe(4);
    expect(stdout).toContain('En attente');
    expect(stderr).toContain('--at EMBARGO');
  });

  it('is told in the language of the interface and the zone of the release', async () => {
    const { stdout } = await office(null, embargoed).send(...usual, '--at', 'EMBARGO', '--lang', 'en');
    expect(stdout).toMatch(/^Embargo until +Monday 1 June 2099, 10:00 \(Paris time\)$/m);
    expect(stdout).toMatch(/^Begins +Monday 1 June 2099, 10:00 \(Paris time\)$/m);
  });

  it('lets trusted recipients have it marked', () =>
    withSink(async (port, { messages, stored }) => {
      const newsroom = office(port, embargoed);
      const args = [...usual, '--under-embargo'];
      expect((await newsroom.send(...args, '--plan', await newsroom.plan(...args))).code).toBe(0);
      expect([...stored().keys()]).toEqual(['camille@example.org']);
      const [mail] = await messages();
      expect(mail?.subject).toMatch(/^EMBARGO 01\/06 10\u00a0h \(heure de Paris\) – Le Défenseur/);
      expect(mail?.text).toMatch(/sous embargo/i);
    }));

  it('is awaited when the sending is set for it, and nothing leaves before', () =>
    withSink(async (port, { stored }) => {
      const newsroom = office(port, embargoed);
      const args = [...usual, '--at', 'EMBARGO'];
      const hash = await newsroom.plan(...args);
      const stop = new AbortController();
      const waiting = newsroom.release(['send', ...args, '--plan', hash], {
        env: { RELEASE_SMTP_URL: `smtp://127.0.0.1:${port}` },
        signal: stop.signal,
      });
      setTimeout(() => stop.abort(), 4_000);
      expect((await waiting).code).toBe(130);
      expect((await newsroom.send('--due')).stderr).toContain('Rien à envoyer maintenant');
      expect(stored().size).toBe(0);
    }));

  it.each([
    ['2021-03-28T02:30 Europe/Paris', 'n’existe pas'],
    ['2021-10-31T02:30 Europe/Paris', 'existe deux fois'],
    ['2021-10-31T12:00', 'fuseau horaire'],
    ['demain', 'illisibles'],
  ])('a time such as %s is refused', async (time, why) => {
    const { code, stderr } = await office(null).send(...usual, '--at', time);
    expect([code, stderr]).toEqual([2, expect.stringContaining(why)]);
  });
});

describe('an interrupted dispatch', () => {
  it('resumes once the server is right again; an edited file must be restored or the frozen content chosen', () =>
    withSink(async (goodPort, { stored, messages }) => {
      const good = { env: { RELEASE_SMTP_URL: `smtp://127.0.0.1:${goodPort}` } };
      await withSink(
        async (port) => {
          const newsroom = office(port);
          const first = await newsroom.send(...usual, '--plan', await newsroom.plan(...usual));
          expect([first.code, first.stderr]).toEqual([1, expect.stringContaining('En pause')]);
          newsroom.write(`releases/${slug}.md`, release().replace('lundi', 'mardi'));
          const edited = await newsroom.release(['send', '--resume'], good);
          expect([edited.code, edited.stderr]).toEqual([4, expect.stringContaining(`releases/${slug}.md`)]);
          expect((await newsroom.release(['send', '--resume', '--snapshot'], good)).code).toBe(0);
        },
        { replies: [{ step: 'mail', say: '550 5.1.8 Sender refused' }] },
      );
      expect(stored().size).toBe(3);
      expect((await messages()).every(({ text }) => text?.includes('lundi'))).toBe(true);
    }));

  it('planned for a server is never finished in a folder, when the setting of the server is gone', () =>
    withSink(
      async (port, { stored }) => {
        const newsroom = office(port);
        await newsroom.send(...usual, '--plan', await newsroom.plan(...usual));
        for (const how of ['--resume', '--due']) {
          const { code, stderr } = await newsroom.release(['send', how, '--snapshot'], {
            env: { RELEASE_SMTP_URL: '' },
          });
          expect([how, code, stderr]).toEqual([how, how === '--due' ? 0 : 4, expect.any(String)]);
        }
        expect((await newsroom.release(['status', '--json'])).stdout).not.toContain('"accepted"');
        expect(stored().size).toBe(0);
      },
      { replies: [{ step: 'mail', say: '550 5.1.8 Sender refused' }] },
    ));

  it('tells what is unknown, and settles it only by name', () =>
    withSink(
      async (port, { stored }) => {
        const newsroom = office(port);
        const sent = await newsroom.send(...usual, '--plan', await newsroom.plan(...usual));
        expect([sent.code, sent.stdout]).toEqual([3, expect.stringContaining('1 INCERTAIN')]);
        expect((await newsroom.release(['status'])).code).toBe(3);
        const name = `${slug}/1`;
        expect((await newsroom.release(['resolve', name])).stdout).toContain('jean@example.com');
        expect(
          (await newsroom.release(['resolve', name, '--recipient', 'camille@example.org', '--resend'])).code,
        ).toBe(2);
        expect(
          (await newsroom.release(['resolve', name, '--recipient', 'Jean@Example.com', '--resend'])).code,
        ).toBe(0);
        expect((await newsroom.send('--resume')).code).toBe(0);
        expect(stored().get('jean@example.com')).toBe(2);
      },
      { replies: [{ step: 'dot', say: 'cut', to: 'jean@', times: 1 }] },
    ));
});

describe('people who said no', () => {
  it('win over every list, until they ask to be written to again', async () => {
    const newsroom = office(null);
    expect((await newsroom.release(['suppress', 'add', 'JEAN@example.COM'])).code).toBe(0);
    expect((await newsroom.send(...usual)).stdout).toContain('ne veut plus rien recevoir 1');
    expect((await newsroom.release(['suppress', 'list'])).stdout).toContain('example');
    expect((await newsroom.release(['suppress', 'remove', 'jean@example.com'])).code).toBe(0);
    expect((await newsroom.send(...usual)).stdout).toContain('Destinataires    3');
  });

  it('come from files too', async () => {
    const newsroom = office(null);
    newsroom.write('non.csv', 'email\nmary@example.net\ncamille@example.org\n');
    expect((await newsroom.release(['suppress', 'import', 'non.csv'])).stdout).toContain(
      '2 adresses ajoutées',
    );
    expect((await newsroom.send(...usual)).stdout).toContain('Destinataires    1');
  });

  it('can be told what is held, and be erased', async () => {
    const newsroom = office(null);
    await newsroom.send(...usual, '--plan', await newsroom.plan(...usual));
    const told = await newsroom.release([
      'recipients',
      'report',
      'jean@example.com',
      '--in',
      'lists/presse.csv',
    ]);
    expect(JSON.parse(told.stdout)).toMatchObject({
      lists: [{ address: 'jean@example.com' }],
      deliveries: [{ state: 'accepted' }],
    });
    const gone = await newsroom.release([
      'recipients',
      'forget',
      'jean@example.com',
      '--in',
      'lists/presse.csv',
    ]);
    expect(gone.stderr).toContain('lists/presse.csv:3');
    expect(readFileSync(join(newsroom.root, '.release/ledger.db')).includes('jean@example.com')).toBe(false);
    expect(existsSync(join(newsroom.root, '.release/ledger.db'))).toBe(true);
    expect((await newsroom.send(...usual)).stdout).toContain('données effacées 1');
  });
});
