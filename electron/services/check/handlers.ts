import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { HoldfastError } from '../../../shared/errors';
import type { CheckReport } from '../../../shared/models/vault';
import { checkOpenVault } from '../../vault/check/check-open';
import type { OpenVault } from '../../vault/open-vault';

/** Checks of the open vault. Reports are kept until it is closed. */
export function checkHandlers(vault: OpenVault): Pick<VaultHandlers, 'check.start' | 'check.report'> {
  const { context } = vault;
  const reports = new Map<string, CheckReport>();
  return {
    'check.start': ({ depth }) =>
      context.jobs.start('check', null, async (control) => {
        const report = await checkOpenVault(vault, depth, control);
        reports.set(control.id, report);
        context.act(
          { action: 'check.run', subject: null, detail: { depth, ok: report.ok, files: report.files } },
          () => undefined,
        );
        return { resultId: control.id };
      }),
    'check.report': ({ id }) => {
      const report = reports.get(id);
      if (report === undefined) throw new HoldfastError('not-found');
      return report;
    },
  };
}
