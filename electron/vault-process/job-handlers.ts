import type { JobBoard } from '../vault/api';
import type { VaultHandlers } from '../../shared/contract/vault-methods';

/** The screens' view of the board. */
export function jobHandlers(jobs: JobBoard): Pick<VaultHandlers, 'jobs.list' | 'jobs.cancel'> {
  return {
    'jobs.list': () => [...jobs.list()],
    'jobs.cancel': ({ id }) => {
      jobs.cancel(id);
      return {};
    },
  };
}
