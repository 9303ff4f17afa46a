import type { MessageFilter, MessageKey } from '../../../shared/models/message';
import { call, holdfast } from '../../kit/bridge';
import { useNavigation } from '../../kit/navigation';
import type { Act } from '../../kit/use-act';

/** The ways in which lines of a filter become entries of the chronology. Lines are meant by their places in it. */
export interface Citing {
  readonly keysOf: (places: Iterable<number>) => Promise<readonly MessageKey[]>;
  /** A new entry that stands on them, to be looked at before it is saved. */
  readonly newEntry: (places: Iterable<number>) => void;
  /** One entry for each of them, made at once. */
  readonly entryEach: (places: Iterable<number>, then: (entries: number) => void) => void;
}

export function useCiting(caseId: string, filter: MessageFilter, act: Act): Citing {
  const { go } = useNavigation();
  const keysOf = async (places: Iterable<number>): Promise<readonly MessageKey[]> => {
    const indexes = [...places].sort((a, b) => a - b);
    return (await call(holdfast.messages.keys({ caseId, filter, indexes }))).keys;
  };
  return {
    keysOf,
    newEntry: (places) => {
      act.run(
        () => keysOf(places),
        (draftMessages) => {
          go({ name: 'chronology', caseId, draftMessages });
        },
      );
    },
    entryEach: (places, then) => {
      act.run(
        async () => call(holdfast.messages.entryEach({ keys: [...(await keysOf(places))] })),
        (entries) => {
          then(entries.length);
        },
      );
    },
  };
}
