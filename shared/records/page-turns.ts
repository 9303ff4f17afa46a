import { z } from 'zod';
import { listed } from '../domain/bundle/check-words';
import { idSchema } from '../models/common';
import { pageTurnSchema } from '../models/page-turn';
import type { RecordKind } from './define';
import { lines } from './words/lines';

const pageTurnsSchema = z.object({
  itemId: idSchema,
  /**
   * For each page (from 1; a picture has one) how far it is turned, clockwise, beyond how its file says that it lies. 0: somebody looked,
   * and left it.
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
    const pages = (by: number): string | null => {
      const found = turns.filter((each) => each.by === by).map(({ page }) => page);
      return found.length === 0 ? null : `${found.length === 1 ? 'page' : 'pages'} ${listed(found)}`;
    };
    return lines([
      ['itemId', 'Exhibit', nameOf(itemId)],
      ['turns', 'Left as it lies', pages(0)],
      ['turns', 'Turned to the right', pages(90)],
      ['turns', 'Turned upside down', pages(180)],
      ['turns', 'Turned to the left', pages(270)],
    ]);
  },
  refs: ({ itemId }) => [itemId],
  about: ({ itemId }) => [itemId],
  onlyOneAbout: ({ itemId }) => itemId,
  words: null,
  merge: 'ask',
};
