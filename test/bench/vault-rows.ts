import type { Database } from 'better-sqlite3';
import { dateBounds } from '../../shared/domain/dates/bounds';
import { behaviours, channels } from '../../shared/models/chronology';
import type { NewEntry } from '../../shared/models/chronology';
import { caseStatuses, newCaseSchema } from '../../shared/models/case';
import { writeRecord } from './record-rows';
import { bodyOf } from '../../electron/services/chronology/entry-rows';
import { createNewId } from '../../electron/vault/uuid';
import { seeded } from '../helpers/seeded';
import type { Seeded } from '../helpers/seeded';
import { nothingMore } from '../../shared/domain/entry-content';

/** 500 cases with 80 entries and 20 items of 6 facts each: 40,000 entries and 60,000 facts. */
export const size = { cases: 500, entries: 80, items: 20, facts: 6 } as const;

const words = [
  'waited outside the office again',
  'sent another message from a new number',
  'drove past the house twice',
  'left a letter under the wiper',
  'asked a colleague for her new address',
  'called and said nothing',
  'was seen by a neighbour at the gate',
  'posted a picture of the street',
] as const;
const factKinds = [
  ['captured', 'exif', 'exif.DateTimeOriginal', 1],
  ['modified', 'file-system', 'disk.FileDate', 7],
  ['device', 'exif', 'exif.MakeAndModel', 1],
  ['dimensions', 'container', 'picture.Header', 5],
  ['software', 'exif', 'exif.Software', 1],
  ['screenshot', 'file-name', 'file-name.AndroidScreenshot', 6],
] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * Fills a vault's database with what the same seed always gives, in one transaction and past the audit log: how long an
 * act takes is not what these rows are for. Items have rows of `files`, but no files.
 */
export function fillRows(db: Database, seed: number): void {
  const random = seeded(seed);
  let moment = Date.UTC(2026, 0, 5, 9);
  const newId = createNewId({
    now: () => new Date((moment += 1)),
    random: (length) => random.bytes(length),
  });
  const stamp = { office: newId(), author: 'Bench advocate', hlc: '0000000000000000-0000' };
  const insert = inserter(db, stamp);
  db.transaction(() => {
    for (let number = 0; number < size.cases; number += 1) {
      const caseId = newId();
      const at = new Date((moment += random.below(3_600_000))).toISOString();
      const initials = `${random.pick(['A', 'C', 'K', 'R'])}${random.pick(['B', 'M', 'T', 'W'])}`;
      const content = newCaseSchema.parse({
        reference: `B-${String(number).padStart(4, '0')}`,
        alias: `Client ${number}`,
        exhibitInitials: initials,
        status: random.pick(caseStatuses),
        safeContact: { rule: 'Text only, weekdays before three', safeTimes: 'Weekdays 9 to 15' },
      });
      const write = (kind: string) => (id: string, body: unknown) => {
        writeRecord(db, kind, { id, caseId, at, ...stamp }, body, newId());
      };
      insert('cases', {
        id: caseId,
        reference: content.reference,
        alias: content.alias,
        exhibit_initials: initials,
        status: content.status,
        safe_contact: JSON.stringify(content.safeContact),
        body: JSON.stringify(content),
        created_at: at,
        updated_at: at,
      });
      write('case')(caseId, content);
      const items = Array.from({ length: size.items }, (_, index) =>
        insertItem(insert, random, newId, { caseId, ref: `${initials}/${index + 1}`, number: index + 1, at }),
      );
      for (let index = 0; index < size.entries; index += 1) {
        insertEntry(insert, random, newId, {
          caseId,
          at,
          write: write('entry'),
          item: items[random.below(items.length * 2)] ?? null,
        });
      }
    }
  })();
}

type Insert = (table: string, row: Readonly<Record<string, string | number | Buffer | null>>) => void;

/** Inserts a row by its column names; tables that two offices may share get their stamp. */
function inserter(db: Database, stamp: { office: string; author: string; hlc: string }): Insert {
  const stamped = new Set(['cases', 'evidence', 'entries']);
  const statements = new Map<string, ReturnType<Database['prepare']>>();
  return (table, values) => {
    const row = stamped.has(table) ? { ...values, ...stamp } : values;
    const names = Object.keys(row);
    const statement =
      statements.get(table) ??
      db.prepare(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
      );
    statements.set(table, statement);
    statement.run(row);
  };
}

function insertItem(
  insert: Insert,
  random: Seeded,
  newId: () => string,
  place: { caseId: string; ref: string; number: number; at: string },
): string {
  const id = newId();
  const fileId = newId();
  const day = `2026-${two(1 + random.below(12))}-${two(1 + random.below(28))}`;
  const time = `${two(random.below(24))}:${two(random.below(60))}:${two(random.below(60))}`;
  const bytes = 200_000 + random.below(5_000_000);
  const sha256 = random.bytes(32).toString('hex');
  const best = {
    edtf: day,
    time,
    zone: null,
    source: 'exif',
    code: factKinds[0][2],
    detail: '',
    chosen: false,
  };
  insert('files', { id: fileId, key: random.bytes(32), sha256, bytes, created_at: place.at });
  insert('evidence', {
    id,
    case_id: place.caseId,
    file_id: fileId,
    exhibit_ref: place.ref,
    exhibit_number: place.number,
    file_name: `Screenshot_${day.replaceAll('-', '')}_${random.below(10_000)}.jpg`,
    title: 'Screenshot of a conversation',
    kind: 'image',
    mime: 'image/jpeg',
    imported_at: place.at,
    preview: 'ready',
    width: 1080,
    height: 2400,
    tone: '#8a8f94',
    best_date: JSON.stringify(best),
    sort_date: `${day}T${time}`,
    date_conflict: random.below(10) === 0 ? 1 : 0,
  });
  for (const [field, source, code, rank] of factKinds.slice(0, size.facts)) {
    const raw = `${day.replaceAll('-', ':')} ${time}`;
    insert('facts', {
      id: newId(),
      item_id: id,
      field,
      source,
      code,
      detail: '',
      raw,
      value: day,
      time,
      zone: null,
      rank,
    });
  }
  return id;
}

function insertEntry(
  insert: Insert,
  random: Seeded,
  newId: () => string,
  place: {
    caseId: string;
    at: string;
    item: string | null;
    write: (id: string, body: unknown) => void;
  },
): void {
  const id = newId();
  const from = `${two(random.below(24))}:${two(random.below(60))}`;
  const entry: NewEntry = {
    ...nothingMore,
    edtf: `2026-${two(1 + random.below(12))}-${two(1 + random.below(28))}`,
    time: { from, to: null, precision: 'about' },
    title: `He ${random.pick(words)}`,
    description: Array.from({ length: 6 }, () => `He ${random.pick(words)}.`).join(' '),
    quote: random.below(3) === 0 ? 'You know I will find out.' : '',
    behaviours: [random.pick(behaviours)],
    channel: random.pick(channels),
    place: 'Outside the office',
    dateSource: "The client's account",
    reported: null,
    evidenceIds: place.item === null ? [] : [place.item],
    messageKeys: [],
  };
  const { earliest, latest } = dateBounds(entry.edtf, entry.time);
  const { at } = place;
  insert('entries', {
    id,
    case_id: place.caseId,
    version: 1,
    body: bodyOf(entry),
    earliest,
    latest,
    created_at: at,
    updated_at: at,
  });
  place.write(id, entry);
  if (place.item !== null) insert('entry_evidence', { entry_id: id, item_id: place.item, position: 0 });
}
