import * as z from 'zod';
import { labelOf } from '../../../shared/domain/bundle/labels';
import { printDate } from '../../../shared/domain/dates/print';
import { ukDay } from '../../../shared/domain/dates/standing';
import type { Bundle } from '../../../shared/models/bundle';
import { HoldfastError } from '../../../shared/errors';
import type { StoredFile, VaultContext } from '../../vault/api';
import { oneRow, parseJson } from '../../vault/rows/rows';
import { readFile } from '../items/item-rows';
import type { FileLayout } from './bundle-file';
import { bundleFileId, readBundle } from './rows';

const number = z.int().positive();
const numbers = z.array(number).max(1_000_000);

/** Where the objects of a finished file stand, as they are kept with it. */
const fileLayoutSchema: z.ZodType<FileLayout> = z.object({
  bytes: z.int(),
  next: number,
  xref: z.int(),
  tree: z.object({
    ...{ root: number, nodes: numbers, pages: numbers },
    inner: z
      .array(z.object({ number, parent: number, kids: numbers, pages: z.int() }))
      .nullable()
      .default(null),
  }),
  outline: z
    .object({ root: number, first: number, last: number, lastText: z.string(), count: z.int() })
    .nullable(),
  structure: z.object({ root: number, document: number, kids: numbers, nodes: numbers, next: z.int() }),
});

/** A bundle that another one goes on behind. */
export interface Earlier {
  readonly bundle: Bundle;
  readonly file: StoredFile;
  readonly layout: FileLayout;
  /** `1 to 52`, and the day on which it was built. */
  readonly pages: string;
  readonly built: string;
}

/**
 * Reads the bundle that is gone on behind. Throws `bundle-not-continuable` for one of an earlier Holdfast, which does not say where its
 * objects stand, and `not-found` for one of another case.
 */
export function readEarlier(context: VaultContext, caseId: string, id: string): Earlier {
  const bundle = readBundle(context, id);
  if (bundle.caseId !== caseId) throw new HoldfastError('not-found');
  const { layout } = oneRow(
    context.db,
    z.object({ layout: z.string() }),
    'SELECT layout FROM bundles WHERE id = ?',
    id,
  );
  if (layout === '') throw new HoldfastError('bundle-not-continuable');
  return {
    bundle,
    file: readFile(context, bundleFileId(context, id, null)),
    layout: parseJson(fileLayoutSchema, layout),
    pages: `${labelOf(bundle.plan, 1)} to ${labelOf(bundle.plan, bundle.plan.pages)}`,
    built: printDate(ukDay(new Date(bundle.createdAt)), null),
  };
}
