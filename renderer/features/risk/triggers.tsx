import type { TriggerShown } from '../../../shared/contract/protection-methods';
import { TextLink } from '../../components/button';
import { Chip } from '../../components/parts';
import { useNavigation } from '../../kit/navigation';
import type { Route } from '../../kit/navigation';
import { riskText as words } from '../../strings/risk';

/** Where a record that a line stands on is looked at. */
function routeTo(caseId: string, { id, kind }: TriggerShown['standsOn'][number]): Route {
  switch (kind) {
    case 'entry':
      return { name: 'chronology', caseId, entryId: id };
    case 'register':
    case 'order-breach':
      return { name: 'protection', caseId };
    case 'proceedings':
      return { name: 'proceedings', caseId };
    case 'case-event':
      return { name: 'response', caseId };
    default:
      return { name: 'risk', caseId, record: id };
  }
}

/** What makes a review necessary, each line with what it stands on. */
export function Triggers({
  caseId,
  rows,
  total,
}: {
  readonly caseId: string;
  readonly rows: readonly TriggerShown[];
  readonly total: number;
}) {
  const { go } = useNavigation();
  return (
    <section className="card pad stack" aria-label={words.triggers}>
      <h2>{words.triggers}</h2>
      {rows.length === 0 ? <p>{words.noTriggers}</p> : null}
      <ul className="risk-lines">
        {rows.map((each) => (
          <li key={`${each.kind} ${each.standsOn.map(({ id }) => id).join(' ')} ${each.on}`}>
            <Chip tone={each.kind === 'act' || each.kind === 'hearing' ? 'amber' : 'plum'}>
              {words.triggerTag}
            </Chip>{' '}
            {words.trigger(each)}
            <div className="row wrap-row small">
              {each.standsOn.map((one) => (
                <TextLink
                  key={one.id}
                  onPress={() => {
                    go(routeTo(caseId, one));
                  }}
                >
                  <span dir="auto">{one.title}</span>
                </TextLink>
              ))}
            </div>
          </li>
        ))}
      </ul>
      {total > rows.length ? <p className="quiet">{words.moreTriggers(total - rows.length)}</p> : null}
      {rows.length === 0 ? null : <p className="quiet small">{words.triggersHint}</p>}
    </section>
  );
}
