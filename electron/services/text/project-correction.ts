import { correctionKind } from '../../../shared/records/text-correction';
import type { Projection } from '../../vault/records/heads';

/** `text_corrections`: what is shown, which its triggers put into the index of words; nothing where the machine's text stands again. */
export const correctionProjection: Projection = {
  kind: correctionKind.kind,
  write: (db, { id, shown, removed, version }) => {
    db.prepare('DELETE FROM text_corrections WHERE id = ?').run(id);
    const read = correctionKind.body.safeParse(shown.body);
    if (removed || !read.success) return;
    const { itemId, page, text } = read.data;
    const { at, author } = shown;
    db.prepare(
      `INSERT INTO text_corrections (id, item_id, page, version, text, at, author)
       VALUES (@id, @itemId, @page, @version, @text, @at, @author)`,
    ).run({ id, itemId, page, version, text, at, author });
  },
};
