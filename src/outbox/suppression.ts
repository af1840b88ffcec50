// Suppression: how a person who said no is recognised without being named.
import { createHmac, type KeyObject } from 'node:crypto';

/**
 * The keyed hash by which the ledger knows an address: HMAC-SHA-256, 128 bits. Nobody without the key can try names.
 * @param key The address as `addressKey` of recipients/ folds it.
 */
export const suppressionKey = (secret: KeyObject, key: string): Uint8Array =>
  createHmac('sha256', secret).update(key, 'utf8').digest().subarray(0, 16);
