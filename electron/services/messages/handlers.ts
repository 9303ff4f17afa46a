import { ukDay } from '../../../shared/domain/dates/standing';
import type { VaultHandlers, VaultInput } from '../../../shared/contract/vault-methods';
import type { messagesMethods } from '../../../shared/contract/messages-methods';
import { draftFromRows } from '../../../shared/domain/messages/draft-entry';
import { HoldfastError } from '../../../shared/errors';
import type { Entry } from '../../../shared/models/chronology';
import { mostCited } from '../../../shared/models/message';
import type { MessageKey } from '../../../shared/models/message';
import { createEntries, readEntry, updateEntry } from '../chronology/write-entry';
import type { VaultContext } from '../../vault/api';
import { createLookLog } from '../look-log';
import { caseOfKeys, draftFromKeys, readDraftRows } from './draft';
import { tallyKeys } from './links';
import { listRows } from './list-rows';
import { forgetMapping, saveMapping, savedMappings } from './mappings';
import { answerExport, chooseOwner, readMessages } from './read-messages';
import { selectRows } from './selection';
import { readSources } from './source-rows';
import { summarise } from './summary';

type MessagesMethods = keyof typeof messagesMethods;

/** Messages and calls of a case: read, filtered, counted, cited. */
export function messagesHandlers(context: VaultContext): Pick<VaultHandlers, MessagesMethods> {
  const looked = createLookLog(context);

  function keysOf({ caseId, filter, indexes }: VaultInput<'messages.keys'>): MessageKey[] {
    const selection = selectRows(context, caseId, filter);
    const places =
      indexes ?? Array.from({ length: Math.min(selection.length, mostCited + 1) }, (_, at) => at);
    if (places.length > mostCited || places.some((place) => place >= selection.length))
      throw new HoldfastError('invalid-input');
    return places.map((place) => selection.at(place));
  }

  function addToEntry({ entryId, version, keys }: VaultInput<'messages.addToEntry'>): Entry {
    const entry = readEntry(context, entryId);
    const has = new Set(entry.messageKeys.map(({ itemId, position }) => `${itemId} ${position}`));
    const added = keys.filter(({ itemId, position }) => !has.has(`${itemId} ${position}`));
    const messageKeys = [...entry.messageKeys, ...added];
    if (messageKeys.length > mostCited) throw new HoldfastError('invalid-input');
    const evidenceIds = [...new Set([...entry.evidenceIds, ...keys.map(({ itemId }) => itemId)])];
    return updateEntry(context, entryId, version, { ...entry, messageKeys, evidenceIds });
  }

  return {
    'messages.sources': ({ caseId }) => [...readSources(context, caseId)],
    'messages.list': (input) => {
      const page = listRows(context, input);
      for (const itemId of new Set(page.rows.map((row) => row.itemId))) looked('evidence.view', itemId);
      return page;
    },
    'messages.find': ({ caseId, filter, day }) => ({
      offset: selectRows(context, caseId, filter).find(day),
    }),
    'messages.summary': ({ caseId, filter }) => summarise(context, caseId, filter),
    'messages.keys': (input) => ({ keys: keysOf(input) }),

    'messages.chooseOwner': ({ itemId, owner }) => chooseOwner(context, itemId, owner),
    'messages.chooseOrder': ({ itemId, order }) => answerExport(context, itemId, { order }),
    'messages.mapColumns': ({ itemId, mapping, order, saveAs }) =>
      answerExport(context, itemId, { mapping, order }, () => {
        if (saveAs !== null) saveMapping(context, itemId, saveAs, mapping);
      }),
    'messages.readAgain': ({ itemId }) => readMessages(context, itemId),
    'messages.mappings': ({ itemId }) => savedMappings(context, itemId),
    'messages.forgetMapping': ({ id }) => {
      context.act({ action: 'messages.forget-columns', subject: id }, () => {
        forgetMapping(context, id);
      });
      return {};
    },

    'messages.draft': ({ keys }) => draftFromKeys(context, keys),
    'messages.tally': ({ keys }) => tallyKeys(context, keys),
    'messages.addToEntry': addToEntry,
    'messages.entryEach': ({ keys }) => {
      const caseId = caseOfKeys(context, keys);
      const today = ukDay(context.now());
      const rows = readDraftRows(context, keys);
      return createEntries(
        context,
        caseId,
        rows.map((row) => draftFromRows([row], today)),
      ).map((id) => readEntry(context, id));
    },
  };
}
