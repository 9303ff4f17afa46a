import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import * as z from 'zod';
import { lawOf } from '../../shared/domain/law/law-of';
import { jurisdictionSchema } from '../../shared/models/jurisdiction';
import type { Law } from '../../shared/models/law';
import { call, holdfast } from './bridge';
import { useQuery } from './hooks';

/** The law that acts, elements and orders of a case are named by. */
export interface CaseLaw {
  readonly law: Law;
  /** False where nobody has said whose law applies: what is shown is that of England and Wales, and is said to be. */
  readonly isSaid: boolean;
}

const CaseLawContext = createContext<CaseLaw>({ law: lawOf(null), isSaid: true });
const saidSchema = z.object({ jurisdiction: jurisdictionSchema.nullable().catch(null) });

/** Names acts and orders in what is inside by the law of the case; outside a case by that which holds where nobody said. */
export function WithLaw({
  caseId,
  children,
}: {
  readonly caseId: string | null;
  readonly children: ReactNode;
}) {
  const { data } = useQuery(
    `law-${caseId ?? 'none'}`,
    () =>
      caseId === null ? Promise.resolve(null) : call(holdfast.records.list({ caseId, kind: 'case-details' })),
    ['records', 'cases'],
  );
  const value = useMemo((): CaseLaw => {
    // Until it is read nobody is told that it was not said.
    if (data === null) return { law: lawOf(null), isSaid: true };
    const said = saidSchema.safeParse(data[0]?.body);
    const jurisdiction = said.success ? said.data.jurisdiction : null;
    return { law: lawOf(jurisdiction), isSaid: jurisdiction !== null };
  }, [data]);
  return <CaseLawContext.Provider value={value}>{children}</CaseLawContext.Provider>;
}

export function useCaseLaw(): CaseLaw {
  return useContext(CaseLawContext);
}

export function useLaw(): Law {
  return useCaseLaw().law;
}
