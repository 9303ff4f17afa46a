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
import { viewFor } from '../../../../shared/domain/export/audiences';
import { HoldfastError } from '../../../../shared/errors';
import { nothingDecided } from '../../../../shared/models/package-decisions';
import type { PackagePurpose } from '../../../../shared/models/package-purpose';
import type { VaultInput } from '../../../../shared/contract/vault-methods';
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
const year = 365 * 86_400_000;
/** By how many years the clock of each office is wrong. */
const clocks = [0, 10, -10, 0, 3, -1];

let folder: string;
const vaults: TestVault[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-converge-'));
  for (let number = 0; number < most; number += 1) {
    const off = (clocks[number] ?? 0) * year;
    const vault = await makeTestVault({
      officeName: `Office ${number}`,
      now: () => new Date(Date.now() + off),
    });
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
      purpose: fc.constantFrom<PackagePurpose[]>('copy', 'handover', 'share', 'changes', 'changes'),
      some: fc.nat({ max: 255 }),
    }),
  },
  // Any package that was written, again or for the first time; what nobody opens is lost.
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('open' as const),
      nth: fc.nat(),
      // Of those that were written last more often than not.
      isLate: fc.boolean(),
      // One record and one exhibit are left out of some.
      leaveOut: fc.option(fc.nat(), { freq: 2 }),
    }),
  },
);
type Event = typeof eventSchema extends fc.Arbitrary<infer T> ? T : never;
const story = fc.record({
  offices: fc.integer({ min: 3, max: most }),
  seed: fc.nat(),
  events: fc.array(eventSchema, { minLength: 15, maxLength: 40, size: 'max' }),
});

interface Sent {
  readonly path: string;
  readonly from: TestVault;
  readonly to: TestVault;
  readonly packageId: string;
  readonly purpose: PackagePurpose;
}

/** What came of opening packages, so that the stories are seen to meet with all of it. */
const told = new Map<string, number>();
function tell(what: string): void {
  told.set(what, (told.get(what) ?? 0) + 1);
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

  async write(
    from: TestVault,
    to: TestVault,
    how: Pick<VaultInput<'transfer.export'>, 'purpose' | 'chosen' | 'since'>,
  ): Promise<Sent> {
    const { recipient } = await transferHandlers(to.context)['transfer.office']({});
    const path = join(folder, `${from.context.newId()}.hfcase`);
    const lock = { type: 'recipient', recipient } as const;
    const written = await writePackage(from.context, { caseId: this.caseId, path, lock, ...how }, control);
    return { path, from, to, packageId: written.packageId, purpose: how.purpose };
  }

  /** A share is of some exhibits and of the chronology, or not; changes go where the last package went. */
  private async send(from: TestVault, to: TestVault, purpose: PackagePurpose, some: number): Promise<void> {
    const since = this.sent.findLast((sent) => sent.from === from && sent.purpose !== 'share');
    const exhibits = this.idsIn(from, 'evidence')
      .filter((_, at) => ((some >> (at % 8)) & 1) === 1)
      .map((itemId) => ({ itemId, redactionId: null }));
    if (purpose === 'share' && exhibits.length > 0) {
      const chronology = some % 3 === 0 ? null : { ...viewFor('police'), covering: [] };
      this.sent.push(await this.write(from, to, { purpose, chosen: { exhibits, chronology } }));
    } else if (purpose !== 'changes' || since === undefined)
      this.sent.push(await this.write(from, to, { purpose: purpose === 'handover' ? purpose : 'copy' }));
    else
      try {
        this.sent.push(await this.write(from, since.to, { purpose, since: since.packageId }));
      } catch (error) {
        if (!(error instanceof HoldfastError) || error.code !== 'nothing-new') throw error;
      }
  }

  open({ path, to }: Sent, decisions = nothingDecided) {
    return openPackage(to.context, { path, passphrase: null, seen: null, decisions }, control);
  }

  private async openAny({ nth, isLate, leaveOut }: Extract<Event, { does: 'open' }>): Promise<void> {
    const few = isLate ? this.sent.slice(-3) : this.sent;
    const sent = few[nth % Math.max(1, few.length)];
    if (sent === undefined) return;
    const one = (table: 'evidence' | 'records'): string[] => {
      const ids = this.idsIn(sent.from, table).filter((id) => id !== this.caseId);
      return leaveOut === null || !this.hasCase(sent.to) ? [] : ids.slice(leaveOut % ids.length).slice(0, 1);
    };
    const decisions = { ...nothingDecided, leaveOut: { records: one('records'), items: one('evidence') } };
    const code = await codeOf(() => this.open(sent, decisions));
    // The same one a second time is refused, whatever came between, and changes before what they are counted from.
    expect(['no error', 'package-already-here', 'package-before-missing']).toContain(code);
    tell(`${sent.purpose} ${code}`);
    if (code === 'no error' && decisions.leaveOut.records.length > 0) tell('left out');
  }

  async run(event: Event): Promise<void> {
    if (event.does === 'open') return this.openAny(event);
    const holders = this.offices.filter((each) => this.hasCase(each));
    const vault = holders[event.office % holders.length] ?? this.at(0);
    if (event.does === 'edit') this.story.step(vault.context);
    else if (event.does === 'exhibit') await this.exhibit(vault);
    else if (this.at(event.to) !== vault)
      await this.send(vault, this.at(event.to), event.purpose, event.some);
  }

  /** Twice round: what each has comes to all, what was left out before too. */
  async exchangeAll(): Promise<void> {
    for (let step = 0; step < this.offices.length * 2; step += 1) {
      const [from, to] = [this.at(step), this.at(step + 1)];
      const takeAfterAll = { records: this.idsIn(from, 'records'), items: this.idsIn(from, 'evidence') };
      await this.open(await this.write(from, to, { purpose: 'copy' }), { ...nothingDecided, takeAfterAll });
    }
  }

  private idsIn({ context: { db } }: TestVault, table: 'evidence' | 'records'): string[] {
    return db
      .prepare(`SELECT id FROM ${table} WHERE case_id = ? ORDER BY id`)
      .pluck()
      .all(this.caseId) as string[];
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
  'offices that work on one case end with the same, whatever was handed over, shared, left out, lost, repeated and reordered',
  async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ offices, seed, events }) => {
        const world = new World(vaults.slice(0, offices), seed);
        await world.begin();
        for (const event of events) await world.run(event);
        const all = new Set(world.offices.flatMap((vault) => world.ids(vault)));
        await world.exchangeAll();
        const [first, ...others] = world.offices;
        if (first === undefined) throw new Error('no office');
        expect([...all].filter((id) => !world.ids(first).includes(id))).toEqual([]);
        const parts = await world.parts(first);
        for (const vault of others) {
          expect(world.ids(vault)).toEqual(world.ids(first));
          expect(await world.parts(vault)).toEqual(parts);
        }
        for (const vault of world.offices) expectVerified(vault, world.caseId);
      }),
      { numRuns: runs, endOnFailure: runs < 10 },
    );
    if (process.env.HOLDFAST_TRANSFERS !== undefined)
      process.stdout.write(`${JSON.stringify(Object.fromEntries([...told].sort()))}\n`);
  },
  300_000 + runs * 30_000,
);
