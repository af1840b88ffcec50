// How V8 is set for the work at hand: to be called before the work, after what it needs is loaded.
import { setFlagsFromString } from 'node:v8';

/**
 * Keeps the memory of a long run as small as that of a short one: each recipient and each message lives for
 * milliseconds, and V8 would rather let tens of megabytes of them gather than tidy up more often.
 */
export const keepMemoryFlat = (): void => {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--optimize-for-size');
};

/**
 * Leaves out V8's slowest compiler, whose work pays for itself only after thousands of like pieces in one thread, and
 * keeps another core busy meanwhile.
 */
export const spareCompiler = (): void => setFlagsFromString('--no-turbofan');

/**
 * Holds the memory of many releases to that of few: V8 would let the space of what is young grow eightfold, and that of
 * the rest to several times what lives, before it tidies up. Costs a few hundredths of the processor time.
 */
export const boundMemory = (): void => {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=50');
};
