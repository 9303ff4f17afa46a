import type { FuzzTarget } from '../target';
import { formatTargets } from './formats';
import { keyTargets } from './keys';
import { packageTargets } from './packages';
import { portTargets } from './port';
import { readerTargets } from './readers';
import { recordTargets } from './records';
import { wordTargets } from './words';

/** Every parser that is fuzzed. A new one is a line in the file of its sort. */
export const targets: readonly FuzzTarget[] = [
  ...readerTargets,
  ...formatTargets,
  ...wordTargets,
  ...keyTargets,
  ...packageTargets,
  ...recordTargets,
  ...portTargets,
];
