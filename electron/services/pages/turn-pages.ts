import type { VaultInput } from '../../../shared/contract/vault-methods';
import type { PageTurn } from '../../../shared/models/page-turn';
import { HoldfastError } from '../../../shared/errors';
import { pageTurnsKind } from '../../../shared/records/page-turns';
import type { VaultContext } from '../../vault/api';
import { recordIdAbout } from '../../vault/records/record-id';
import { takeBack } from '../../vault/records/take-back';
import { readAgain } from '../evidence/read-again/read-again';
import { readItem } from '../items/item-rows';
import { answeredTurns } from '../items/shown-as';

/**
 * Keeps what somebody said of pages: turned or straightened by so much, left as they lie (0), or no answer any more (null). The original stays as it is;
 * what is shown, read and printed follows.
 */
export async function turnPages(
  context: VaultContext,
  { id, turns }: VaultInput<'pages.turn'>,
): Promise<void> {
  const { kind, preview, pages, caseId, exhibitRef } = readItem(context, id);
  const isShown = preview === 'ready' && (kind === 'image' || kind === 'pdf');
  if (!isShown || turns.some(({ page }) => page > (pages ?? 1))) throw new HoldfastError('invalid-input');
  const answers = new Map<number, PageTurn>(answeredTurns(context, id).map((each) => [each.page, each]));
  for (const { page, by, straightened = answers.get(page)?.straightened } of turns) {
    if (by === null) answers.delete(page);
    else answers.set(page, { page, by, ...(straightened === undefined ? {} : { straightened }) });
  }
  const all = [...answers.values()].sort((a, b) => a.page - b.page);
  context.act({ action: 'evidence.turn', subject: id, detail: { exhibit: exhibitRef } }, () => {
    if (all.length === 0) takeBack(context, recordIdAbout(pageTurnsKind.kind, id));
    else context.records.say(pageTurnsKind.kind, { caseId, body: { itemId: id, turns: all } });
  });
  context.changed('records', caseId);
  context.changed('evidence', caseId);
  await readAgain(context, id);
}
