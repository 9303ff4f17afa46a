import * as z from 'zod';
import { listed } from '../domain/bundle/check-words';
import { idSchema } from '../models/common';
import { pageTurnSchema } from '../models/page-turn';
import type { PageTurn } from '../models/page-turn';
import { degreesText } from '../domain/pictures/lying';
import type { RecordKind } from './define';
import { lines } from './words/lines';

const pageTurnsSchema = z.object({
  itemId: idSchema,
  /**
   * For each page (from 1; a picture has one) how far it is turned, clockwise, beyond how its file says that it lies. 0: somebody looked,
   * and left it. How crooked it lay is answered beside that.
   */
  turns: z
    .array(pageTurnSchema)
    .max(5000)
    .refine((turns) => new Set(turns.map(({ page }) => page)).size === turns.length),
});
export type PageTurns = z.infer<typeof pageTurnsSchema>;

/** Which pages of an exhibit a person turned, and which they left as they lie. The original stays as it is. */
export const pageTurnsKind: RecordKind<PageTurns> = {
  kind: 'page-turns',
  schema: 1,
  body: pageTurnsSchema,
  title: () => 'How the pages of an exhibit lie',
  lines: ({ itemId, turns }, nameOf) => {
    const named = (found: readonly PageTurn[]): string | null =>
      found.length === 0
        ? null
        : `${found.length === 1 ? 'page' : 'pages'} ${listed(found.map(({ page }) => page))}`;
    const pages = (by: number): string | null => named(turns.filter((each) => each.by === by));
    return lines([
      ['itemId', 'Exhibit', nameOf(itemId)],
      ['turns', 'Left as it lies', named(turns.filter((each) => each.by === 0 && !isStraightened(each)))],
      ['turns', 'Turned to the right', pages(90)],
      ['turns', 'Turned upside down', pages(180)],
      ['turns', 'Turned to the left', pages(270)],
      ['turns', 'Straightened', straightenedText(turns.filter(isStraightened))],
      ['turns', 'Left crooked', named(turns.filter((each) => each.straightened === 0 && each.by !== 0))],
    ]);
  },
  refs: ({ itemId }) => [itemId],
  about: ({ itemId }) => [itemId],
  onlyOneAbout: ({ itemId }) => itemId,
  words: null,
  merge: 'ask',
};

function isStraightened({ straightened = 0 }: PageTurn): boolean {
  return straightened !== 0;
}

function straightenedText(turns: readonly PageTurn[]): string | null {
  if (turns.length === 0) return null;
  return turns
    .map(({ page, straightened = 0 }) => {
      const side = straightened > 0 ? 'to the right' : 'to the left';
      return `page ${page} by ${degreesText(straightened)} ${side}`;
    })
    .join(', ');
}
