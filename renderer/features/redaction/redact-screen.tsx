import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { Failure } from '../../components/failure';
import { Notice, PageHeader, Skeleton } from '../../components/parts';
import { isDoubtful } from '../../../shared/domain/redaction/doubtful';
import { mostRedactedPages } from '../../../shared/models/redaction';
import { reasonText } from '../../strings/errors';
import { WithDraft } from '../drafts/with-draft';
import { RedactEditor } from './redact-editor';
import { redactionDraftSchema } from './redaction-draft';
import '../evidence/evidence.css';
import './redaction.css';

/** Covering parts of an exhibit: the original stays as it is, what comes out is a copy. */
export function RedactScreen({ caseId, itemId }: { readonly caseId: string; readonly itemId: string }) {
  const { go } = useNavigation();
  const item = useQuery(`redact-item-${itemId}`, () => call(holdfast.evidence.get({ id: itemId })));
  const earlier = useQuery(`redact-earlier-${itemId}`, () => call(holdfast.redaction.list({ itemId })));
  const back = (): void => {
    go({ name: 'evidence-item', caseId, itemId });
  };
  const error = item.error ?? earlier.error;
  if (error !== null) return <Failure code={error} onRetry={item.reload} />;
  if (item.data === null || earlier.data === null) return <Skeleton height={420} />;
  const shown = item.data;
  const { preview, kind, pages, previewReason, exhibitRef } = shown;
  const [newest] = earlier.data;
  // Its boxes were drawn on a picture that lay otherwise.
  const earlierBoxes = newest === undefined || isDoubtful(newest) ? null : newest;
  if (preview !== 'ready' || (kind !== 'image' && kind !== 'pdf') || (pages ?? 1) > mostRedactedPages) {
    return (
      <>
        <PageHeader title={`Redact ${exhibitRef}`} />
        <Notice tone="amber" title="This exhibit cannot be redacted here.">
          {(pages ?? 1) > mostRedactedPages
            ? `It has more than ${mostRedactedPages} pages. Ask for the pages that matter as a file of their own.`
            : `${reasonText(previewReason)} Only pictures and PDFs that can be shown can be covered.`}
        </Notice>
      </>
    );
  }
  return (
    <WithDraft form="redaction" subject={itemId} caseId={caseId} schema={redactionDraftSchema} onClose={back}>
      {(resumed, notice) => (
        <RedactEditor item={shown} earlier={earlierBoxes} resumed={resumed} notice={notice} onBack={back} />
      )}
    </WithDraft>
  );
}
