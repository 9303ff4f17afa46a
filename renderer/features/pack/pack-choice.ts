import { viewFor } from '../../../shared/domain/export/audiences';
import type { LeavingRequest, Recipient } from '../../../shared/models/leaving-gate';
import type { PackRedaction } from '../../../shared/models/pack';
import type { SavedView, SavedViewBody } from '../../../shared/models/saved-view';
import type { TransferLock } from '../../../shared/models/transfer';
import { isGoodEnough, passphraseStrength } from '../../components/passphrase/strength';

export type PackRequest = Extract<LeavingRequest, { output: 'pack' }>;

/**
 * A plain folder, or one file sealed under a passphrase. One that is sealed for an office, which the vault can make, is not offered
 * while no office can open it: its key never leaves its vault.
 */
export const leavesAsChoices = ['folder', 'passphrase'] as const;
export type LeavesAs = (typeof leavesAsChoices)[number];

/** What is being chosen for a pack. */
export interface PackChoice {
  readonly recipient: Recipient | null;
  readonly to: string;
  /** `none`, `all` or the id of a view; null while nobody has said. */
  readonly chronology: string | null;
  readonly itemIds: ReadonlySet<string>;
  /** For an exhibit of which there are redacted copies: the copy that goes, or null for the original. Absent while nobody has said. */
  readonly copies: ReadonlyMap<string, string | null>;
  readonly leavesAs: LeavesAs;
  /** What it is sealed under, where it is under one. */
  readonly passphrase: string;
}

export const nothingChosen: PackChoice = {
  recipient: null,
  to: '',
  chronology: null,
  itemIds: new Set(),
  copies: new Map(),
  leavesAs: 'folder',
  passphrase: '',
};

/** Whether the passphrase that it is to be sealed under is still to be typed. `ownNames` is null while they are being read. */
export function missesPassphrase(
  { leavesAs, passphrase }: PackChoice,
  ownNames: readonly string[] | null,
): boolean {
  if (leavesAs === 'folder') return false;
  return ownNames === null || !isGoodEnough(passphraseStrength(passphrase, ownNames));
}

/** What seals it; null for a plain folder. */
export function lockOf({ leavesAs, passphrase }: PackChoice): TransferLock | null {
  return leavesAs === 'folder' ? null : { type: 'passphrase', passphrase };
}

/** Chosen exhibits of which nobody has said whether the original or a redacted copy goes: neither goes by itself. */
export function undecidedCopies(
  { itemIds, copies }: PackChoice,
  redactions: readonly PackRedaction[],
): readonly string[] {
  const redacted = new Set(redactions.map(({ itemId }) => itemId));
  return [...itemIds].filter((id) => redacted.has(id) && !copies.has(id));
}

/** What is shown of the chronology: all that such a person is usually shown, or a view that was kept. */
function viewOf({ chronology, recipient }: PackChoice, views: readonly SavedView[]): SavedViewBody | null {
  if (chronology === 'all')
    return viewFor(recipient === null || recipient === 'office' ? 'police' : recipient);
  const view = views.find(({ id }) => id === chronology);
  if (view === undefined) return null;
  const { audience, filter, order, fields, covering } = view;
  return { audience, filter, order, fields, covering };
}

/** What the gate is asked about it. `order` is that of the exhibits on the screen. */
export function packRequest(
  caseId: string,
  choice: PackChoice,
  views: readonly SavedView[],
  order: readonly string[],
): PackRequest {
  return {
    ...{ output: 'pack', caseId, recipient: choice.recipient, to: choice.to.trim() },
    exhibits: order
      .filter((itemId) => choice.itemIds.has(itemId))
      .map((itemId) => ({ itemId, redactionId: choice.copies.get(itemId) ?? null })),
    chronology: viewOf(choice, views),
  };
}
