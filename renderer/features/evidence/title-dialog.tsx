import { useState } from 'react';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { ErrorCode } from '../../../shared/errors';
import { call, codeOf, holdfast } from '../../kit/bridge';
import { useDraft } from '../../kit/drafts';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Failure } from '../../components/failure';
import { TextField } from '../../components/fields';
import { WithDraft } from '../drafts/with-draft';

const titleDraftSchema = z.object({ title: z.string() });

interface Props {
  readonly caseId: string;
  readonly itemId: string;
  readonly title: string;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Changes what stands in the index and above the exhibit. */
export function TitleDialog(props: Props) {
  const { caseId, itemId, onClose } = props;
  return (
    <WithDraft
      form="exhibit-title"
      subject={itemId}
      caseId={caseId}
      schema={titleDraftSchema}
      onClose={onClose}
    >
      {(resumed, notice) => <Form {...props} resumed={resumed?.title ?? null} notice={notice} />}
    </WithDraft>
  );
}

function Form({
  caseId,
  itemId,
  title,
  onSaved,
  onClose,
  resumed,
  notice,
}: Props & { readonly resumed: string | null; readonly notice: ReactNode }) {
  const [text, setText] = useState(resumed ?? title);
  const [error, setError] = useState<ErrorCode | null>(null);
  const key = { form: 'exhibit-title', subject: itemId, caseId } as const;
  const settled = useDraft(key, { title: text }, resumed !== null || text !== title);
  const cancel = (): void => {
    settled();
    onClose();
  };

  async function save(): Promise<void> {
    try {
      await call(holdfast.evidence.update({ id: itemId, title: text.trim() }));
      settled();
      onSaved();
    } catch (problem) {
      setError(codeOf(problem));
    }
  }

  return (
    <Dialog title="Describe the exhibit" isOpen onClose={cancel}>
      <div className="stack">
        {notice}
        <TextField
          label="Short description"
          description="It stands in the index and above the exhibit, for example: Message, Instagram."
          value={text}
          onChange={setText}
          error={text.trim() === '' ? 'Write a few words.' : null}
          maxLength={200}
          autoFocus
        />
        {error === null ? null : <Failure code={error} />}
      </div>
      <div className="actions">
        <Button onPress={cancel}>Cancel</Button>
        <Button variant="primary" isDisabled={text.trim() === ''} onPress={() => void save()}>
          Save
        </Button>
      </div>
    </Dialog>
  );
}
