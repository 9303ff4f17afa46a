import { useState } from 'react';
import type { ReactNode } from 'react';
import * as z from 'zod';
import type { EvidenceDetail } from '../../../shared/models/evidence';
import type { PageText } from '../../../shared/models/text';
import { call, holdfast } from '../../kit/bridge';
import { useDraft } from '../../kit/drafts';
import { useAct } from '../../kit/use-act';
import { RecordDialog } from '../../components/record-dialog';
import { TextField } from '../../components/fields';
import { WithDraft } from '../drafts/with-draft';

/** A draft of another page of the same file does not belong into this one. */
const correctionDraftSchema = z.object({ page: z.int(), text: z.string() });
type CorrectionDraft = z.infer<typeof correctionDraftSchema>;

interface Props {
  readonly item: EvidenceDetail;
  readonly page: PageText;
  readonly onClose: () => void;
}

/** Puts right what the machine misread. Its own reading stays beside it. */
export function CorrectDialog(props: Props) {
  const { item, page, onClose } = props;
  return (
    <WithDraft
      form="exhibit-text"
      subject={item.id}
      caseId={item.caseId}
      schema={correctionDraftSchema.refine((draft) => draft.page === page.page)}
      onClose={onClose}
    >
      {(resumed, notice) => <Form {...props} resumed={resumed} notice={notice} />}
    </WithDraft>
  );
}

function Form({
  item,
  page,
  onClose,
  resumed,
  notice,
}: Props & { readonly resumed: CorrectionDraft | null; readonly notice: ReactNode }) {
  const before = page.correction?.text ?? page.text;
  const [text, setText] = useState(resumed?.text ?? before);
  const act = useAct();
  const settled = useDraft(
    { form: 'exhibit-text', subject: item.id, caseId: item.caseId },
    { page: page.page, text },
    resumed !== null || text !== before,
  );
  const cancel = (): void => {
    settled();
    onClose();
  };

  function save(): void {
    const version = page.correction?.version ?? 0;
    act.run(() => call(holdfast.text.correct({ id: item.id, page: page.page, text, version })), cancel);
  }

  return (
    <RecordDialog
      title={`Correct the text of ${item.exhibitRef}`}
      save="Save the correction"
      act={act}
      isWide
      isReady={text !== before}
      onSave={save}
      onCancel={cancel}
    >
      {notice}
      <TextField
        label={(item.pages ?? 1) > 1 ? `Text of page ${page.page}` : 'Text'}
        description="Write what stands there, with its mistakes. What the computer read stays beside it, and the search uses yours."
        rows={14}
        value={text}
        onChange={setText}
        autoFocus
      />
    </RecordDialog>
  );
}
