import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { bundleFileName } from '../../../shared/domain/bundle/file-name';
import type { Bundle } from '../../../shared/models/bundle';
import type { JobControl, VaultContext } from '../../vault/api';
import { caseReference } from '../cases/reference';
import { readFile } from '../items/item-rows';
import { keepBundleChoices, readBundleChoices } from '../leaving/bundle-choices';
import { createLookLog } from '../look-log';
import { saveCopy } from '../print/save-copy';
import { buildBundle, draftPlan } from './build';
import type { BuiltBundle } from './built';
import { citedBy } from './cited';
import { keepOwnProfile, removeOwnProfile } from './own-profiles';
import { profilesHere, requireProfile } from './profile';
import { bundleFileId, insertBundle, listBundles, readBundle } from './rows';

/** Stores what was built; files without their rows are taken away again. */
async function keep(
  context: VaultContext,
  caseId: string,
  built: BuiltBundle,
  options: Bundle['options'],
  control: JobControl,
): Promise<string> {
  control.progress({ step: 'writing' });
  const id = context.newId();
  try {
    context.act({ action: 'bundle.build', subject: id, caseId, detail: { pages: built.plan.pages } }, () => {
      insertBundle(context, id, caseId, built, { ...options, view: built.view });
    });
  } catch (error) {
    for (const { id: fileId } of [built.file, ...built.further.map(({ file }) => file)])
      await context.files.remove(fileId);
    throw error;
  }
  context.changed('bundles', caseId);
  return id;
}

/** Bundles: planning, building, keeping and saving them. A built PDF stays encrypted in the vault. */
export function bundleHandlers(
  context: VaultContext,
): Pick<
  VaultHandlers,
  | 'bundle.profiles'
  | 'bundle.keepProfile'
  | 'bundle.removeProfile'
  | 'bundle.plan'
  | 'bundle.cited'
  | 'bundle.build'
  | 'bundle.list'
  | 'bundle.get'
  | 'bundle.save'
  | 'bundle.suggestName'
  | 'bundle.choices'
  | 'bundle.keepChoices'
> {
  const looked = createLookLog(context);

  return {
    'bundle.profiles': () => [...profilesHere(context)],
    'bundle.keepProfile': ({ changes, body }) => ({ id: keepOwnProfile(context, changes, body) }),
    'bundle.removeProfile': ({ id }) => {
      removeOwnProfile(context, id);
      return {};
    },
    'bundle.choices': ({ caseId, set }) => readBundleChoices(context, caseId, set),
    'bundle.keepChoices': ({ caseId, choices }) => {
      keepBundleChoices(context, caseId, choices);
      return {};
    },
    'bundle.plan': ({ caseId, options }) => draftPlan(context, caseId, options),
    'bundle.cited': ({ caseId, filter }) => ({ itemIds: [...citedBy(context, caseId, filter)] }),
    'bundle.build': ({ caseId, options: asked }) =>
      context.jobs.start('bundle', caseId, async (control) => {
        const { own } = requireProfile(context, asked.profile);
        const options = { ...asked, profileVersion: own?.version ?? null };
        const built = await buildBundle(context, caseId, options, control);
        return { resultId: await keep(context, caseId, built, options, control) };
      }),
    'bundle.list': ({ caseId }) => listBundles(context, caseId),
    'bundle.get': ({ id }) => {
      const found = readBundle(context, id);
      looked('bundle.view', id);
      return found;
    },
    'bundle.suggestName': ({ id, file }) => {
      const { options, caseId, files } = readBundle(context, id);
      const chosen = files.find(({ position }) => position === file) ?? null;
      return { name: bundleFileName(options, caseReference(context, caseId), chosen) };
    },
    'bundle.save': async ({ id, path, file }) => {
      const saved = await saveCopy(context, readFile(context, bundleFileId(context, id, file)), path);
      context.act({ action: 'bundle.save', subject: id }, () => undefined);
      return saved;
    },
  };
}
