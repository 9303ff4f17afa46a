import type { Json } from '../../../shared/domain/records/version';
import type { EarlierState } from './earlier';

/** What was decided to be covered in a redacted copy, as vaults and packages of before kept it beside the copy. */
export function earlierRedaction({
  itemId,
  boxes,
  createdAt,
  ...row
}: Pick<EarlierState, 'id' | 'caseId' | 'createdAt' | 'office' | 'author' | 'hlc'> & {
  readonly itemId: string;
  readonly boxes: Json;
}): EarlierState {
  return {
    ...row,
    kind: 'redaction',
    body: { itemId, boxes },
    removed: false,
    createdAt,
    writtenAt: createdAt,
  };
}
