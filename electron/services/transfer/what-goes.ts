import type { VaultInput } from '../../../shared/contract/vault-methods';
import { versionHeldBy } from '../../../shared/domain/merge/changes';
import type { LeftOut } from '../../../shared/domain/merge/share';
import { HoldfastError } from '../../../shared/errors';
import type { VaultContext } from '../../vault/api';
import { chosenRecords } from './chosen-records';
import { heldBy, notHeld, readHeld } from './held';
import type { Held } from './held';
import { readRecords } from './records';
import type { Records } from './records';

type What = Pick<VaultInput<'transfer.export'>, 'caseId' | 'purpose' | 'chosen' | 'since'>;

/** What goes into a package. */
export interface Going {
  readonly records: Records;
  /** What the other office has of the case with this package; null of a share, which is no whole to count from. */
  readonly held: Held | null;
  /** Chosen records that stay, and why. */
  readonly leftOut: ReadonlyMap<string, LeftOut>;
}

/**
 * All that goes into a package, read at one moment. Throws `invalid-input` where nothing was chosen for a share, or nobody said since
 * when; `not-found` for a package whose content is not known any more; `nothing-new` where nothing changed.
 */
export function whatGoes(context: VaultContext, { caseId, purpose, chosen, since }: What): Going {
  const all = readRecords(context, caseId);
  switch (purpose) {
    case 'share':
      if (chosen === undefined || (chosen.exhibits.length === 0 && chosen.chronology === null))
        throw new HoldfastError('invalid-input');
      return { ...chosenRecords(context, all, chosen), held: null };
    case 'changes': {
      if (since === undefined) throw new HoldfastError('invalid-input');
      const before = readHeld(context, since, caseId);
      const records = notHeld(all, before);
      if (!isAnythingNew(records, before)) throw new HoldfastError('nothing-new');
      return { records, held: heldBy(all, before), leftOut: new Map() };
    }
    case 'handover':
    case 'copy':
      return { records: all, held: heldBy(all, null), leftOut: new Map() };
  }
}

/** The case and its producers go along in any case: what counts is whether the other office has them already. */
function isAnythingNew({ versions, items, messageSources, redactions }: Records, before: Held): boolean {
  const isHeld = versionHeldBy(before);
  return (
    items.length + messageSources.length + redactions.length > 0 ||
    versions.some((version) => !isHeld(version))
  );
}
