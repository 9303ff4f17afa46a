import { caseReference } from '../cases/reference';
import { z } from 'zod';
import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { bundleCheckSchema, bundleOptionsSchema, bundlePlanSchema } from '../../../shared/models/bundle';
import type { Bundle } from '../../../shared/models/bundle';
import type { JobControl, VaultContext } from '../../vault/api';
import { readFile } from '../items/item-rows';
import { keepBundleChoices, readBundleChoices } from '../leaving/bundle-choices';
import { allRows, oneRow, parseJson } from '../../vault/rows/rows';
import { suggestBundleName } from '../../../shared/domain/bundle/file-name';
import { saveCopy } from '../print/save-copy';
import { createLookLog } from '../look-log';
import { buildBundle, draftPlan } from './build';
import type { BuiltBundle } from './build';
import { insertFile } from '../items/file-rows';

const row = z.object({
  id: z.string(),
  case_id: z.string(),
  file_id: z.string(),
  created_at: z.string(),
  pages: z.int(),
  options: z.string(),
  plan: z.string(),
  checks: z.string(),
  bytes: z.int(),
  sha256: z.string(),
});
const sql = 'SELECT b.*, f.bytes, f.sha256 FROM bundles b JOIN files f ON f.id = b.file_id';

function asBundle(found: z.infer<typeof row>): Bundle {
  return {
    id: found.id,
    caseId: found.case_id,
    options: parseJson(bundleOptionsSchema, found.options),
    createdAt: found.created_at,
    pages: found.pages,
    bytes: found.bytes,
    sha256: found.sha256,
    plan: parseJson(bundlePlanSchema, found.plan),
    checks: parseJson(z.array(bundleCheckSchema), found.checks),
  };
}

/** Stores what was built; a file without its row is taken away again. */
async function keep(
  context: VaultContext,
  caseId: string,
  built: BuiltBundle,
  options: Bundle['options'],
  control: JobControl,
): Promise<string> {
  control.progress({ step: 'writing' });
  const { file } = built;
  const id = context.newId();
  try {
    context.act({ action: 'bundle.build', subject: id, detail: { pages: built.plan.pages } }, () => {
      insertFile(context, file);
      context.db
        .prepare(
          `INSERT INTO bundles (id, case_id, file_id, created_at, pages, options, plan, checks)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
        )
        .run(
          id,
          caseId,
          file.id,
          context.now().toISOString(),
          built.plan.pages,
          JSON.stringify(options),
          JSON.stringify(built.plan),
          JSON.stringify(built.checks),
        );
    });
  } catch (error) {
    await context.files.remove(file.id);
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
  | 'bundle.plan'
  | 'bundle.build'
  | 'bundle.list'
  | 'bundle.get'
  | 'bundle.save'
  | 'bundle.suggestName'
  | 'bundle.choices'
  | 'bundle.keepChoices'
> {
  const { db } = context;
  const looked = createLookLog(context);

  return {
    'bundle.choices': ({ caseId }) => readBundleChoices(context, caseId),
    'bundle.keepChoices': ({ caseId, choices }) => {
      keepBundleChoices(context, caseId, choices);
      return {};
    },
    'bundle.plan': ({ caseId, options }) => draftPlan(context, caseId, options),
    'bundle.build': ({ caseId, options }) =>
      context.jobs.start('bundle', caseId, async (control) => {
        const built = await buildBundle(context, caseId, options, control);
        return { resultId: await keep(context, caseId, built, options, control) };
      }),
    'bundle.list': ({ caseId }) =>
      allRows(db, row, `${sql} WHERE b.case_id = ? ORDER BY b.rowid DESC`, caseId).map(asBundle),
    'bundle.get': ({ id }) => {
      const found = asBundle(oneRow(db, row, `${sql} WHERE b.id = ?`, id));
      looked('bundle.view', id);
      return found;
    },
    'bundle.suggestName': ({ id }) => {
      const { options, caseId } = asBundle(oneRow(db, row, `${sql} WHERE b.id = ?`, id));
      return { name: suggestBundleName(options, caseReference(context, caseId)) };
    },
    'bundle.save': async ({ id, path }) => {
      const { file_id } = oneRow(db, row, `${sql} WHERE b.id = ?`, id);
      const saved = await saveCopy(context, readFile(context, file_id), path);
      context.act({ action: 'bundle.save', subject: id }, () => undefined);
      return saved;
    },
  };
}
