import { PageHeader } from '../../components/parts';
import { roomNames } from '../../strings/rooms';

/** People and details of a case. `record`: the one that is open, by its id, or `new-` and the kind of a new one. */
export function PeopleScreen(_props: { readonly caseId: string; readonly record: string | null }) {
  return <PageHeader title={roomNames.people} summary="" />;
}
