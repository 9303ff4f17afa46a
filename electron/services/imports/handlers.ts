import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import type { Job } from '../../../shared/models/job';
import type { VaultContext } from '../../vault/api';
import { forgetImport, pathsToRetry, readRequest, unfinishedImports } from './request';

type ImportsMethods = 'imports.interrupted' | 'imports.resume' | 'imports.forget' | 'imports.retry';

/** Imports that were interrupted or left something out. `start` begins an import as `evidence.import` does. */
export function importsHandlers(
  context: VaultContext,
  start: (input: { caseId: string; paths: string[] }) => Job | Promise<Job>,
): Pick<VaultHandlers, ImportsMethods> {
  const runs = (jobId: string): boolean =>
    context.jobs.list().some(({ id, state }) => id === jobId && state === 'running');
  return {
    'imports.interrupted': ({ caseId }) =>
      unfinishedImports(context, caseId).filter(({ jobId }) => !runs(jobId)),
    'imports.resume': ({ jobId }) => {
      const { caseId, paths } = readRequest(context, jobId);
      if (runs(jobId)) return context.jobs.get(jobId);
      forgetImport(context, jobId);
      return start({ caseId, paths: [...paths] });
    },
    'imports.forget': ({ jobId }) => {
      if (!runs(jobId)) forgetImport(context, jobId);
      return {};
    },
    'imports.retry': ({ jobId }) => {
      const { caseId, paths } = pathsToRetry(context, jobId);
      return start({ caseId, paths: [...paths] });
    },
  };
}
