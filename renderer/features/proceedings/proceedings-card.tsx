import { History, Pencil, Trash2 } from 'lucide-react';
import { lookAtCaseNumber } from '../../../shared/domain/proceedings/case-number';
import { nextHearing } from '../../../shared/domain/proceedings/next-hearing';
import { proceedingsKind, proceedingsTitle } from '../../../shared/records/proceedings';
import { hearingWhen } from '../../../shared/records/words/proceedings-words';
import { Button } from '../../components/button';
import { Chip, FactRow, Facts } from '../../components/parts';
import { today } from '../../kit/today';
import { caseNumberText, proceedingsText as words } from '../../strings/proceedings';
import type { ProceedingsShown } from './proceedings-dialog';

interface Ways {
  readonly onChange: () => void;
  readonly onVersions: () => void;
  readonly onRemove: () => void;
  /** Looks at both versions, where two wait for a person. */
  readonly onDecide: () => void;
}

/** One set of proceedings, in the words of its record, with what can be done with it. */
export function ProceedingsCard({
  shown: { body },
  undecided,
  ...ways
}: Ways & {
  readonly shown: ProceedingsShown;
  /** Two versions of it wait for a person. */
  readonly undecided: boolean;
}) {
  const title = proceedingsTitle(body);
  const next = nextHearing(body.hearings, today());
  return (
    <section className="card pad stack" aria-label={title}>
      <Head title={title} {...ways} />
      {next === null ? null : (
        <div>
          <Chip tone="accent">{words.next(hearingWhen(next))}</Chip>
        </div>
      )}
      {undecided ? (
        <div className="row">
          <Chip tone="amber">{words.undecided}</Chip>
          <Button variant="quiet" label={words.decideOf(title)} onPress={ways.onDecide}>
            {words.decide}
          </Button>
        </div>
      ) : null}
      <Said body={body} />
    </section>
  );
}

function Head({ title, onChange, onVersions, onRemove }: Ways & { readonly title: string }) {
  return (
    <div className="row">
      <h2 className="grow" dir="auto">
        {title}
      </h2>
      <Button icon={<Pencil aria-hidden />} label={words.changeOf(title)} onPress={onChange}>
        {words.change}
      </Button>
      <Button
        variant="quiet"
        icon={<History aria-hidden />}
        label={words.versionsOf(title)}
        onPress={onVersions}
      >
        {words.versions}
      </Button>
      <Button variant="quiet" icon={<Trash2 aria-hidden />} label={words.removeOf(title)} onPress={onRemove}>
        {words.remove}
      </Button>
    </div>
  );
}

/** What the record says, field by field, and below the case number what its shape tells. */
function Said({ body }: Pick<ProceedingsShown, 'body'>) {
  const remark = caseNumberText(lookAtCaseNumber(body.caseNumber, body.courtKind), body.caseNumber);
  return (
    <Facts>
      {proceedingsKind
        .lines(body, () => '')
        // That is the heading.
        .filter(({ field }) => field !== 'title')
        .map(({ field, label, text }) => (
          <FactRow key={field} name={label}>
            <span className="pre-line wrap-anywhere">{text}</span>
            {field === 'caseNumber' && remark !== '' ? (
              <span className="quiet small remark">{remark}</span>
            ) : null}
          </FactRow>
        ))}
    </Facts>
  );
}
