// The seal beside the ledger: its identity, its secret key and how far it had come, so that its loss or an old copy is noticed.
import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { refusal } from './ledger-refusal.ts';

export interface Seal {
  readonly id: string;
  /** 32 octets: the key of the hashes of addresses. */
  readonly secret: Uint8Array;
  /** Never above the ledger's own: an epoch below it means an older copy was put back. */
  readonly epoch: number;
}

const sealPath = (folder: string): string => join(folder, 'ledger.seal');

export function readSeal(folder: string): Seal | undefined {
  const path = sealPath(folder);
  if (!existsSync(path)) return undefined;
  try {
    const { id, secret, epoch } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    if (typeof id === 'string' && typeof secret === 'string' && typeof epoch === 'number') {
      return { id, secret: Buffer.from(secret, 'base64'), epoch };
    }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw refusal.brokenSeal(path);
}

export function createSeal(folder: string): Seal {
  const seal = { id: randomUUID(), secret: randomBytes(32), epoch: 0 };
  replaceSeal(folder, seal);
  return seal;
}

/** Raises the epoch; call it once the ledger durably holds that epoch. */
export function writeSeal(folder: string, epoch: number): void {
  const seal = readSeal(folder);
  if (seal !== undefined && seal.epoch < epoch) replaceSeal(folder, { ...seal, epoch });
}

/** Written whole or not at all: a new file, flushed, then renamed over the old one. */
function replaceSeal(folder: string, seal: Seal): void {
  const path = sealPath(folder);
  const draft = `${path}.${process.pid}`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify({ ...seal, secret: Buffer.from(seal.secret).toString('base64') })}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}
