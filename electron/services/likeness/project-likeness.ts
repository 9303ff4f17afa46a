import { pairKind } from '../../../shared/records/pair';
import { runKind } from '../../../shared/records/run';
import type { Projection } from '../../vault/records/heads';

/** `likeness_decisions`: what stands. A decision that was taken back is in its history alone. */
export const pairProjection: Projection = {
  kind: pairKind.kind,
  write: (db, { shown, removed }) => {
    const { a, b, decision } = pairKind.body.parse(shown.body);
    db.prepare('DELETE FROM likeness_decisions WHERE item_a = ? AND item_b = ?').run(a, b);
    if (removed) return;
    const { at, office, author, hlc } = shown;
    db.prepare(
      `INSERT INTO likeness_decisions (item_a, item_b, decision, at, office, author, hlc)
       VALUES (@a, @b, @decision, @at, @office, @author, @hlc)`,
    ).run({ a, b, decision, at, office, author, hlc });
  },
};

/** `runs` and `run_pieces`: joined screenshots, without those that are not here; a run of which none is here has no row. */
export const runProjection: Projection = {
  kind: runKind.kind,
  write: (db, { id, caseId, shown, removed, createdAt }) => {
    db.prepare('DELETE FROM runs WHERE id = ?').run(id);
    if (removed) return;
    const { title, pieces } = runKind.body.parse(shown.body);
    const isHere = db.prepare('SELECT 1 FROM evidence WHERE id = ?');
    const here = pieces
      .map((piece, position) => ({ ...piece, position }))
      .filter(({ itemId }) => isHere.get(itemId) !== undefined);
    if (here.length === 0) return;
    const { office, author, hlc } = shown;
    db.prepare(
      `INSERT INTO runs (id, case_id, title, created_at, office, author, hlc)
       VALUES (@id, @caseId, @title, @createdAt, @office, @author, @hlc)`,
    ).run({ id, caseId, title, createdAt, office, author, hlc });
    const insert = db.prepare(
      `INSERT INTO run_pieces (run_id, position, item_id, top, bottom)
       VALUES (@id, @position, @itemId, @top, @bottom)`,
    );
    for (const piece of here) insert.run({ id, ...piece });
  },
};
