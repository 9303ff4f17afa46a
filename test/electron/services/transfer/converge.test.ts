import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { insertFile, insertFact } from '../../../../electron/services/items/file-rows';
import { takeNumber } from '../../../../electron/services/items/producers';
import { openPackage } from '../../../../electron/services/transfer/open-package';
import { transferHandlers } from '../../../../electron/services/transfer/handlers';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import { extractCase } from '../../../../electron/vault/act-extract';
import { sha256OfText, verifyAudit } from '../../../../electron/vault/audit';
import { verifyExtract } from '../../../../shared/domain/acts/verify-extract';
import { newFact } from '../../../../shared/domain/facts/new-fact';
import { codeOf } from '../../../helpers/code-of';
import { filledCase } from '../../../helpers/filled-vault';
import { meet } from '../../../helpers/offices';
import { putRow } from '../../../helpers/put-row';
import { recordStory } from '../../../helpers/record-story';
import type { RecordStory } from '../../../helpers/record-story';
import { makeTestVault } from '../../../helpers/test-vault';
import type { TestVault } from '../../../helpers/test-vault';
import { control } from './setting';

/** Stories that are told: some seconds each. */
const runs = Number(process.env.HOLDFAST_TRANSFERS ?? 3);
const most = 6;

let folder: string;
const vaults: TestVault[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-converge-'));
  for (let number = 0; number < most; number += 1) {
    const vault = await makeTestVault({ officeName: `Office ${number}` });
    for (const other of vaults) await meet(vault.context, other.context);
    vaults.push(vault);
  }
}, 300_000);
afterAll(async () => {
  for (const vault of vaults) await vault.close();
  await rm(folder, { recursive: true, force: true });
});

const office = fc.nat({ max: most - 1 });
const eventSchema = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('edit' as const), office }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('exhibit' as const), office }) },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('send' as const),
      office,
      to: office,
      purpose: fc.constantFrom('copy' as const, 'copy' as const, 'handover' as const),
    }),
  },
  // Any package that was written, again or for the first time; what nobody opens is lost.
  { weight: 4, arbitrary: fc.record({ does: fc.constant('open' as const), nth: fc.nat(), office }) },
);
type Event = typeof eventSchema extends fc.Arbitrary<infer T> ? T : never;
const story = fc.record({
  offices: fc.integer({ min: 3, max: most }),
  seed: fc.nat(),
  events: fc.array(eventSchema, { minLength: 10, maxLength: 30 }),
});

interface Sent {
  readonly path: string;
  readonly to: TestVault;
}

/** Some offices that work on one case; packages lie about until somebody opens them. */
class World {
  readonly sent: Sent[] = [];
  private readonly items: string[] = [];
  private story: RecordStory;
  caseId = '';

  constructor(
    readonly offices: readonly TestVault[],
    private readonly seed: number,
  ) {
    this.story = recordStory(seed, '', []);
  }

  private at(index: number): TestVault {
    const found = this.offices[index % this.offices.length];
    if (found === undefined) throw new Error('no office');
    return found;
  }

  hasCase({ context }: TestVault): boolean {
    return context.db.prepare('SELECT 1 FROM cases WHERE id = ?').get(this.caseId) !== undefined;
  }

  async begin(): Promise<void> {
    const reference = `C-${this.seed}-${vaults[0]?.context.newId().slice(-6) ?? ''}`;
    ({ id: this.caseId } = await caseHandlers(this.at(0).context)['cases.create']({
      ...filledCase,
      reference,
    }));
    this.story = recordStory(this.seed, this.caseId, this.items);
    await this.exhibit(this.at(0));
    await this.exhibit(this.at(0));
  }

