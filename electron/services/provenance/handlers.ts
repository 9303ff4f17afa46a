import * as z from 'zod';
import type { VaultHandlers, VaultInput } from '../../../shared/contract/vault-methods';
import { mergeProvenance } from '../../../shared/domain/provenance';
import { HoldfastError } from '../../../shared/errors';
import { emptyProvenance } from '../../../shared/models/provenance';
import type { VaultContext } from '../../vault/api';
import { readItem } from '../items/item-rows';
import { allRows, oneRow } from '../../vault/rows/rows';
import { copyName, saveItemCopy } from './copies';
import { checkDay } from './provenance-rules';
import { readHistory, readSaid, readShown, readVersions, writeProvenance } from './rows';

type ProvenanceMethods =
  | 'provenance.get'
  | 'provenance.save'
  | 'provenance.saveMany'
  | 'provenance.count'
  | 'evidence.history'
  | 'evidence.saveCopy'
  | 'evidence.suggestName';

function save(context: VaultContext, { id, version, provenance }: VaultInput<'provenance.save'>): void {
  const item = readItem(context, id);
  checkDay(provenance.receivedOn);
  if ((readVersions(context, id)[0]?.version ?? 0) !== version) throw new HoldfastError('conflict');
  context.act({ action: 'provenance.save', subject: id, detail: { version: version + 1 } }, () => {
    writeProvenance(context, { caseId: item.caseId, itemId: id }, provenance);
  });
  context.changed('evidence', item.caseId);
}

/** Says the same of several items, and of each only what it does not say already. */
function saveMany(context: VaultContext, { ids, provenance }: VaultInput<'provenance.saveMany'>) {
  checkDay(provenance.receivedOn);
  const wanted = [...new Set(ids)];
  const cases = allRows(
    context.db,
    z.object({ case_id: z.string(), items: z.int() }),
    `SELECT case_id, count(*) AS items FROM evidence WHERE id IN (SELECT value FROM json_each(?)) GROUP BY case_id`,
    JSON.stringify(wanted),
  );
  const [owner] = cases;
  // Nobody says the same of two clients' files at once: that is a mistake of whoever asks.
  if (owner === undefined || cases.length > 1 || owner.items !== wanted.length)
    throw new HoldfastError('not-found');
  const changed = context.act(
    (items) => ({ action: 'provenance.save-many', subject: owner.case_id, detail: { items } }),
    () => {
      let items = 0;
      for (const itemId of wanted) {
        const before = readShown(context, itemId) ?? emptyProvenance;
        const body = mergeProvenance(before, provenance);
        if (JSON.stringify(body) === JSON.stringify(before)) continue;
        writeProvenance(context, { caseId: owner.case_id, itemId }, body);
        items += 1;
      }
      return items;
    },
  );
  context.changed('evidence', owner.case_id);
  return { changed, same: wanted.length - changed };
}

/** Where items came from, in the words of whoever knows; what was settled about their dates; copies of them. */
export function provenanceHandlers(context: VaultContext): Pick<VaultHandlers, ProvenanceMethods> {
  const { db } = context;

  return {
    'provenance.get': ({ id }) => {
      readItem(context, id);
      return { versions: readVersions(context, id) };
    },
    'provenance.save': (input) => {
      save(context, input);
      return { versions: readVersions(context, input.id) };
    },
    'provenance.saveMany': (input) => saveMany(context, input),
    'provenance.count': ({ caseId }) => {
      const { items } = oneRow(
        db,
        z.object({ items: z.int() }),
        'SELECT count(*) AS items FROM evidence WHERE case_id = ?',
        caseId,
      );
      return { items, said: readSaid(context, caseId).length };
    },
    'evidence.history': ({ id }) => {
      readItem(context, id);
      return readHistory(context, id);
    },
    'evidence.suggestName': ({ id, form }) => ({ name: copyName(context, id, form) }),
    'evidence.saveCopy': (input) => saveItemCopy(context, input),
  };
}
