import { answerFor } from '../../shared/domain/leaving/check';
import type { LeavingRequest } from '../../shared/models/leaving-gate';
import type { VaultProcess } from '../main/vault-process';

/** Says of every exhibit that it is the client's own, as whoever took the files in would: nothing leaves before that is said. */
export async function sayWhatTheyAre(vault: VaultProcess, caseId: string): Promise<void> {
  const items = await vault.call('evidence.list', { caseId });
  const itemIds = items.map(({ id }) => id);
  if (itemIds.length > 0) await vault.call('leaving.classify', { caseId, itemIds, itemClass: 'own' });
}

/**
 * Answers what the gate asks about something, as the advocate of the sample would. The sample's phone bill names the client's own
 * number, which is on the protected list. What only a person could answer is left, and then it does not leave.
 */
export async function passGate(
  vault: VaultProcess,
  request: LeavingRequest,
  why: string,
  say: (line: string) => void,
): Promise<boolean> {
  const { decide, recipient } = await vault.call('leaving.check', { request });
  const { caseId } = request;
  for (const point of decide) {
    const answer = answerFor(point, recipient);
    if (answer === null) continue;
    await vault.call('leaving.answer', { caseId, answer, why });
  }
  const answered = decide.filter((point) => answerFor(point, recipient) !== null).length;
  if (decide.length > 0)
    say(
      `  before it leaves: ${decide.length} to decide, ${answered} of them of the protected list and answered.`,
    );
  return answered === decide.length;
}
