import { recordIdAbout } from './record-id';
import type { EarlierState } from './earlier';

/** A producer as vaults and packages of before kept it: the newest name alone, and when it was changed only by its clock. */
export function earlierProducer({
  id: producerId,
  name,
  ...row
}: Pick<EarlierState, 'id' | 'caseId' | 'createdAt' | 'office' | 'author' | 'hlc'> & {
  readonly name: string;
}): EarlierState {
  return {
    ...row,
    id: recordIdAbout('producer', producerId),
    kind: 'producer',
    body: { producerId, name },
    removed: false,
    writtenAt: null,
  };
}
