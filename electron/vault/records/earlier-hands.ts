import type { Body, Version } from '../../../shared/domain/records/version';
import { earlierId, filledUp } from './earlier';
import type { Stamped } from './earlier';
import { recordIdAbout } from './record-id';

/** What a person said of where an exhibit came from, as it was kept version by version. */
export interface EarlierProvenance extends Stamped {
  readonly caseId: string;
  readonly itemId: string;
  readonly version: number;
  readonly body: Body;
  readonly at: string;
}

/**
 * Each made from the one that was numbered before it. Two offices that had one and each wrote the next make two versions that
 * descend from it: office and clock tell them apart.
 */
export function versionsOfProvenance(rows: readonly EarlierProvenance[]): readonly Version[] {
  const newest = new Map<string, string>();
  const ordered = [...rows].sort((a, b) => a.version - b.version);
  return ordered.map(({ caseId, itemId, version, body, ...by }) => {
    const before = newest.get(itemId);
    const id = earlierId('provenance', itemId, version, by.office, by.hlc);
    newest.set(itemId, id);
    return {
      ...{ id, recordId: recordIdAbout('provenance', itemId), caseId, kind: 'provenance', schema: 1 },
      ...{ refs: [itemId], parents: before === undefined ? [] : [before] },
      ...{ body: filledUp('provenance', { ...body, itemId }), removed: false, ...by },
    };
  });
}

/** A handover as its row was, which nobody changed. */
export interface EarlierHandover extends Stamped {
  readonly id: string;
  readonly caseId: string;
  readonly itemId: string;
  readonly handoverId: string;
  readonly corrects: string | null;
  readonly body: Body;
  readonly recordedAt: string;
}

/** A record of one version each, with the id that the row had. */
export function versionsOfHandovers(rows: readonly EarlierHandover[]): readonly Version[] {
  return rows.map(({ id, caseId, itemId, handoverId, corrects, body, recordedAt, office, author, hlc }) => ({
    ...{ id: earlierId('handover', id), recordId: id, caseId, kind: 'handover', schema: 1 },
    ...{ refs: corrects === null ? [itemId] : [itemId, corrects], parents: [], removed: false },
    body: filledUp('handover', { ...body, itemId, handoverId, corrects }),
    ...{ office, author, hlc, at: recordedAt },
  }));
}
