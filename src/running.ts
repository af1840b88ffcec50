// Whether a process of this machine still runs.
import { systemErrorCode } from './failure.ts';

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // One that may not be asked is another user's, and runs.
    return systemErrorCode(error) === 'EPERM';
  }
}
