import type { MessageFilter } from '../../../shared/models/message';
import { mostCited } from '../../../shared/models/message';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import { partRows } from '../../components/long-list/chunks';
import type { Picked } from '../../components/long-list/picked';
import { SelectAll } from '../../components/long-list/select-all';
import type { Place } from '../../components/long-list/use-place';
import { summaryText } from '../../strings/messages';
import { GoToDay, GoToPart } from './go-to';

/** What the rows of a filter are as facts, and the ways to a place in them. */
export function AboutRows({
  caseId,
  filter,
  version,
  total,
  picked,
  onPicked,
  place,
  onDay,
}: {
  readonly caseId: string;
  readonly filter: MessageFilter;
  readonly version: string;
  readonly total: number;
  readonly picked: Picked;
  readonly onPicked: (picked: Picked) => void;
  readonly place: Place;
  readonly onDay: (day: string) => void;
}) {
  const summary = useQuery(`summary-${JSON.stringify(filter)}|${version}`, () =>
    call(holdfast.messages.summary({ caseId, filter })),
  );
  return (
    <div className="row facts-line">
      <p className="grow" role="status">
        {summary.data === null ? ' ' : summaryText(summary.data)}
      </p>
      {total === 0 ? null : (
        <>
          <SelectAll total={total} most={mostCited} picked={picked} onPicked={onPicked} />
          <GoToDay total={total} onDay={onDay} />
        </>
      )}
      <GoToPart
        total={total}
        part={place.part}
        onPart={(part) => {
          place.show(part * partRows);
        }}
      />
    </div>
  );
}
