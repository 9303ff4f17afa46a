import { useState } from 'react';
import type { CaseSummary } from '../../../shared/models/case';
import type { Draft } from '../../../shared/models/vault';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { useNavigation } from '../../kit/navigation';
import { Button } from '../../components/button';
import { Notice } from '../../components/parts';
import { printMoment } from '../../strings/dates';
import { draftKept, draftText } from '../../strings/drafts';
import { DraftText } from './draft-text';
import { routeOf } from './route-of';

/** What somebody was in the middle of when the vault was locked or a screen failed, of one case or of all, with the way back into it. */
export function DraftNotices({
  caseId,
  cases = [],
  onOpen,
}: {
  /** Null: those of the office alone. Left out: those of every case and of the office. */
  readonly caseId?: string | null;
  readonly cases?: readonly Pick<CaseSummary, 'id' | 'reference'>[];
  /** For forms of the very screen the notice is on; true when it has opened one. */
  readonly onOpen: (draft: Draft) => boolean;
}) {
  const { go } = useNavigation();
  const [reading, setReading] = useState<Draft | null>(null);
  const { data, reload } = useQuery('drafts', () => call(holdfast.drafts.list({})), ['drafts']);
  const shown = (data ?? []).filter((draft) => caseId === undefined || draft.caseId === caseId);

  return (
    <>
      {shown.map((draft) => {
        const reference = cases.find(({ id }) => id === draft.caseId)?.reference;
        return (
          <Notice
            key={draft.id}
            tone="accent"
            title={`You were in the middle of ${draftText(draft, reference)}.`}
            actions={
              <>
                <Button
                  variant="primary"
                  onPress={() => {
                    if (!onOpen(draft)) go(routeOf(draft));
                  }}
                >
                  Go on
                </Button>
                <Button
                  onPress={() => {
                    setReading(draft);
                  }}
                >
                  Read it or throw it away
                </Button>
              </>
            }
          >
            {draftKept(printMoment(draft.at), draft.caseId !== null)}
          </Notice>
        );
      })}
      <ReadDraft reading={reading} setReading={setReading} reload={reload} />
    </>
  );
}

/** What was being written, in words, before anybody throws it away. */
function ReadDraft({
  reading,
  setReading,
  reload,
}: {
  readonly reading: Draft | null;
  readonly setReading: (draft: null) => void;
  readonly reload: () => void;
}) {
  return (
    <>
      {' '}
      {reading === null ? null : (
        <DraftText
          title={`You were in the middle of ${draftText(reading)}`}
          draft={reading}
          throwAway="Throw it away"
          onThrowAway={() => {
            const { form, subject, caseId: owner } = reading;
            call(holdfast.drafts.remove({ form, subject, caseId: owner })).then(
              () => {
                setReading(null);
                reload();
              },
              () => undefined,
            );
          }}
          onClose={() => {
            setReading(null);
          }}
        />
      )}
    </>
  );
}
