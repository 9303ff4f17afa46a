import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { bundleHandlers } from '../../electron/services/bundle/handlers';
import { linkBase } from '../../electron/services/bundle/links';
import { caseHandlers } from '../../electron/services/cases/handlers';
import { readFinished } from '../../renderer/lab/pdf-finished';
import { bundleSettingsSchema } from '../../shared/models/bundle';
import type { Bundle, BundleOptions } from '../../shared/models/bundle';
import type { LabAnswer, LabRequest } from '../../shared/contract/lab';
import { HoldfastError } from '../../shared/errors';
import type { Lab } from '../../electron/vault/api';
import { chequered } from './chequered';
import { addItem, filledCase } from './filled-vault';
import { makeTestVault } from './test-vault';
import type { TestVault } from './test-vault';

/** PDFium as in the lab; nothing else is asked of it here. */
const lab: Lab = {
  ask: async <T extends LabRequest['type']>(request: LabRequest): Promise<LabAnswer<T>> => {
    if (request.type !== 'pdf-finished') throw new HoldfastError('unsupported-preview');
    // It is the answer to the request that was made.
    return (await readFinished(request)) as LabAnswer<T>;
  },
};

/** A vault in which bundles are built without a browser: what was to be typeset is kept, to be looked at. */
export interface BundleVault {
  readonly made: TestVault;
  readonly caseId: string;
  readonly itemIds: readonly string[];
  /** What was to be printed, document by document, by the last build. */
  readonly printed: string[];
}

/** A case with so many pictures that can be shown as they are. */
export async function makeBundleVault(count: number): Promise<BundleVault> {
  const printed: string[] = [];
  const made = await makeTestVault({
    lab,
    typeset: (html) => {
      printed.push(html);
      return linkedPage(html);
    },
  });
  const { context, vault } = made;
  const { id: caseId } = await caseHandlers(context)['cases.create']({ ...filledCase, reference: 'BUILD-1' });
  const itemIds: string[] = [];
  for (let number = 1; number <= count; number += 1)
    itemIds.push(await addItem(vault, caseId, number, chequered(120 + number, 90), `IMG_${number}.png`));
  context.db
    .prepare(
      "UPDATE evidence SET kind = 'image', mime = 'image/png', preview = 'ready', width = 120, height = 90 WHERE case_id = ?",
    )
    .run(caseId);
  return { made, caseId, itemIds, printed };
}

/** In the place of Chromium: a page, with every link of the document on it. */
async function linkedPage(html: string): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  const count = html.includes('class="cover"') ? 2 : 1;
  for (let index = 0; index < count; index += 1)
    document.addPage([595.28, 841.89]).drawText('Set in type', { x: 60, y: 780, size: 12, font });
  const keys = [...html.matchAll(/href="https:\/\/bundle\.invalid\/([^"]*)"/gu)].map(([, key = '']) => key);
  const links = keys.map((key, index) =>
    document.context.register(
      document.context.obj({
        ...{ Type: 'Annot', Subtype: 'Link', Rect: [440, 700 - index * 14, 500, 712 - index * 14] },
        A: { S: 'URI', URI: PDFString.of(linkBase + key) },
      }),
    ),
  );
  document.getPage(count - 1).node.set(PDFName.of('Annots'), document.context.obj(links));
  return document.save();
}

/** The options of a bundle of all of it, for nobody yet. */
export function bundleOf({ itemIds }: BundleVault, change: Partial<BundleOptions> = {}): BundleOptions {
  return {
    ...bundleSettingsSchema.parse({}),
    ...{ recipient: null, title: 'Hearing bundle', courtCase: '', itemIds: [...itemIds] },
    ...{ includeChronology: false, includePatterns: false },
    ...change,
  };
}

/** Builds it; the code of what went wrong is thrown. */
export async function builtBundle(of: BundleVault, change: Partial<BundleOptions> = {}): Promise<Bundle> {
  const { made, caseId, printed } = of;
  printed.length = 0;
  const handlers = bundleHandlers(made.context);
  const { id } = await handlers['bundle.build']({ caseId, options: bundleOf(of, change) });
  const { state, resultId, error } = await made.context.jobs.ended(id);
  if (state !== 'done' || resultId === null) throw new Error(error ?? state);
  return handlers['bundle.get']({ id: resultId });
}
