import { PageHeader } from '../../components/parts';
import { roomNames } from '../../strings/rooms';

/** What is missing of a case. `record`: the one that is open, by its id, or `new-` and the kind of a new one. */
export function DutiesScreen(_props: { readonly caseId: string; readonly record: string | null }) {
  return <PageHeader title={roomNames.duties} summary="" />;
}
