import { exportChoiceSchema } from '../../../shared/models/leaving';
import type { ExportChoice, ExportChoices } from '../../../shared/models/leaving';
import { audiences } from '../../../shared/models/saved-view';
import type { VaultContext } from '../../vault/api';
import { keepChoice, readChoices } from './choice-rows';

/** What was last shown, covered and written for each audience and view, the last one first. */
export function readExportChoices(context: Pick<VaultContext, 'db'>, caseId: string): ExportChoices {
  return readChoices(context, caseId, 'export *', exportChoiceSchema).map(({ body, chosen }) => ({
    ...body,
    chosen,
  }));
}

/** A view that was removed meanwhile is passed over. */
export function keepExportChoice(context: VaultContext, caseId: string, choice: ExportChoice): void {
  const isView = context.db
    .prepare('SELECT 1 FROM chronology_views WHERE id = ? AND case_id = ?')
    .get(choice.who, caseId);
  if (isView === undefined && !audiences.some((audience) => audience === choice.who)) return;
  keepChoice(context, caseId, `export ${choice.who}`, choice);
}

/** A view that is removed leaves nothing behind of what was changed on the way out of it. */
export function forgetExportChoice({ db }: Pick<VaultContext, 'db'>, who: string): void {
  db.prepare('DELETE FROM leaving_choices WHERE what = ?').run(`export ${who}`);
}
