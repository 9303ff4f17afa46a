import { createHash } from 'node:crypto';
import { chronologyHandlers } from '../../../electron/services/chronology/handlers';
import { caseHandlers } from '../../../electron/services/cases/handlers';
import { evidenceHandlers } from '../../../electron/services/evidence/handlers';
import { gateHandlers } from '../../../electron/services/gate/handlers';
import { storePage } from '../../../electron/services/text/page-rows';
import { openHandlers } from '../../../electron/vault-process/open-handlers';
import { createTextWork } from '../../../electron/services/text/work';
import { unlockVault } from '../../../electron/vault/open-vault';
import { nothingMore } from '../../../shared/domain/entry-content';
import { everyEntry } from '../../../shared/models/entry-filter';
import { emptyProvenance } from '../../../shared/models/provenance';
import { testDeps } from '../../helpers/test-vault';
import { demoPassphrase } from './demo';

/** A word for a place: short, and letters alone, so that every reader of every output finds it whole. */
export function plant(place: string): string {
  const digest = createHash('sha256').update(place).digest();
  return `zq${Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(97 + (byte % 26))).join('')}`;
}

/** The text fields of an entry, those to come among them. */
export const entryFields = Object.entries(nothingMore).flatMap(([field, value]) =>
  value === '' ? [field] : [],
);

/** What is planted besides the fields of an entry. */
export const planted = {
  earlierTitle: plant('earlier title'),
  earlierEntry: plant('earlier entry'),
  removedEntry: plant('removed entry'),
  covered: plant('covered'),
  entryTitle: plant('entry title'),
  witness: plant('witness'),
  contact: plant('contact'),
  goes: plant('goes title'),
  unchosen: plant('unchosen title'),
  confidential: plant('confidential title'),
  marac: plant('marac title'),
  protectedPage: plant('protected page'),
  protectedWhose: plant('protected whose'),
  notes: plant('register notes'),
  person: plant('register name'),
  caseNotes: plant('case notes'),
  codeWord: plant('code word'),
  provenance: plant('provenance note'),
  handover: plant('handover note'),
  draft: plant('draft'),
  permission: plant('permission note'),
  answer: plant('answer why'),
} as const;

export interface PlantedCase {
  readonly caseId: string;
  /** Exhibits by what was made of them. */
  readonly items: Readonly<Record<'goes' | 'unchosen' | 'confidential' | 'marac' | 'protected', string>>;
}

/** Plants a word of its own in every field, version and class of the demo's case. The vault must be closed. */
export async function plantWords(folder: string): Promise<PlantedCase> {
  const vault = await unlockVault({ folder, passphrase: demoPassphrase }, testDeps());
  const { context } = vault;
  const caseId = String(context.db.prepare('SELECT id FROM cases ORDER BY reference LIMIT 1').pluck().get());
  const ids = context.db
    .prepare(
      "SELECT id FROM evidence WHERE case_id = ? AND kind = 'image' AND preview = 'ready' AND date_conflict = 0 ORDER BY exhibit_number LIMIT 5",
    )
    .pluck()
    .all(caseId) as string[];
  const [goes = '', unchosen = '', confidential = '', marac = '', shown = ''] = ids;
  const items = { goes, unchosen, confidential, marac, protected: shown };
  const evidence = evidenceHandlers(context);
  const gate = gateHandlers(context);
  await evidence['evidence.update']({ id: goes, title: planted.earlierTitle });
  for (const name of ['goes', 'unchosen', 'confidential', 'marac'] as const)
    await evidence['evidence.update']({ id: items[name], title: planted[name] });
  await gate['leaving.classify']({ caseId, itemIds: [confidential], itemClass: 'confidential-address' });
  await gate['leaving.classify']({ caseId, itemIds: [marac], itemClass: 'marac' });
  await plantCase(context, caseId);
  await plantEntries(context, caseId, goes);
  const all = openHandlers(vault, vault.deps.jobs, createTextWork(context));
  await all['records.create']({
    ...{ caseId, kind: 'protected' },
    body: { what: 'words', text: planted.protectedPage, whose: planted.protectedWhose, place: null },
  });
  await all['provenance.save']({
    id: goes,
    version: 0,
    provenance: { ...emptyProvenance, way: 'email', note: planted.provenance },
  });
  await all['continuity.add']({
    ...{ itemIds: [goes], planned: false },
    handover: {
      ...{
        from: 'Client',
        to: 'Advocate',
        edtf: '2026-03-05',
        time: null,
        place: '',
        purpose: 'Keeping',
        seal: '',
      },
      ...{ fingerprintConfirmed: false, confirmation: '', note: planted.handover },
    },
  });
  const word = (text: string, x: number) => ({ text, x, y: 10, w: 40, h: 20, confidence: 90, line: 0 });
  storePage(context, shown, 1, {
    ...{ source: 'ocr', width: 400, height: 400, engine: 'test', languages: 'eng' },
    words: [word('near', 10), word(planted.protectedPage, 60)],
  });
  vault.close();
  return { caseId, items };
}

type Context = Parameters<typeof storePage>[0] & Parameters<typeof chronologyHandlers>[0];

async function plantCase(context: Context, caseId: string): Promise<void> {
  const cases = caseHandlers(context);
  const { reference, alias, exhibitInitials, status, safeContact } = await cases['cases.get']({ id: caseId });
  await cases['cases.update']({
    ...{ id: caseId, reference, alias, exhibitInitials, status },
    safeContact: { ...safeContact, safeNumbers: '', notes: planted.caseNotes, codeWord: planted.codeWord },
  });
}

async function plantEntries(context: Context, caseId: string, itemId: string): Promise<void> {
  const chronology = chronologyHandlers(context);
  const page = { caseId, filter: everyEntry, order: 'oldest' as const, offset: 0, limit: 100 };
  const { rows } = await chronology['chronology.page'](page);
  for (const { id } of rows) await chronology['chronology.remove']({ id });
  const { id: person } = await chronology['register.create']({
    ...{ caseId, kind: 'person', name: planted.person, notes: planted.notes, relation: '' },
    ...{ orderType: null, from: null, until: null },
  });
  const texts = Object.fromEntries(entryFields.map((field) => [field, plant(`entry ${field}`)]));
  const entry = {
    ...{ ...nothingMore, ...texts, caseId, edtf: '2026-03-04', time: null, title: planted.entryTitle },
    ...{ evidenceIds: [itemId], links: [{ id: person, role: 'other' as const }] },
    witnesses: [{ name: planted.witness, contact: planted.contact, statement: 'not_asked' as const }],
    quote: `${plant('entry quote')} ${planted.covered}`,
  };
  const { id, version } = await chronology['chronology.create']({
    ...entry,
    description: planted.earlierEntry,
  });
  const { caseId: _c, ...content } = entry;
  await chronology['chronology.update']({ ...content, id, version });
  const gone = await chronology['chronology.create']({ ...entry, title: planted.removedEntry });
  await chronology['chronology.remove']({ id: gone.id });
}
