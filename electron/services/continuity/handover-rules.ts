import { canonical } from '../../../shared/domain/records/version';
import { HoldfastError } from '../../../shared/errors';
import { handoverKind } from '../../../shared/records/handover';
import { requireExhibit } from '../items/require-exhibit';
import type { RecordRules } from '../records/rules';
import { checkHandover } from './record';

/** It is of an exhibit of its case, and puts right one of the same exhibit; what was written down is never changed. */
export const handoverRules: RecordRules = {
  kind: handoverKind.kind,
  area: 'evidence',
  admit: (context, caseId, body, when) => {
    if (when === 'again') return body;
    const { itemId, handoverId: _of, corrects, planned, ...handover } = handoverKind.body.parse(body);
    requireExhibit(context, caseId, itemId);
    const corrected = 'SELECT 1 FROM continuity WHERE id = ? AND item_id = ?';
    if (corrects !== null && context.db.prepare(corrected).get(corrects, itemId) === undefined)
      throw new HoldfastError('invalid-input');
    return { ...body, ...checkHandover(context, handover, planned) };
  },
  within: (_context, _id, before, after) => {
    if (before !== null && canonical(before) !== canonical(after)) throw new HoldfastError('invalid-input');
  },
};
