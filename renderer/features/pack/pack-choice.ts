import { viewFor } from '../../../shared/domain/export/audiences';
import type { LeavingRequest, Recipient } from '../../../shared/models/leaving-gate';
import type { PartnerOffice } from '../../../shared/models/office';
import type { PackRedaction } from '../../../shared/models/pack';
import type { SavedView, SavedViewBody } from '../../../shared/models/saved-view';
import type { TransferLock } from '../../../shared/models/transfer';
import { isGoodEnough, passphraseStrength } from '../../components/passphrase/strength';

export type PackRequest = Extract<LeavingRequest, { output: 'pack' }>;

/** A plain folder, or one file sealed for an office or under a passphrase, never both. */
export const leavesAsChoices = ['folder', 'recipient', 'passphrase'] as const;
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
  /** The office that it is sealed for, where it is for one. */
  readonly officeId: string | null;
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
  officeId: null,
  passphrase: '',
};

/** What is still to be said of how it is sealed; null where nothing is. `ownNames` is null while they are being read. */
export function missingSeal(
  { leavesAs, officeId, passphrase }: PackChoice,
  compared: readonly Pick<PartnerOffice, 'id'>[],
  ownNames: readonly string[] | null,
): 'office' | 'passphrase' | null {
  if (leavesAs === 'folder') return null;
  if (leavesAs === 'recipient') return compared.some(({ id }) => id === officeId) ? null : 'office';
  const isGood = ownNames !== null && isGoodEnough(passphraseStrength(passphrase, ownNames));
  return isGood ? null : 'passphrase';
}

/** What seals it; null for a plain folder. */
export function lockOf(
  { leavesAs, officeId, passphrase }: PackChoice,
  compared: readonly Pick<PartnerOffice, 'id' | 'recipient'>[],
): TransferLock | null {
  if (leavesAs === 'folder') return null;
  if (leavesAs === 'passphrase') return { type: 'passphrase', passphrase };
  return { type: 'recipient', recipient: compared.find(({ id }) => id === officeId)?.recipient ?? '' };
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
