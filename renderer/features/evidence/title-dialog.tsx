import { useState } from 'react';
import type { ReactNode } from 'react';
import * as z from 'zod';
import { call, holdfast } from '../../kit/bridge';
import { useDraft } from '../../kit/drafts';
import { useAct } from '../../kit/use-act';
import { RecordDialog } from '../../components/record-dialog';
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
  const act = useAct();
  const key = { form: 'exhibit-title', subject: itemId, caseId } as const;
  const settled = useDraft(key, { title: text }, resumed !== null || text !== title);
  const cancel = (): void => {
    settled();
    onClose();
  };

  function save(): void {
    act.run(
      () => call(holdfast.evidence.update({ id: itemId, title: text.trim() })),
      () => {
        settled();
        onSaved();
      },
    );
  }

  return (
    <RecordDialog
      title="Describe the exhibit"
      save="Save"
      act={act}
      isReady={text.trim() !== ''}
      onSave={save}
      onCancel={cancel}
    >
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
    </RecordDialog>
  );
}
