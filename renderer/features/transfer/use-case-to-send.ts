import type { ErrorCode } from '../../../shared/errors';
import type { FoundItem } from '../../../shared/contract/vault-methods';
import type { PackRedaction } from '../../../shared/models/pack';
import type { SavedView } from '../../../shared/models/saved-view';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';

/** What there is to choose from in a case that is to be sent. */
export interface CaseToSend {
  readonly items: readonly FoundItem[];
  readonly redactions: readonly PackRedaction[];
  readonly views: readonly SavedView[];
  /** Ids of the exhibits as they stand on the screen. */
  readonly order: readonly string[];
  /** Why there is nothing to choose from, where it could not be read. */
  readonly error: ErrorCode | null;
}

const nothing = { items: [], redactions: [], views: [] } as const;

export function useCaseToSend(caseId: string | null): CaseToSend {
  const { data, error } = useQuery(
    `send-case-${caseId ?? ''}`,
    async () => {
      if (caseId === null) return nothing;
      const [items, redactions, views] = await Promise.all([
        call(holdfast.evidence.list({ caseId, sort: 'exhibit' })),
        call(holdfast.pack.redactions({ caseId })),
        call(holdfast.views.list({ caseId })),
      ]);
      return { items, redactions, views };
    },
    ['evidence', 'redactions', 'chronology'],
  );
  const found = data ?? nothing;
  return { ...found, order: found.items.map(({ id }) => id), error };
}
