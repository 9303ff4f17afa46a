import { viewFor } from '../../../shared/domain/export/audiences';
import type { LeavingRequest, Recipient } from '../../../shared/models/leaving-gate';
import type { PackRedaction } from '../../../shared/models/pack';
import type { SavedView, SavedViewBody } from '../../../shared/models/saved-view';

export type PackRequest = Extract<LeavingRequest, { output: 'pack' }>;

/** What is being chosen for a pack. */
export interface PackChoice {
  readonly recipient: Recipient | null;
  readonly to: string;
  /** `none`, `all` or the id of a view; null while nobody has said. */
  readonly chronology: string | null;
  readonly itemIds: ReadonlySet<string>;
  /** For an exhibit of which there are redacted copies: the copy that goes, or null for the original. Absent while nobody has said. */
  readonly copies: ReadonlyMap<string, string | null>;
}

export const nothingChosen: PackChoice = {
  recipient: null,
  to: '',
  chronology: null,
  itemIds: new Set(),
  copies: new Map(),
};

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
