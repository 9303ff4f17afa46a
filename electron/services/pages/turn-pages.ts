import type { VaultInput } from '../../../shared/contract/vault-methods';
import { HoldfastError } from '../../../shared/errors';
import { pageTurnsKind } from '../../../shared/records/page-turns';
import type { VaultContext } from '../../vault/api';
import { recordIdAbout } from '../../vault/records/record-id';
import { takeBack } from '../../vault/records/take-back';
import { readAgain } from '../evidence/read-again/read-again';
import { readItem } from '../items/item-rows';
import { answeredTurns } from '../items/shown-as';

/**
 * Keeps what somebody said of pages: turned by so much, left as they lie (0), or no answer any more (null). The original stays as it is;
 * what is shown, read and printed follows.
 */
export async function turnPages(
  context: VaultContext,
  { id, turns }: VaultInput<'pages.turn'>,
): Promise<void> {
  const { kind, preview, pages, caseId, exhibitRef } = readItem(context, id);
  const isShown = preview === 'ready' && (kind === 'image' || kind === 'pdf');
  if (!isShown || turns.some(({ page }) => page > (pages ?? 1))) throw new HoldfastError('invalid-input');
  const answers = new Map(answeredTurns(context, id).map(({ page, by }) => [page, by]));
  for (const { page, by } of turns) {
    if (by === null) answers.delete(page);
    else answers.set(page, by);
  }
  const all = [...answers].map(([page, by]) => ({ page, by })).sort((a, b) => a.page - b.page);
  context.act({ action: 'evidence.turn', subject: id, detail: { exhibit: exhibitRef } }, () => {
    if (all.length === 0) takeBack(context, recordIdAbout(pageTurnsKind.kind, id));
    else context.records.say(pageTurnsKind.kind, { caseId, body: { itemId: id, turns: all } });
  });
  context.changed('records', caseId);
  context.changed('evidence', caseId);
  await readAgain(context, id);
}
