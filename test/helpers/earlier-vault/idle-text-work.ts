import type { TextWork } from '../../../electron/services/text/work';

const nothing = (): void => undefined;

/** Reading that never begins, where it is about what is written of texts. */
export const idleTextWork: TextWork = {
  ...{ wake: nothing, prioritise: nothing, pause: nothing, resume: nothing, setEnabled: nothing },
  ...{ enabled: () => false, paused: () => true },
};
