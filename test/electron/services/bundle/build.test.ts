import { readdirSync, statSync, truncateSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { inspectBackup } from '../../../../electron/vault/backup/inspect';
import { restoreVault } from '../../../../electron/vault/backup/restore';
import { runBackup } from '../../../../electron/vault/backup/run';
import { bundleHandlers } from '../../../../electron/services/bundle/handlers';
import { bundleRequest } from '../../../../electron/services/gate/requests';
import { insertFile } from '../../../../electron/services/items/file-rows';
import { insertRedaction } from '../../../../electron/services/redaction/rows';
import { writeProvenance } from '../../../../electron/services/provenance/rows';
import { emptyProvenance } from '../../../../shared/models/provenance';
import { bundleSettingsSchema } from '../../../../shared/models/bundle';
import type { BundleSettings } from '../../../../shared/models/bundle';
import { buildOf, fillForBundle, forBundle } from '../../../helpers/built-bundle';
import type { Filled } from '../../../helpers/built-bundle';
import { chequered } from '../../../helpers/chequered';
import { faultyFs } from '../../../helpers/faulty-fs';
import { useDecoderOfPackage } from '../../../helpers/pdfium';
import { testDeps, testPassphrase, unlockAnswering } from '../../../helpers/test-vault';
import type { TestVault, TestVaultOptions } from '../../../helpers/test-vault';

beforeAll(useDecoderOfPackage);
let made: TestVault | null = null;
afterEach(async () => {
  await made?.close();
  made = null;
});

function open(): TestVault {
  if (made === null) throw new Error('no vault');
  return made;
}

/** A case with so many pictures, in the vault that is closed after the test. */
async function fill(count: number, options: TestVaultOptions = {}): Promise<Filled> {
  const filled = await fillForBundle(count, options);
  made = filled.made;
  return filled;
}

/** In the vault as it is open now. */
const build = (filled: Filled, settings: Partial<BundleSettings> = {}) =>
  buildOf({ ...filled, made: open() }, settings);

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
  const again = await unlockAnswering(target, testDeps(forBundle));
  try {
    const { bundle: second, error } = await buildOf({ ...filled, made: again });
    expect(error).toBeNull();
    expect(second?.sha256).toBe(bundle?.sha256);
  } finally {
    again.close();
  }
});

it('names exhibits of which dates disagree, or no producer, or no way here was said', async () => {
  const filled = await fill(2);
  const { context } = open();
  const [first = '', second = ''] = filled.itemIds;
  context.db.prepare('UPDATE evidence SET date_conflict = 1 WHERE id = ?').run(first);
  context.act({ action: 'provenance.save', subject: second }, () => {
    writeProvenance(
      context,
      { caseId: filled.caseId, itemId: second },
      { ...emptyProvenance, givenBy: 'Pat' },
    );
  });
  const said = new Map(
    (await build(filled)).bundle?.checks.map(({ id, text, pages }) => [id, { text, pages }]),
  );
  expect(said.get('dates-disagree')?.text).toContain('WR/1');
  expect(said.get('dates-disagree')?.pages).toHaveLength(1);
  expect(said.get('no-provenance')?.text).toBe(
    '1 exhibit of which nobody has said where it came from: WR/1.',
  );
  expect(said.get('no-producer')?.text).toContain('WR/1, WR/2');
  context.db.prepare("UPDATE producers SET name = 'Wren Rowe' WHERE case_id = ?").run(filled.caseId);
  context.db
    .prepare(
      'UPDATE evidence SET producer_id = (SELECT p.id FROM producers p WHERE p.case_id = evidence.case_id) WHERE case_id = ?',
    )
    .run(filled.caseId);
  const after = (await build(filled)).bundle?.checks.map(({ id }) => id);
  expect(after).not.toContain('no-producer');
});

it('is held by the gate to what it prints, whatever redacted copy was made since', async () => {
  const filled = await fill(2);
  const { context } = open();
  const [id = ''] = filled.itemIds;
  const { bundle } = await build(filled);
  expect(bundle?.plan.rows.find(({ itemId }) => itemId === id)?.copy).toBeNull();
  const file = await context.files.write([chequered(60, 40)]);
  const box = { page: 1, x: 0, y: 0, width: 0.5, height: 0.5, reason: 'child' as const, note: '', words: '' };
  const redaction = {
    ...{ id: context.newId(), itemId: id, mime: 'image/png' as const, parentSha256: 'a'.repeat(64) },
    ...{ boxes: [box], checks: [] },
    made: { operations: [], turned: true, pages: [{ width: 60, height: 40, points: null }] },
  };
  context.act({ action: 'redaction.make', subject: id }, () => {
    insertFile(context, file);
    insertRedaction(context, filled.caseId, redaction, file);
  });
  expect(bundleRequest(context, bundle?.id ?? '')).toMatchObject({ unredacted: filled.itemIds, copies: {} });
  const { bundle: after } = await build(filled);
  expect(bundleRequest(context, after?.id ?? '')).toMatchObject({
    unredacted: filled.itemIds.slice(1),
    copies: { [id]: redaction.id },
  });
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
