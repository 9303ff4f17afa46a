import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { createTextWork } from '../../../electron/services/text/work';
import { createDoor } from '../../../electron/vault-process/door';
import { openHandlers } from '../../../electron/vault-process/open-handlers';
import { createUiPort } from '../../../electron/vault-process/ui-port';
import type { Port } from '../../../electron/vault-process/ui-port';
import type { OpenVault, VaultDeps } from '../../../electron/vault/open-vault';
import type { PortMessage } from '../../../shared/contract/bridge';
import { portMethods } from '../../../shared/contract/vault-methods';
import type { VaultInput } from '../../../shared/contract/vault-methods';
import { HoldfastError } from '../../../shared/errors';
import { recordKinds } from '../../../shared/records/all';
import { anyBody, anyValue } from '../../helpers/any-body';
import type { BodyStuff } from '../../helpers/any-body';
import { fillCase, goOn } from '../../helpers/earlier-vault/fill-case';
import { foundOffice } from '../../helpers/earlier-vault/office';
import { planter } from '../../helpers/planted-words';
import { recordStory, storyOptions } from '../../helpers/record-story';
import { seeded } from '../../helpers/seeded';
import { testDeps, unlockAnswering } from '../../helpers/test-vault';
import { WrongAnswer } from '../target';
import type { FuzzTarget, Started } from '../target';

/** What stands in an input for an id of the vault at hand, which is another one each time: the name of a pool and a number in it. */
const standIn = /^@([\w-]+)\.(\d+)$/u;
const nobody = '018f0000-0000-7000-8000-00000000dead';
/** Pools beside those of the kinds of records: tables whose rows are asked for by their id. */
const tables = [
  'cases',
  'evidence',
  'bundles',
  'packs',
  'transfers',
  'redactions',
  'import_results',
  'files',
  'exhibit_series',
];
const pools = ['case', ...tables, ...recordKinds, 'path', 'last'];
const standIns = pools.flatMap((name) => [`@${name}.0`, `@${name}.1`]);

/** Methods whose work is not undone with the database: it lies in files beside it, or rewrites all of it. */
const isBeside = (name: string): boolean =>
  /^(?:people|recovery|erase|backup|check|vault|rescue|restore|door)\./u.test(name);

const callsSchema = z.array(z.looseObject({ method: z.unknown(), input: z.unknown() })).max(20);

/** Inputs by the schema of each method alone, with stand-ins for ids, and a body of every kind to be written. */
function seedsOf(): readonly Buffer[] {
  const random = seeded(7);
  const anyStandIn = (): string => standIns[random.below(standIns.length)] ?? '@case.0';
  const stuff: BodyStuff = {
    ...{
      random,
      word: planter(random),
      items: ['@evidence.0', '@evidence.1', '@evidence.2'],
      producerId: '@producer.0',
    },
    newId: anyStandIn,
    recordsOf: (kind) => [0, 1, 2, 3].map((number) => `@${kind}.${number}`),
  };
  const input = (name: keyof typeof portMethods): unknown => {
    try {
      return named(anyValue(portMethods[name].input, stuff), anyStandIn);
    } catch {
      // Bytes, and what else JSON has not.
      return {};
    }
  };
  const calls = (Object.keys(portMethods) as (keyof typeof portMethods)[]).flatMap((method) =>
    [1, 2, 3].map(() => [{ method, input: input(method) }]),
  );
  const bodies = recordKinds.map((kind) => [
    {
      method: 'records.create',
      input: { kind, caseId: '@case.0', body: anyBody(kind, stuffWithIds(stuff)) },
    },
    {
      method: 'records.change',
      input: { id: `@${kind}.0`, version: '@last.0', body: anyBody(kind, stuffWithIds(stuff)) },
    },
    { method: 'records.list', input: { kind, caseId: '@case.0' } },
    { method: 'records.history', input: { id: `@${kind}.0` } },
  ]);
  return [...calls, ...bodies].map((each) => Buffer.from(JSON.stringify(each)));
}

/** A kind takes no stand-in for an id. */
function stuffWithIds(stuff: BodyStuff): BodyStuff {
  let made = 1;
  const newId = (): string => `018f0000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`;
  const ids = [newId(), newId(), newId(), newId()];
  return { ...stuff, newId, items: ids.slice(0, 3), producerId: ids[3] ?? nobody, recordsOf: () => ids };
}

