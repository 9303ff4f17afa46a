import type { PackageComparison } from '../../../../shared/models/package-comparison';
import type { JobControl, VaultContext } from '../../../vault/api';
import { ensureOfficeKeys } from '../../offices/office';
import { coded, decrypt, findPackage } from '../package-stream';
import { hashingQuarantine } from '../quarantine';
import { readContents } from '../read-contents';
import type { PackageToOpen } from '../read-contents';
import { refuseForeign } from '../refuse-foreign';
import { comparison } from './comparison';

/**
 * Reads a whole package and holds it beside what is here, before anything of it goes in. Everything is checked as when it is taken
 * in, and nothing is kept: files are hashed as they stream past, so that whatever is decided, and whenever the computer is switched
 * off, there is nothing to clear away; to take it in, it is read once more. That it was looked at goes into the record of acts.
 */
export async function comparePackageFile(
  context: VaultContext,
  input: PackageToOpen,
  control: Pick<JobControl, 'signal' | 'progress'>,
): Promise<PackageComparison> {
  let parts = 1;
  try {
    const keys = await ensureOfficeKeys(context);
    const found = await findPackage(input);
    parts = found.paths.length;
    control.progress({ step: 'verifying', done: 0, total: found.bytes });
    const plain = await decrypt(found, keys, null, control);
    const contents = await readContents(context, plain, keys, input, hashingQuarantine());
    control.progress({ step: 'comparing' });
    refuseForeign(context, contents.records);
    const compared = comparison(context, contents, contents.manifestSha256);
    const { packageId, caseId } = contents.manifest;
    context.act(
      {
        action: 'transfer.compare',
        subject: null,
        caseId: compared.joins ? caseId : null,
        detail: { package: packageId, sender: contents.sender.standing },
      },
      () => undefined,
    );
    return compared;
  } catch (error) {
    throw coded(error, parts);
  }
}
