// Writes a rehearsal: one file a message and the page that lists them. I/O.
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { type IndexWords, indexPage, type RehearsedMessage } from './rehearsal.ts';

/** Replaces the folder's rehearsal. @returns how many messages were written. */
export async function writeRehearsal(
  folder: string,
  messages: Iterable<RehearsedMessage>,
  words: IndexWords,
): Promise<number> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const index = createWriteStream(join(folder, 'index.html'), { mode: 0o600 });
  index.write(indexPage.head(words));
  let count = 0;
  for (const entry of messages) {
    const file = createWriteStream(join(folder, entry.file), { mode: 0o600 });
    for (const chunk of entry.message.chunks) file.write(chunk);
    file.end();
    await finished(file);
    index.write(indexPage.row(entry));
    count += 1;
  }
  index.end(indexPage.foot);
  await finished(index);
  return count;
}
