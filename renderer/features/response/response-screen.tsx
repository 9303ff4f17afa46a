import { PageHeader } from '../../components/parts';
import { roomNames } from '../../strings/rooms';

/** Police and court of a case. `record`: the one that is open, by its id, or `new-` and the kind of a new one. */
export function ResponseScreen(_props: { readonly caseId: string; readonly record: string | null }) {
  return <PageHeader title={roomNames.response} summary="" />;
}
