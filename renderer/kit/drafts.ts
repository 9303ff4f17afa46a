import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { call, holdfast } from './bridge';
import { createDraftKeeper } from './draft-keeper';
import type { DraftKey } from './draft-keeper';

// A draft that cannot be stored must not stand in the way of the work that is to be saved.
const quietly = (reply: Promise<unknown>): void => void reply.catch(() => undefined);

const keeper = createDraftKeeper({
  save: (draft) => {
    quietly(call(holdfast.drafts.save(draft)));
  },
  remove: (key) => {
    quietly(call(holdfast.drafts.remove(key)));
  },
  later: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
});

holdfast.events.on((event) => {
  if (event.type === 'seal') keeper.seal();
});

/** Somebody chose to leave without saving. */
export const discardDrafts = keeper.dropAll;

/**
 * Keeps `value` in the vault while it is `unsaved`, so that it is there again after locking. Gives a function for when
 * it has been saved or thrown away: from then on nothing of it is kept.
 */
export function useDraft({ form, subject, caseId }: DraftKey, value: unknown, unsaved: boolean): () => void {
  const settled = useRef(false);
  const held = useRef(false);
  const body = JSON.stringify(value);

  // Before the next key or command can come: a seal must find the newest text.
  useLayoutEffect(() => {
    if (settled.current) return;
    const key = { form, subject, caseId };
    if (unsaved) keeper.hold(key, body);
    else if (held.current) keeper.drop(key);
    held.current = unsaved;
  }, [form, subject, caseId, body, unsaved]);

  useEffect(
    () => () => {
      keeper.release({ form, subject, caseId });
    },
    [form, subject, caseId],
  );

  return useCallback(() => {
    settled.current = true;
    keeper.drop({ form, subject, caseId });
  }, [form, subject, caseId]);
}
