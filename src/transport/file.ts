// Writes each message as a file of a maildir instead of sending it: trying costs nothing. I/O.
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../folder.ts';
import type { Channel, Receipt, Transport } from '../outbox/delivery.ts';

/** A maildir in `folder`: complete messages in `new/`, `cur/` for whoever reads them. */
export const fileTransport = (folder: string): Transport => ({
  name: `file:${folder}`,
  connections: 4,
  connect: async () => {
    for (const part of ['tmp', 'new', 'cur']) makeFolder(join(folder, part));
    return channel(folder);
  },
});

const accepted: Receipt = { kind: 'reply', phase: 'dot', code: 250, enhanced: null, text: 'written' };

/** The name comes from the Message-ID, so that writing again would replace, not repeat. */
const channel = (folder: string): Channel => ({
  open: true,
  send: async (message, gate) => {
    const name = `${message.messageId.replace(/[^\w.@-]/g, '')}.eml`;
    const draft = join(folder, 'tmp', name);
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writev([...message.chunks]);
      await file.sync();
    } finally {
      await file.close();
    }
    if (!(await gate())) {
      await rm(draft);
      return { kind: 'withheld' };
    }
    await rename(draft, join(folder, 'new', name));
    return accepted;
  },
  close: () => {},
  abort: () => {},
});
