import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { findPhrase } from '../../../shared/domain/redaction/words-at';
import { isDoubtful } from '../../../shared/domain/redaction/doubtful';
import { HoldfastError } from '../../../shared/errors';
import { mostBoxes, mostRedactedPages } from '../../../shared/models/redaction';
import type { VaultContext } from '../../vault/api';
import { readItem } from '../items/item-rows';
import { saveCopy } from '../print/save-copy';
import { makeRedaction } from './make';
import { readPageWords } from './page-words';
import { readRedactedFile, readRedaction, readRedactions } from './rows';
import type { Recognise } from './verify';

type Methods =
  'redaction.list' | 'redaction.make' | 'redaction.find' | 'redaction.save' | 'redaction.printed';

/** Redacted copies: made beside the original, which is never touched. */
export function redactionHandlers(
  context: VaultContext,
  recognise: Recognise | null = null,
): Pick<VaultHandlers, Methods> {
  return {
    'redaction.list': ({ itemId }) => [...readRedactions(context, itemId)],
    'redaction.make': ({ itemId, boxes }) => {
      const { caseId } = readItem(context, itemId);
      return context.jobs.start('redaction', caseId, async (control) => ({
        resultId: await makeRedaction(context, itemId, boxes, control, recognise),
      }));
    },
    'redaction.find': ({ itemId, phrase }) => {
      const item = readItem(context, itemId);
      const words = readPageWords(context, itemId);
      const places = [...words.values()].flatMap((page) => findPhrase(page, phrase));
      return {
        places: places.filter(({ page }) => page <= mostRedactedPages).slice(0, mostBoxes),
        pagesRead: words.size,
        pages: item.pages ?? 1,
      };
    },
    'redaction.save': async ({ id, target }) => {
      const found = readRedaction(context, id);
      if (isDoubtful(found)) throw new HoldfastError('redaction-doubtful');
      const { itemId, version } = found;
      const saved = await saveCopy(context, readRedactedFile(context, id).file, context.pathOf(target));
      context.act({ action: 'redaction.save-copy', subject: itemId, detail: { version } }, () => undefined);
      return saved;
    },
    'redaction.printed': ({ itemId }) => {
      const { id } = readItem(context, itemId);
      context.act({ action: 'redaction.print', subject: id }, () => undefined);
      return {};
    },
  };
}
