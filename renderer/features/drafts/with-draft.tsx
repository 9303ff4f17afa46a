import { Fragment, useState } from 'react';
import type { ReactNode } from 'react';
import type * as z from 'zod';
import type { DraftKey } from '../../kit/draft-keeper';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { Button } from '../../components/button';
import { Notice } from '../../components/parts';
import { printMoment } from '../../strings/dates';
import { readDraft } from './read-draft';
import { DraftText } from './draft-text';

/**
 * Opens a form with what was being typed in it when the vault was locked or the form failed, if there is anything. `children` is given that
 * and a notice to show on top of the form. What the form cannot take back is shown as text and never dropped unseen.
 */
export function WithDraft<T>({
  form,
  subject,
  caseId,
  schema,
  onClose,
  children,
}: DraftKey & {
  readonly schema: z.ZodType<T>;
  /** Leaves the form, with the draft kept. */
  readonly onClose: () => void;
  readonly children: (resumed: T | null, notice: ReactNode) => ReactNode;
}) {
  const [afresh, setAfresh] = useState(false);
  const { data: drafts, error } = useQuery(`draft ${form} ${caseId ?? ''} ${subject ?? ''}`, () =>
    call(holdfast.drafts.list({})),
  );
  if (drafts === null && error === null) return null;
  const draft = afresh
    ? undefined
    : drafts?.find((each) => each.form === form && each.subject === subject && each.caseId === caseId);
  if (draft === undefined) return <Fragment key="afresh">{children(null, null)}</Fragment>;

  function throwAway(): void {
    call(holdfast.drafts.remove({ form, subject, caseId })).then(
      () => {
        setAfresh(true);
      },
      () => undefined,
    );
  }
  const resumed = readDraft(schema, draft.body);
  if (resumed === null) {
    return (
      <DraftText
        title="This cannot be put back into the form"
        draft={draft}
        throwAway="Throw it away and open the form"
        onThrowAway={throwAway}
        onClose={onClose}
      />
    );
  }
  const notice = (
    <Notice
      tone="accent"
      title={`Typed until ${printMoment(draft.at)} and not saved yet`}
      actions={<Button onPress={throwAway}>Start afresh</Button>}
    >
      Go on where you were, then save. Starting afresh throws away what you had typed.
    </Notice>
  );
  return <Fragment key="resumed">{children(resumed, notice)}</Fragment>;
}
