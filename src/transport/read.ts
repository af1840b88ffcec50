// Reads what a transport needs from where the user keeps it: the password, extra certificates. I/O.
import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { systemErrorCode, UserFailure } from '../failure.ts';
import type { PasswordSource } from './settings.ts';

/** @throws UserFailure that never holds what was read. */
export async function readPassword(source: PasswordSource): Promise<string> {
  switch (source.kind) {
    case 'value':
      return source.value;
    case 'command':
      return readFromCommand(source.command);
    case 'file':
      return readFromFile(source.path);
  }
}

async function readFromCommand(command: string): Promise<string> {
  const [shell, flag] = process.platform === 'win32' ? ['cmd.exe', '/c'] : ['/bin/sh', '-c'];
  try {
    const { stdout } = await promisify(execFile)(shell, [flag, command], { timeout: 60_000 });
    const [password = ''] = stdout.split(/\r?\n/);
    if (password !== '') return password;
  } catch {
    // Its output may hold the password: nothing of it is told.
  }
  throw new UserFailure(
    { fr: '`passwordCommand` n’a pas donné de mot de passe.', en: '`passwordCommand` gave no password.' },
    {
      remedy: {
        fr: 'Essayez la commande dans un terminal : elle doit l’écrire sur sa première ligne.',
        en: 'Try the command in a terminal: it must print it on its first line.',
      },
    },
  );
}

async function readFromFile(path: string): Promise<string> {
  const info = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (process.platform !== 'win32' && (info.mode & 0o077) !== 0) {
    throw new UserFailure(
      {
        fr: `D’autres utilisateurs peuvent lire le mot de passe dans ${path}.`,
        en: `Other users can read the password in ${path}.`,
      },
      { remedy: { fr: `chmod 600 ${path}`, en: `chmod 600 ${path}` } },
    );
  }
  const [password = ''] = (await readFile(path, 'utf8')).split(/\r?\n/);
  return password;
}

/** Certificates to trust besides the system's, PEM. */
export const readCertificates = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    throw unreadable(path, error);
  });

const unreadable = (path: string, error: unknown): UserFailure =>
  new UserFailure({
    fr: `Impossible de lire ${path} (${systemErrorCode(error)}).`,
    en: `Cannot read ${path} (${systemErrorCode(error)}).`,
  });
