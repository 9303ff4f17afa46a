import { recordIdAbout } from './record-id';
import type { EarlierState } from './earlier';

type By = Pick<EarlierState, 'caseId' | 'office' | 'author' | 'hlc'>;

/** A decision about two pictures as vaults and packages of before kept it: the newest alone. */
export function earlierPair({
  a,
  b,
  decision,
  at,
  ...by
}: By & {
  readonly a: string;
  readonly b: string;
  readonly decision: string;
  readonly at: string;
}): EarlierState {
  return {
    ...by,
    id: recordIdAbout('pair', `${a} ${b}`),
    kind: 'pair',
    body: { a, b, decision },
    removed: false,
    // When the first decision was made was never kept.
    createdAt: '',
    writtenAt: at,
  };
}

/** Joined screenshots as vaults and packages of before kept them: when they were changed last, only the clock says. */
export function earlierRun({
  id,
  title,
  createdAt,
  pieces,
  ...by
}: By & {
  readonly id: string;
  readonly title: string;
  readonly createdAt: string;
  readonly pieces: readonly { readonly itemId: string; readonly top: number; readonly bottom: number }[];
}): EarlierState {
  const body = { title, pieces: pieces.map(({ itemId, top, bottom }) => ({ itemId, top, bottom })) };
  return { ...by, id, kind: 'run', body, removed: false, createdAt, writtenAt: null };
}
