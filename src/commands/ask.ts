// Asks the person at the terminal one question.
import { createInterface } from 'node:readline/promises';
import type { Context } from '../context.ts';

/** Whether someone is there to answer: both what is shown and what is typed go by a terminal. */
export const canAsk = ({ stdin, stdout }: Context): boolean => stdin.isTTY === true && stdout.isTTY === true;

/** @returns what was typed; null when the question was left with Ctrl-C or Ctrl-D. */
export async function ask({ stdin, stderr, signal }: Context, question: string): Promise<string | null> {
  const prompt = createInterface({ input: stdin, output: stderr });
  try {
    return (await prompt.question(question, { signal })).trim();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
    stderr.write('\n');
    return null;
  } finally {
    prompt.close();
  }
}
