import { Fragment } from 'react';
import { byRole } from '../../../shared/domain/casework/people/by-role';
import { registerKind } from '../../../shared/records/register';
import { Button } from '../../components/button';
import { Failure } from '../../components/failure';
import { FactRow, Facts, Skeleton } from '../../components/parts';
import { useNavigation } from '../../kit/navigation';
import { caseOverview as words } from '../../strings/case-overview';
import { roleHeading } from '../../strings/people';
import { useRecords } from '../record-book/use-records';
import './people.css';

/** Of each part in the case so many are named; the rest stand in their room. */
const most = 4;

/** The people of a case by their part in it, at a glance. */
export function PeopleGlance({ caseId }: { readonly caseId: string }) {
  const { go } = useNavigation();
  const { data, error, reload } = useRecords(caseId, registerKind);
  const people = (data ?? []).flatMap(({ body }) => (body.kind === 'person' ? [body] : []));
  return (
    <section className="card pad stack people-who" aria-label={words.people}>
      <h2>{words.people}</h2>
      <Failure code={error} onRetry={reload} />
      {data === null && error === null ? <Skeleton height={80} /> : null}
      {data !== null && people.length === 0 ? <p className="quiet">{words.nobody}</p> : null}
      <Facts>
        {byRole(people).map(({ role, people: some }) => (
          <FactRow key={role ?? 'none'} name={roleHeading(role)}>
            {some.slice(0, most).map(({ name }, at) => (
              <Fragment key={at}>
                {at === 0 ? '' : ', '}
                <bdi>{name}</bdi>
              </Fragment>
            ))}
            {some.length > most ? ` ${words.others(some.length - most)}` : ''}
          </FactRow>
        ))}
      </Facts>
      <div className="row">
        <Button
          onPress={() => {
            go({ name: 'people', caseId });
          }}
        >
          {words.toPeople}
        </Button>
      </div>
    </section>
  );
}