/** The same with the fields that say by their name which id they want. */
function named(value: unknown, anyStandIn: () => string): unknown {
  if (Array.isArray(value)) return value.map((each) => named(each, anyStandIn));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => {
      if (name === 'caseId' && each !== null) return [name, '@case.0'];
      if ((name === 'target' || name === 'source') && typeof each === 'string') return [name, '@path.0'];
      if (name === 'id' && typeof each === 'string') return [name, anyStandIn()];
      return [name, named(each, anyStandIn)];
    }),
  );
}

interface Side {
  readonly vault: OpenVault;
  readonly ask: (method: unknown, input: unknown) => Promise<PortMessage>;
  /** What the last call was refused with, which only its code crosses of. */
  readonly thrown: () => unknown;
  readonly pool: (name: string) => readonly string[];
}

/** The vault's side of the page's port: what main.ts puts together, without Electron. */
function openSide(vault: OpenVault, deps: VaultDeps, path: string): Side {
  let error: unknown = null;
  const text = createTextWork(vault.context);
  const handlers = openHandlers(vault, deps.jobs, text);
  const door = createDoor({ deps, isOpen: () => true, opened: () => vault.status });
  const ui = createUiPort(async (method, input) => {
    try {
      if (door.knows(method)) return await door.handle(method, input as VaultInput<'door.unlock'>);
      return await (handlers[method as keyof typeof handlers] as (given: unknown) => unknown)(input);
    } catch (thrown) {
      error = thrown;
      throw thrown;
    }
  });
  let hear: (event: { readonly data: unknown }) => void = () => undefined;
  const waiting = new Map<number, (message: PortMessage) => void>();
  const port: Port = {
    on: (_event, listener) => (hear = listener),
    start: () => undefined,
    postMessage: (message) => {
      // As it would cross: what cannot be copied is a fault of its own.
      const copy = structuredClone(message);
      if ('id' in copy) waiting.get(copy.id)?.(copy);
    },
  };
  ui.attach(port);
  let asked = 0;
  const { db } = vault.context;
  const ids = (sql: string): string[] => db.prepare(sql).pluck().all() as string[];
  return {
    vault,
    thrown: () => error,
    ask: (method, input) => {
      asked += 1;
      const id = asked;
      error = null;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        hear({ data: { id, method, input } });
        // Nobody answers what is no call.
        if (typeof method !== 'string')
          resolve({ id, reply: { ok: false, error: { code: 'invalid-input' } } });
      });
    },
    pool: (name) => {
      if (name === 'path') return [path, nobody];
      if (name === 'case') return ids("SELECT id FROM records WHERE kind = 'case' ORDER BY id");
      if (recordKinds.includes(name)) return ids(`SELECT id FROM records WHERE kind = '${name}' ORDER BY id`);
      return tables.includes(name) && hasId(name) ? ids(`SELECT id FROM "${name}" ORDER BY id`) : [];
    },
  };

  function hasId(table: string): boolean {
    return ids(`SELECT name FROM pragma_table_info('${table}')`).includes('id');
  }
}

/** Codes that no input of a page may lead to. */
const broken = new Set(['internal', 'vault-damaged', 'evidence-damaged']);

/** A vault as screens leave it, and a record of every kind in its case. */
async function makeBase(folder: string, deps: VaultDeps): Promise<void> {
  const made = { folder: join(folder, 'vault'), name: 'Robin Example', officeName: 'North office' };
  const office = await foundOffice(made, Date.UTC(2026, 8, 16, 9));
  const story = { reference: 'EV-1', alias: 'Wren', initials: 'WR', follower: 'Dean' };
  await goOn(office, story, await fillCase(office, story, folder));
  office.vault.close();
  const vault = await unlockAnswering(made.folder, deps);
  const { db } = vault.context;
  const caseId = String(db.prepare('SELECT id FROM cases ORDER BY id').pluck().get());
  const items = db.prepare('SELECT id FROM evidence WHERE case_id = ? ORDER BY id').pluck().all(caseId);
  recordStory(3, caseId, items.map(String)).writeEveryKind(vault.context);
  vault.close();
}

