import { readdirSync, statSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { inspectBackup } from '../../../../electron/vault/backup/inspect';
import { restoreVault } from '../../../../electron/vault/backup/restore';
import { runBackup } from '../../../../electron/vault/backup/run';
import { bundleHandlers } from '../../../../electron/services/bundle/handlers';
import { linkBase } from '../../../../electron/services/bundle/links';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { readFinished } from '../../../../renderer/lab/pdf-finished';
import { bundleSettingsSchema } from '../../../../shared/models/bundle';
import type { Bundle, BundleSettings } from '../../../../shared/models/bundle';
import type { LabAnswer, LabRequest } from '../../../../shared/contract/lab';
import { HoldfastError } from '../../../../shared/errors';
import type { Lab, VaultContext } from '../../../../electron/vault/api';
import { chequered } from '../../../helpers/chequered';
import { faultyFs } from '../../../helpers/faulty-fs';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { useDecoderOfPackage } from '../../../helpers/pdfium';
import { makeTestVault, testDeps, testPassphrase, unlockAnswering } from '../../../helpers/test-vault';
import type { TestVault, TestVaultOptions } from '../../../helpers/test-vault';

beforeAll(useDecoderOfPackage);
let made: TestVault | null = null;
afterEach(async () => {
  await made?.close();
  made = null;
});

/** PDFium as in the lab; nothing else is asked of it here. */
const lab: Lab = {
  ask: async <T extends LabRequest['type']>(request: LabRequest): Promise<LabAnswer<T>> => {
    if (request.type !== 'pdf-finished') throw new HoldfastError('unsupported-preview');
    // It is the answer to the request that was made.
    return (await readFinished(request)) as LabAnswer<T>;
  },
};

/** In the place of Chromium: a page, with every link of the document on it. */
async function typeset(html: string): Promise<Uint8Array> {
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

interface Filled {
  readonly caseId: string;
  readonly itemIds: readonly string[];
}

/** A case with so many pictures that can be shown as they are. */
async function fill(count: number, options: TestVaultOptions = {}): Promise<Filled> {
  made = await makeTestVault({ lab, typeset, ...options });
  const { context, vault } = made;
  const { id: caseId } = await caseHandlers(context)['cases.create']({ ...filledCase, reference: 'BUILD-1' });
  const itemIds: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const png = chequered(120 + number, 90);
    itemIds.push(await addItem(vault, caseId, number, png, `IMG_${number}.png`));
  }
  context.db
    .prepare(
      "UPDATE evidence SET kind = 'image', mime = 'image/png', preview = 'ready', width = 120, height = 90 WHERE case_id = ?",
    )
    .run(caseId);
  return { caseId, itemIds };
}

function open(): TestVault {
  if (made === null) throw new Error('no vault');
  return made;
}

interface Tried {
  readonly bundle: Bundle | null;
  readonly error: string | null;
}

function build(filled: Filled, settings: Partial<BundleSettings> = {}): Promise<Tried> {
  return buildIn(open().context, filled, settings);
}

async function buildIn(
  context: VaultContext,
  { caseId, itemIds }: Filled,
  settings: Partial<BundleSettings> = {},
): Promise<Tried> {
  const handlers = bundleHandlers(context);
  const job = await handlers['bundle.build']({
    caseId,
    options: {
      ...bundleSettingsSchema.parse(settings),
      ...{ recipient: null, title: 'Hearing bundle', courtCase: '', itemIds: [...itemIds] },
      ...{ includeChronology: false, includePatterns: false },
    },
  });
  const { state, resultId, error } = await context.jobs.ended(job.id);
  if (state !== 'done' || resultId === null) return { bundle: null, error: error ?? state };
  return { bundle: await handlers['bundle.get']({ id: resultId }), error: null };
}

/** Sealed files that lie in the vault, whole ones and drafts. */
function sealed(): readonly string[] {
  const folder = join(open().folder, 'evidence');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();
}

function rows(table: string): number {
  return Number(open().context.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}

it('builds the same bytes again, and after the vault was locked and opened', async () => {
  const filled = await fill(4);
  const [one, other] = [await build(filled), await build(filled)];
  expect(one.error).toBeNull();
  expect(one.bundle?.checks.filter(({ state }) => state === 'fix')).toEqual([]);
  expect(other.bundle?.sha256).toBe(one.bundle?.sha256);
  made = await open().reopen();
  expect((await build(filled)).bundle?.sha256).toBe(one.bundle?.sha256);
});

it('builds the same bytes in a vault that was restored from a backup', async () => {
  const filled = await fill(4);
  const { bundle } = await build(filled);
  const place = join(dirname(open().folder), 'stick');
  const target = join(dirname(open().folder), 'restored');
  const control = { signal: new AbortController().signal, progress: () => undefined };
  await runBackup(open().vault, place, control);
  const snapshot = (await inspectBackup(place))[0]?.id ?? '';
  await restoreVault({ from: place, snapshot, secret: testPassphrase, target }, { control });
  const again = await unlockAnswering(target, testDeps({ lab, typeset }));
  try {
    const { bundle: second, error } = await buildIn(again.context, filled);
    expect(error).toBeNull();
    expect(second?.sha256).toBe(bundle?.sha256);
  } finally {
    again.close();
  }
});

it('leaves an exhibit out, with its reason, whose file turns out to be damaged, and builds the rest', async () => {
  const filled = await fill(3);
  const { db } = open().context;
  const [, second = ''] = filled.itemIds;
  const fileId = String(db.prepare('SELECT file_id FROM evidence WHERE id = ?').pluck().get(second));
  const path = join(open().folder, 'evidence', sealed().find((name) => name.includes(fileId)) ?? '');
  truncateSync(path, statSync(path).size - 40);
  const { bundle } = await build(filled);
  expect(bundle?.plan.leftOut).toEqual([{ itemId: second, exhibitRef: 'WR/2', reason: 'evidence-damaged' }]);
  expect(bundle?.plan.rows.flatMap(({ itemId }) => itemId ?? [])).toHaveLength(2);
});

it('goes on behind an earlier bundle and is told when nothing is new', async () => {
  const filled = await fill(4);
  const served = await build({ ...filled, itemIds: filled.itemIds.slice(0, 2) });
  const lateOf = served.bundle?.id ?? '';
  const { bundle } = await build(filled, { lateOf });
  expect(bundle?.pages).toBe((served.bundle?.pages ?? 0) + 3);
  expect(bundle?.files.map(({ role, pages }) => [role, pages])).toEqual([['late', 3]]);
  expect(bundle?.checks.filter(({ state }) => state === 'fix')).toEqual([]);
  expect((await build(filled, { lateOf: bundle?.id ?? '' })).error).toBe('bundle-nothing-added');
});

it('keeps nothing of a bundle that was cancelled', async () => {
  const filled = await fill(3);
  const before = sealed();
  const { context } = open();
  const job = await bundleHandlers(context)['bundle.build']({
    caseId: filled.caseId,
    options: {
      ...bundleSettingsSchema.parse({ printable: true }),
      ...{ recipient: null, title: 'Hearing bundle', courtCase: '', itemIds: [...filled.itemIds] },
      ...{ includeChronology: false, includePatterns: false },
    },
  });
  context.jobs.cancel(job.id);
  expect((await context.jobs.ended(job.id)).state).toBe('cancelled');
  expect([sealed(), rows('bundles'), rows('bundle_files')]).toEqual([before, 0, 0]);
});

it('keeps nothing when the disk is full, at whichever write', async () => {
  for (let nth = 1; ; nth += 1) {
    // The vault and its pictures are written before: their operations are counted first.
    const counted = faultyFs(Number.POSITIVE_INFINITY, 'ENOSPC');
    let fault: ReturnType<typeof faultyFs> | null = null;
    const layer = new Proxy(counted.layer, {
      get: (target, key, receiver) => Reflect.get(fault?.layer ?? target, key, receiver) as unknown,
    });
    const filled = await fill(2, { layer });
    const before = sealed();
    fault = faultyFs(nth, 'ENOSPC');
    const { bundle, error } = await build(filled, { printable: true });
    if (!fault.failed()) {
      expect(bundle?.files).toHaveLength(1);
      expect(nth).toBeGreaterThan(6);
      return;
    }
    expect([nth, error, rows('bundles'), rows('bundle_files'), sealed()]).toEqual([
      nth,
      'disk-full',
      0,
      0,
      before,
    ]);
    await open().close();
    made = null;
  }
});