  /** An exhibit as an import leaves it, with what a reader found in it. */
  async exhibit({ context }: TestVault): Promise<void> {
    const { db } = context;
    const file = await context.files.write([Buffer.from(`exhibit ${context.newId()}`)]);
    const id = context.newId();
    context.act({ action: 'evidence.import', subject: id }, () => {
      insertFile(context, file);
      const { ref, number, producerId } = takeNumber(context, this.caseId, null);
      putRow(db, 'evidence', {
        ...{ id, case_id: this.caseId, file_id: file.id, exhibit_ref: ref, exhibit_number: number },
        ...{ given_ref: ref, given_number: number, producer_id: producerId, file_name: 'a.bin', title: 'a' },
        ...{ suggested_title: 'a', kind: 'other', mime: 'application/octet-stream', preview: 'none' },
        ...{ imported_at: context.now().toISOString(), ...context.stamp() },
      });
      const raw = '2026-07-09';
      insertFact(context, id, newFact({ field: 'captured', source: 'exif', code: 'png.text', raw }));
    });
    this.items.push(id);
  }

  async write(from: TestVault, to: TestVault, purpose: 'copy' | 'handover'): Promise<Sent> {
    const { recipient } = await transferHandlers(to.context)['transfer.office']({});
    const path = join(folder, `${from.context.newId()}.hfcase`);
    const lock = { type: 'recipient', recipient } as const;
    await writePackage(from.context, { caseId: this.caseId, path, lock, purpose }, control);
    return { path, to };
  }

  open({ path, to }: Sent) {
    return openPackage(to.context, { path, passphrase: null, seen: null }, control);
  }

  async run(event: Event): Promise<void> {
    if (event.does === 'open') {
      const sent = this.sent[event.nth % Math.max(1, this.sent.length)];
      if (sent === undefined) return;
      // The same one a second time is refused, whatever came between.
      expect(['no error', 'package-already-here']).toContain(await codeOf(() => this.open(sent)));
      return;
    }
    const vault = this.at(event.office);
    if (!this.hasCase(vault)) return;
    if (event.does === 'edit') this.story.step(vault.context);
    else if (event.does === 'exhibit') await this.exhibit(vault);
    else if (this.at(event.to) !== vault)
      this.sent.push(await this.write(vault, this.at(event.to), event.purpose));
  }

  /** Twice round: what each has comes to all. */
  async exchangeAll(): Promise<void> {
    for (let step = 0; step < this.offices.length * 2; step += 1)
      await this.open(await this.write(this.at(step), this.at(step + 1), 'copy'));
  }

  /** Ids of all that stands in an office, none of which may go. */
  ids({ context: { db } }: TestVault): readonly string[] {
    return db
      .prepare(
        `SELECT id FROM record_versions WHERE case_id = @id UNION SELECT id FROM evidence WHERE case_id = @id
         UNION SELECT 'series ' || id FROM exhibit_series WHERE case_id = @id
         UNION SELECT id || ' ' || given_ref FROM evidence WHERE case_id = @id ORDER BY 1`,
      )
      .pluck()
      .all({ id: this.caseId }) as string[];
  }

  async parts({ context }: TestVault) {
    return (await transferHandlers(context)['case.digest']({ id: this.caseId })).parts;
  }
}

function expectVerified({ context: { db, auditHead } }: TestVault, caseId: string): void {
  expect(verifyAudit(db).ok).toBe(true);
  expect(verifyExtract(extractCase(db, caseId), [auditHead()], sha256OfText)).toMatchObject({ holds: true });
  expect(db.pragma('foreign_key_check')).toEqual([]);
}

it(
  'offices that work on one case end with the same, whatever was handed over, copied, lost, repeated and reordered',
  async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ offices, seed, events }) => {
        const world = new World(vaults.slice(0, offices), seed);
        await world.begin();
        for (const event of events) await world.run(event);
        const told = new Set(world.offices.flatMap((vault) => world.ids(vault)));
        await world.exchangeAll();
        const [first, ...others] = world.offices;
        if (first === undefined) throw new Error('no office');
        expect([...told].filter((id) => !world.ids(first).includes(id))).toEqual([]);
        const parts = await world.parts(first);
        for (const vault of others) {
          expect(world.ids(vault)).toEqual(world.ids(first));
          expect(await world.parts(vault)).toEqual(parts);
        }
        for (const vault of world.offices) expectVerified(vault, world.caseId);
      }),
      { numRuns: runs, endOnFailure: runs < 10 },
    );
  },
  300_000 + runs * 30_000,
);
