// An address as someone typed it: its key in the ledger, or what is wrong with it.
import { UserFailure } from '../failure.ts';
import type { Wording } from '../finding.ts';
import type { Ledger } from '../outbox/ledger.ts';
import { suppressionKey } from '../outbox/suppression.ts';
import { parseAddress } from '../recipients/address.ts';

/** The ledger's key of an address as someone typed it. @throws UserFailure for what is no address. */
export function keyOf(ledger: Ledger, text: string): Uint8Array {
  const parsed = parseAddress(text);
  if ('problem' in parsed) throw notAnAddress(text, parsed.problem);
  return suppressionKey(ledger.secret, parsed.address.key);
}

export const notAnAddress = (
  text: string,
  { message, remedy }: { readonly message: Wording; readonly remedy: Wording },
): UserFailure =>
  new UserFailure({ fr: `« ${text} » : ${message.fr}.`, en: `“${text}”: ${message.en}.` }, { remedy });
