// `release recipients export --anonymise`: a press list without its people, as CSV or JSON on standard output.
import { randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { type ExitCode, UserFailure } from '../failure.ts';
import { anonymise, countRecognisable, toCsv } from '../recipients/anonymise.ts';
import { findBrand, gatherLists, type ListOptions, tellBlocking, tellListFindings } from './press-lists.ts';

export interface ExportOptions extends ListOptions {
  readonly anonymise?: true;
}

/** Fewer people than this who share a description may be recognised by it. */
const smallestGroup = 5;

export async function run(
  context: Context,
  paths: readonly string[],
  options: ExportOptions,
): Promise<ExitCode> {
  if (options.anonymise !== true) throw namesAsked();
  const { stdout, stderr, words, json, quiet } = context;
  const { merged, findings, blocking } = await gatherLists(
    context,
    paths,
    options,
    await findBrand(context, options.brand),
  );
  if (blocking.length > 0) {
    tellListFindings(context, findings);
    tellBlocking(context, blocking);
    return 1;
  }
  // Drawn for this export and thrown away: nobody, not even the sender, can go back from an id to an address.
  const recipients = anonymise(merged.recipients, randomBytes(32));
  stdout.write(json ? `${JSON.stringify({ schema: 1, recipients }, null, 2)}\n` : toCsv(recipients));
  const recognisable = countRecognisable(recipients, smallestGroup);
  if (recognisable > 0 && !quiet)
    stderr.write(`${words.recipients.recognisable(recognisable, smallestGroup)}\n`);
  return 0;
}

const namesAsked = (): UserFailure =>
  new UserFailure(
    {
      fr: 'Une liste de presse ne s’exporte que sans ses noms et ses adresses.',
      en: 'A press list is only exported without its names and addresses.',
    },
    {
      remedy: {
        fr: 'Ajoutez `--anonymise`. Pour tout ce qui est tenu sur une personne\u00a0: `release recipients report`.',
        en: 'Add `--anonymise`. For all that is held on one person: `release recipients report`.',
      },
    },
  );
