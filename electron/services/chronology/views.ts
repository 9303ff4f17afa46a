import * as z from 'zod';
import { keptViewBodySchema, savedViewBodySchema } from '../../../shared/models/saved-view';
import type { SavedView, SavedViewBody } from '../../../shared/models/saved-view';
import type { VaultContext } from '../../vault/api';
import { allRows, oneRow, parseJson } from '../../vault/rows/rows';
import { requireRead } from './unread-filter';

const viewRow = z.object({ id: z.string(), case_id: z.string(), name: z.string(), body: z.string() });

function asView({ id, case_id, name, body }: z.infer<typeof viewRow>): SavedView {
  return { ...parseJson(keptViewBodySchema, body), id, caseId: case_id, name };
}

const one = ({ db }: VaultContext, id: string): SavedView =>
  asView(oneRow(db, viewRow, 'SELECT id, case_id, name, body FROM chronology_views WHERE id = ?', id));

export function listViews({ db }: VaultContext, caseId: string): SavedView[] {
  return allRows(
    db,
    viewRow,
    'SELECT id, case_id, name, body FROM chronology_views WHERE case_id = ? ORDER BY name, id',
    caseId,
  ).map(asView);
}

/** Throws `filter-unread`: a view that can never show anything is not worth a name. */
export function addView(context: VaultContext, caseId: string, name: string, body: SavedViewBody): SavedView {
  requireRead(context, caseId, body.filter);
  const id = context.newId();
  context.act({ action: 'view.create', subject: id }, () => {
    context.records.create('view', { id, caseId, body: { ...savedViewBodySchema.parse(body), name } });
  });
  context.changed('chronology', caseId);
  return one(context, id);
}

/** Throws `not-found`, and `filter-unread`. */
export function changeView(context: VaultContext, id: string, name: string, body: SavedViewBody): SavedView {
  const { caseId } = one(context, id);
  requireRead(context, caseId, body.filter);
  context.act({ action: 'view.update', subject: id }, () => {
    context.records.change(id, { ...savedViewBodySchema.parse(body), name });
  });
  context.changed('chronology', caseId);
  return one(context, id);
}

/** Throws `not-found`. */
export function removeView(context: VaultContext, id: string): void {
  const { caseId } = one(context, id);
  context.act({ action: 'view.remove', subject: id }, () => {
    context.records.remove(id);
  });
  context.changed('chronology', caseId);
}
