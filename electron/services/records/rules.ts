import type { ChangedArea } from '../../../shared/contract/bridge';
import type { VaultContext } from '../../vault/api';
import type { Body } from '../../../shared/domain/records/version';

/** What a kind asks for beyond its schema, whoever writes a record of it. Kinds that ask for nothing need none. */
export interface RecordRules {
  readonly kind: string;
  readonly area: ChangedArea;
  /**
   * A body as it may be stored now in this case. Throws where it may not. `again`: it was written before, and what it named and
   * was erased since is left out; what is written now must name what is there.
   */
  readonly admit?: (context: VaultContext, caseId: string, body: Body, when: 'now' | 'again') => Body;
  /** What belongs to the same act. Runs inside it, after the version was written. */
  readonly within?: (context: VaultContext, id: string, before: Body | null, after: Body) => void;
  /** What belongs to the act that removes it. Runs inside it, with what the record said. */
  readonly without?: (context: VaultContext, id: string, before: Body) => void;
  /** Once it is written. */
  readonly after?: (context: VaultContext) => void;
}
