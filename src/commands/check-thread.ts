// One thread of a large check: opens the same desk as the command and checks the batches it is sent.
import { parentPort, workerData } from 'node:worker_threads';
import type { Briefing } from './check-crew.ts';
import { openDesk } from './check-desk.ts';
import { checkFile } from './check-workspace.ts';

const { cwd, build, now, options } = workerData as Briefing;
const desk = openDesk({ cwd, build, now: () => new Date(now) }, options);

parentPort?.on('message', async (batch: readonly string[]) => {
  const checked = [];
  for (const file of batch) checked.push(await checkFile((await desk).desk, file));
  parentPort?.postMessage(checked);
});
