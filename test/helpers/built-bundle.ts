import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { bundleHandlers } from '../../electron/services/bundle/handlers';
import { linkBase } from '../../electron/services/bundle/links';
import { caseHandlers } from '../../electron/services/cases/handlers';
import type { Lab } from '../../electron/vault/api';
import { readFinished } from '../../renderer/lab/pdf-finished';
import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import { HoldfastError } from '../../shared/errors';
import { bundleSettingsSchema } from '../../shared/models/bundle';
import type { Bundle, BundleOptions } from '../../shared/models/bundle';
import { chequered } from './chequered';
import { addItem, filledCase } from './filled-vault';
import { makeTestVault } from './test-vault';
import type { TestVault, TestVaultOptions } from './test-vault';

/** PDFium as in the lab; nothing else is asked of it here. */
const lab: Lab = {
  ask: async <T extends LabRequest['type']>(request: LabRequest): Promise<LabAnswer<T>> => {
    if (request.type !== 'pdf-finished') throw new HoldfastError('unsupported-preview');
    // It is the answer to the request that was made.
    return (await readFinished(request)) as LabAnswer<T>;
  },
};

/** In the place of Chromium: a page, with every link of the document on it. */
export async function typeset(html: string): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  const count = html.includes('class="cover"') ? 2 : 1;
  for (let index = 0; index < count; index += 1)
    document.addPage([595.28, 841.89]).drawText('Set in type', { x: 60, y: 780, size: 12, font });
  const keys = [...html.matchAll(/href="https:\/\/bundle\.invalid\/([^"]*)"/gu)].map(([, key = '']) => key);
  const links = keys.map((key, index) => {
    // In columns: what many documents are in has more lines than a page is long.
    const [x, y] = [440 - Math.floor(index / 44) * 80, 700 - (index % 44) * 14];
    return document.context.register(
      document.context.obj({
        ...{ Type: 'Annot', Subtype: 'Link', Rect: [x, y, x + 60, y + 12] },
        A: { S: 'URI', URI: PDFString.of(linkBase + key) },
      }),
    );
  });
  document.getPage(count - 1).node.set(PDFName.of('Annots'), document.context.obj(links));
  return document.save();
}

/** What a vault in which bundles are built needs of Electron. */
export const forBundle = { lab, typeset } as const;

export interface Filled {
  readonly made: TestVault;
  readonly caseId: string;
  readonly itemIds: readonly string[];
}

/** A case with so many pictures that can be shown as they are. `picture`: the bytes of each, by its number from 1. */
export async function fillForBundle(
  count: number,
  options: TestVaultOptions = {},
  picture: (number: number) => Uint8Array = (number) => chequered(120 + number, 90),
): Promise<Filled> {
  const made = await makeTestVault({ ...forBundle, ...options });
  const { context, vault } = made;
  const { id: caseId } = await caseHandlers(context)['cases.create']({ ...filledCase, reference: 'BUILD-1' });
  const itemIds: string[] = [];
  for (let number = 1; number <= count; number += 1)
    itemIds.push(await addItem(vault, caseId, number, picture(number), `IMG_${number}.png`));
  context.db
    .prepare(
      "UPDATE evidence SET kind = 'image', mime = 'image/png', preview = 'ready', width = 120, height = 90 WHERE case_id = ?",
    )
    .run(caseId);
  return { made, caseId, itemIds };
}

/** The options of a bundle of all of it, for nobody yet. */
export function bundleOf(
  { itemIds }: Pick<Filled, 'itemIds'>,
  change: Partial<BundleOptions> = {},
): BundleOptions {
  return {
    ...bundleSettingsSchema.parse({}),
    ...{ recipient: null, title: 'Hearing bundle', courtCase: '', itemIds: [...itemIds] },
    ...{ includeChronology: false, includePatterns: false },
    ...change,
  };
}

/** Builds a bundle of its exhibits, or tells why that failed. */
export async function buildOf(
  { made, caseId, itemIds }: Omit<Filled, 'made'> & { readonly made: Pick<TestVault, 'context'> },
  options: Partial<BundleOptions> = {},
): Promise<{ readonly bundle: Bundle | null; readonly error: string | null }> {
  const { context } = made;
  const handlers = bundleHandlers(context);
  const job = await handlers['bundle.build']({
    caseId,
    options: bundleOf({ itemIds }, options),
  });
  const { state, resultId, error } = await context.jobs.ended(job.id);
  if (state !== 'done' || resultId === null) return { bundle: null, error: error ?? state };
  return { bundle: await handlers['bundle.get']({ id: resultId }), error: null };
}
