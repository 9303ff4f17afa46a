import { lookAtCaseNumber } from '../../../shared/domain/proceedings/case-number';
import { nextHearing } from '../../../shared/domain/proceedings/next-hearing';
import type { ProceedingsBody } from '../../../shared/models/proceedings';
import { proceedingsKind, proceedingsTitle } from '../../../shared/records/proceedings';
import { hearingWhen } from '../../../shared/records/words/proceedings-words';
import { Chip, FactRow, Facts } from '../../components/parts';
import { Sentence } from '../../components/sentence';
import { today } from '../../kit/today';
import { caseNumberText, proceedingsText as words } from '../../strings/proceedings';
import { RecordTools } from '../record-book/record-tools';
import type { Shown } from '../record-book/use-records';

/** One set of proceedings, in the words of its record, with what can be done with it. */
export function ProceedingsCard({
  caseId,
  shown,
  onChange,
}: {
  readonly caseId: string;
  readonly shown: Shown<ProceedingsBody>;
  readonly onChange: () => void;
}) {
  const { body } = shown;
  const title = proceedingsTitle(body);
  const next = nextHearing(body.hearings, today());
  return (
    <article className="card pad stack" aria-label={title}>
      <div className="row">
        <h2 className="grow" dir="auto">
          {title}
        </h2>
        <RecordTools
          caseId={caseId}
          shown={shown}
          title={title}
          onChange={onChange}
          removeText={words.removeText}
        />
      </div>
      {next === null ? null : (
        <div>
          <Chip tone="accent">{words.next(hearingWhen(next))}</Chip>
        </div>
      )}
      <Said body={body} />
    </article>
  );
}

/** What is put together from several things that somebody wrote; the other fields are one each. */
const composed: ReadonlySet<string> = new Set(['parties', 'hearings']);

/** What the record says, field by field, and below the case number what its shape tells. */
function Said({ body }: { readonly body: ProceedingsBody }) {
  const remark = caseNumberText(lookAtCaseNumber(body.caseNumber, body.courtKind), body.caseNumber);
  return (
    <Facts>
      {proceedingsKind
        .lines(body, () => '')
        // That is the heading.
        .filter(({ field }) => field !== 'title')
        .map(({ field, label, text }) => (
          <FactRow key={field} name={label}>
            <span className="pre-line wrap-anywhere">
              {composed.has(field) ? <Sentence>{text}</Sentence> : <bdi>{text}</bdi>}
            </span>
            {field === 'caseNumber' && remark !== '' ? (
              <span className="quiet small remark" dir="ltr">
                {remark}
              </span>
            ) : null}
          </FactRow>
        ))}
    </Facts>
  );
}
