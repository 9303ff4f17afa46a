import { quietKinds } from '../../shared/models/job';
import type { VaultProcess } from '../main/vault-process';
import type { createJobWatch } from './job-watch';

/**
 * Waits until nothing goes on in the background of a vault. Text that is still to be read is read first, or, of a folder
 * that may hold thousands of pictures, left for when the vault is opened.
 */
export async function settle(
  vault: VaultProcess,
  watch: Pick<ReturnType<typeof createJobWatch>, 'ended'>,
  { readAllText }: { readonly readAllText: boolean },
): Promise<void> {
  if (!readAllText) await vault.call('text.pause', {});
  for (;;) {
    const jobs = await vault.call('jobs.list', {});
    const running = jobs.find(({ kind, state }) => state === 'running' && quietKinds.includes(kind));
    if (running === undefined) return;
    await watch.ended(running);
  }
}
