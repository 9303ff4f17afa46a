import { exportChoiceSchema } from '../../../shared/models/leaving';
import type { ExportChoice, ExportChoices } from '../../../shared/models/leaving';
import type { VaultContext } from '../context';
import { keepChoice, readChoices } from './choice-rows';

/** What was last shown, covered and written for each audience and view, the last one first. */
export function readExportChoices(context: Pick<VaultContext, 'db'>, caseId: string): ExportChoices {
  return readChoices(context, caseId, 'export *', exportChoiceSchema).map(({ body, chosen }) => ({
    ...body,
    chosen,
  }));
}

export function keepExportChoice(context: VaultContext, caseId: string, choice: ExportChoice): void {
  keepChoice(context, caseId, `export ${choice.who}`, choice);
}

/** A view that is removed leaves nothing behind of what was changed on the way out of it. */
export function forgetExportChoice({ db }: Pick<VaultContext, 'db'>, who: string): void {
  db.prepare('DELETE FROM leaving_choices WHERE what = ?').run(`export ${who}`);
}
