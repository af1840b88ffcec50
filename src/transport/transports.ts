// The list of transports. A new one is a file of its own and one line here.
import { UserFailure } from '../failure.ts';
import type { Transport } from '../outbox/delivery.ts';
import type { TransportChoice } from './settings.ts';

/** @param folder Where `file:` writes when it names no folder. */
type Opener = (choice: TransportChoice, folder: string) => Promise<Transport>;

const openers: Readonly<Record<string, Opener>> = {
  file: async (choice, folder) => (await import('./file.ts')).fileTransport(choice.path || folder),
  smtp: async (choice) => (await import('./smtp.ts')).openSmtp(choice),
  smtps: async (choice) => (await import('./smtp.ts')).openSmtp(choice),
  sendmail: async (choice) => (await import('./sendmail.ts')).sendmailTransport(choice),
  ses: async (choice) => (await import('./ses.ts')).openSes(choice),
};

const transportSchemes: readonly string[] = Object.keys(openers);

/** @throws UserFailure for an unknown scheme, an unreadable password, or a library that is not installed. */
export async function openTransport(choice: TransportChoice, folder: string): Promise<Transport> {
  const open = openers[choice.scheme];
  if (open !== undefined) return open(choice, folder);
  const known = transportSchemes.map((scheme) => `${scheme}:`).join(', ');
  throw new UserFailure(
    { fr: `Transport inconnu : ${choice.scheme}:`, en: `Unknown transport: ${choice.scheme}:` },
    { remedy: { fr: `Au choix : ${known}.`, en: `Choices: ${known}.` } },
  );
}
