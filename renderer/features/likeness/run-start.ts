import type { Joined, ConversationView } from '../../../shared/models/likeness';

/** What a run is made or changed from. */
export interface RunStart extends Joined {
  /** Of a run that is there already, or null. */
  readonly id: string | null;
  readonly title: string | null;
  readonly leftOut: ConversationView['leftOut'];
  readonly perhaps: ConversationView['perhaps'];
  readonly orderInDoubt: boolean;
}
