import type { Joined, ProposedConversation } from '../../../shared/models/likeness';

/** What a run is made or changed from. */
export interface RunStart extends Joined {
  /** Of a run that is there already, or null. */
  readonly id: string | null;
  readonly title: string | null;
  readonly leftOut: ProposedConversation['leftOut'];
  readonly perhaps: ProposedConversation['perhaps'];
  readonly orderInDoubt: boolean;
}
