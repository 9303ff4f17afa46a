import * as z from 'zod';
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

/** The first step of every copy of a picture that was turned upright, in the words by which alone it could be told then. */
const turnedThen = 'The original was decoded, and turned upright as it is on the screen.';
const madeThen = z.looseObject({ operations: z.array(z.string()), turned: z.undefined().optional() });

/** How a copy was made, with whether its picture was turned, where nothing but the words of its steps said so. */
export function madeOfToday(made: unknown): unknown {
  const then = madeThen.safeParse(made);
  if (!then.success) return made;
  return { ...then.data, turned: then.data.operations.some((step) => step.startsWith(turnedThen)) };
}
