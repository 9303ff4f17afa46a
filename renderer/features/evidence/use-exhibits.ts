import { useState } from 'react';
import type { EvidenceKind } from '../../../shared/models/evidence';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import type { ExhibitFilter } from '../../strings/evidence';

/** Which exhibits of a case are shown, and in which order. */
export interface ExhibitChoice {
  readonly search: string;
  readonly filter: ExhibitFilter;
  readonly kind: EvidenceKind | 'all';
  readonly sort: 'date' | 'exhibit';
}

/** The exhibits of a case that somebody chose to see. */
export function useExhibits(caseId: string) {
  const [choice, setChoice] = useState<ExhibitChoice>({
    search: '',
    filter: 'all',
    kind: 'all',
    sort: 'date',
  });
  const { search, filter, kind, sort } = choice;
  const list = useQuery(
    `evidence-${caseId}|${search}|${filter}|${kind}|${sort}`,
    () => call(holdfast.evidence.list({ caseId, search, filter, sort, ...(kind === 'all' ? {} : { kind }) })),
    search === '' ? ['evidence', 'chronology'] : ['evidence', 'chronology', 'text'],
  );
  return {
    choice,
    choose: (change: Partial<ExhibitChoice>): void => {
      setChoice((before) => ({ ...before, ...change }));
    },
    ...list,
  };
}