async function startPort(): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-port-'));
  const [base, used, path] = ['base', 'vault', 'chosen'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const token = '018f0000-0000-7000-8000-00000000aaaa';
  const options = storyOptions(5);
  const deps: VaultDeps = {
    ...testDeps({ now: options.now, ticks: options.ticks }),
    pathOf: (given) => {
      if (given !== token) throw new HoldfastError('not-found');
      return path;
    },
  };
  await mkdir(base);
  await makeBase(base, deps);

  async function fresh(): Promise<Side> {
    await rm(used, { recursive: true, force: true });
    await cp(join(base, 'vault'), used, { recursive: true });
    return openSide(await unlockAnswering(used, deps), deps, token);
  }
  let side = await fresh();
  const seen = new Set<string>();
  const faults: string[] = [];

  /** Every job that was begun has ended, each as a page may be told. */
  async function quiet(): Promise<void> {
    for (const { id, state } of deps.jobs.list()) {
      if (state === 'running' && !seen.has(id)) deps.jobs.cancel(id);
      const { kind, error } = await deps.jobs.ended(id);
      if (!seen.has(id) && error !== null && broken.has(error)) faults.push(`a job ${kind} ends in ${error}`);
      seen.add(id);
    }
  }

  async function read(input: Buffer): Promise<unknown> {
    const calls = callsIn(input);
    if (calls === null) return 'no calls';
    const { db } = side.vault.context;
    const isUndone = !calls.some(({ method }) => typeof method === 'string' && isBeside(method));
    if (isUndone) db.exec('BEGIN');
    faults.splice(0);
    try {
      const answers = await askAll(side, calls);
      await quiet();
      const [fault] = faults.splice(0);
      if (fault !== undefined) throw new WrongAnswer(fault);
      return answers;
    } finally {
      await quiet();
      if (isUndone && db.inTransaction) db.exec('ROLLBACK');
      else {
        side.vault.close();
        side = await fresh();
      }
      await rm(path, { recursive: true, force: true });
    }
  }

  return {
    read,
    stop: async () => {
      side.vault.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function callsIn(input: Buffer): z.infer<typeof callsSchema> | null {
  try {
    return callsSchema.safeParse(JSON.parse(input.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

async function askAll(
  { ask, pool, thrown }: Side,
  calls: z.infer<typeof callsSchema>,
): Promise<readonly string[]> {
  let last = nobody;
  const answers: string[] = [];
  const idOf = (text: string): string => {
    const [, name = '', number = '0'] = standIn.exec(text) ?? [];
    if (name === '') return text;
    if (name === 'last') return last;
    const all = pool(name);
    return all[Number(number) % Math.max(1, all.length)] ?? nobody;
  };
  const filled = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value ?? null), (_name, each: unknown) =>
      typeof each === 'string' ? idOf(each) : each,
    );
  for (const { method, input } of calls) {
    const message = await ask(method, filled(input));
    if (!('reply' in message)) throw new WrongAnswer('an answer that is none');
    const { reply } = message;
    answers.push(`${String(method)} ${reply.ok ? 'ok' : reply.error.code}`);
    if (reply.ok) last = idsIn(reply.value) ?? last;
    else if (broken.has(reply.error.code))
      throw new WrongAnswer(
        `${String(method)} ends in ${reply.error.code}: ${String(thrown()).slice(0, 60)}`,
        { cause: thrown() },
      );
  }
  return answers;
}

const idsSchema = z.union([
  z.looseObject({ version: z.looseObject({ id: z.string() }) }).transform(({ version }) => version.id),
  z.looseObject({ id: z.string() }).transform(({ id }) => id),
  z
    .array(z.looseObject({ id: z.string() }))
    .min(1)
    .transform(([first]) => first?.id ?? nobody),
]);
const idsIn = (value: unknown): string | undefined => idsSchema.safeParse(value).data;

export const portTargets: readonly FuzzTarget[] = [
  {
    name: 'port',
    about: 'what a page asks of the vault process, with a real vault behind it',
    form: 'json',
    seeds: () => Promise.resolve(seedsOf()),
    words: [...standIns, ...Object.keys(portMethods), '2026-11-03', '2026-11', 'case', 'police', 'court'],
    start: startPort,
  },
];
