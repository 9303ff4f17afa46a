import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { viewFor } from '../../../shared/domain/export/audiences';
import { nothingMore } from '../../../shared/domain/entry-content';
import type { NewEntry } from '../../../shared/models/chronology';
import type { RegisterBody } from '../../../shared/models/register';
import { emlOf, jpegWithExif, smallPng } from '../evidence-fixtures';
import type { EarlierOffice } from './office';
import { sayMoreOfWhatMayLeave, sayWhatMayLeave } from './say-what-may-leave';

/** All of it is made up. */
export interface Story {
  readonly reference: string;
  readonly alias: string;
  readonly initials: string;
  readonly follower: string;
}

/** What was written, by what it is for: to go on with later. */
export interface FilledCase {
  readonly caseId: string;
  readonly items: readonly { readonly id: string; readonly fileName: string }[];
  readonly people: Readonly<Record<'follower' | 'neighbour' | 'place' | 'order', string>>;
  readonly entries: Readonly<
    Record<'changed' | 'single' | 'removed' | 'restored' | 'removedNow' | 'calls', string>
  >;
}

const chatOf = (name: string, alias: string): string =>
  [
    `13/09/2026, 21:00 - ${name}: Why is your light on`,
    `13/09/2026, 21:05 - ${alias}: Please stop`,
    `13/09/2026, 23:10 - ${name}: I know who was there. Ärger`,
    `14/09/2026, 08:00 - ${name}: Answer me`,
    '14/09/2026, 08:01 - Missed voice call',
    '',
  ].join('\n');
const callsXml = `<?xml version="1.0"?><calls count="2"><call number="+447700900123" duration="0" date="${String(Date.UTC(2026, 8, 15, 20, 30))}" type="3"/><call number="+447700900123" duration="61" date="${String(Date.UTC(2026, 8, 15, 20, 40))}" type="1"/></calls>`;

const entry = (change: Partial<NewEntry> & Pick<NewEntry, 'edtf' | 'title'>): NewEntry => ({
  ...nothingMore,
  time: null,
  ...change,
});

async function takeFiles(office: EarlierOffice, story: Story, caseId: string, folder: string) {
  const from = join(folder, story.reference);
  await mkdir(from, { recursive: true });
  const files = {
    'chat.txt': chatOf(story.follower, story.alias),
    'calls.xml': callsXml,
    'door.png': smallPng(story.reference.length * 9),
    'camera.jpg': jpegWithExif(),
    'letter.eml': emlOf({
      subject: `For ${story.alias}`,
      attachment: Buffer.from(`a list for ${story.alias}`),
    }),
  };
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(from, name), bytes);
  await office.done(office.ask('evidence.import', { caseId, paths: [from] }));
  const items = await office.ask('evidence.list', { caseId, sort: 'exhibit' });
  const idOf = (name: string): string => {
    const found = items.find(({ fileName }) => fileName.endsWith(name));
    if (found === undefined) throw new Error(`${name} was not taken in`);
    return found.id;
  };
  return { items: items.map(({ id, fileName }) => ({ id, fileName })), idOf };
}

async function sayWhereFrom(office: EarlierOffice, story: Story, door: string, chat: string): Promise<void> {
  const provenance = {
    way: 'messaging_app' as const,
    givenBy: story.alias,
    receivedOn: '2026-09-16',
    device: 'Her phone',
    capturedBy: story.alias,
    account: '',
    originalKept: 'yes' as const,
    saidBy: story.alias,
    note: '',
    checks: { sender: 'yes' as const, time: 'no' as const },
  };
  await office.ask('provenance.save', { id: door, version: 0, provenance });
  office.later(1);
  await office.ask('provenance.save', {
    id: door,
    version: 1,
    provenance: { ...provenance, note: 'Sent again' },
  });
  const handover = {
    from: story.alias,
    to: 'Robin Example',
    edtf: '2026-09-16',
    time: '14:05',
    place: 'The office',
    purpose: 'Safe keeping',
    seal: '',
    fingerprintConfirmed: true,
    confirmation: 'Signed',
    note: '',
  };
  await office.ask('continuity.add', { itemIds: [door, chat], handover, planned: false });
  const [row] = (await office.ask('continuity.timeline', { itemId: door })).flatMap((step) =>
    step.type === 'handover' ? [step.row] : [],
  );
  if (row === undefined) throw new Error('there is no handover');
  office.later(1);
  await office.ask('continuity.correct', {
    id: row.id,
    handover: { ...handover, time: '14:15' },
    planned: false,
    all: true,
  });
  await office.ask('evidence.sayShown', {
    id: door,
    edtf: '2026-09-14',
    time: '08:12',
    saidBy: story.alias,
    reason: 'The clock in the hall is in the picture',
  });
}

async function register(office: EarlierOffice, story: Story, caseId: string) {
  const add = async (
    kind: 'person' | 'place' | 'order',
    body: Partial<RegisterBody> & Pick<RegisterBody, 'name'>,
  ) => (await office.ask('register.create', { caseId, kind, ...body })).id;
  const follower = await add('person', { name: story.follower, relation: 'former partner' });
  const neighbour = await add('person', { name: 'Sam Neighbour', notes: 'Saw the van' });
  const place = await add('place', { name: 'Quay Street' });
  const order = await add('order', {
    name: 'Non-molestation order',
    orderType: 'non_molestation',
    from: '2026-09-01',
    until: '2027-09-01',
  });
  office.later(1);
  // One that was renamed, and one that was removed.
  await office.ask('register.update', {
    id: follower,
    name: `${story.follower} (Ex)`,
    relation: 'former partner',
  });
  await office.ask('register.remove', { id: order });
  return { follower, neighbour, place, order };
}

interface Cited {
  readonly door: string;
  readonly camera: string;
  readonly chat: string;
  readonly people: FilledCase['people'];
}

type MessageKeys = readonly NewEntry['messageKeys'][number][];

/** An entry that cites exhibits, messages and people, in three versions. */
async function writeChanged(
  office: EarlierOffice,
  caseId: string,
  { people, door, camera, chat }: Cited,
  keys: MessageKeys,
): Promise<string> {
  const first = entry({
    edtf: '2026-09-13',
    time: { from: '21:00', to: '23:10', precision: 'about' },
    title: 'He wrote through the evening',
    description: 'Three messages, then silence.',
    quote: 'I know who was there',
    behaviours: ['b', 'd'],
    channel: 'whatsapp',
    evidenceIds: [chat, door],
    messageKeys: keys.filter(({ itemId }) => itemId === chat),
    links: [{ id: people.follower, role: 'actor' }],
    reported: {
      ...{ date: '2026-09-14', reference: 'CAD 7', response: 'None' },
      ...{ how: '', officer: '', crimeNumber: '' },
    },
  });
  const changed = await office.ask('chronology.create', { caseId, ...first });
  office.later(1);
  const { version } = await office.ask('chronology.update', {
    ...changed,
    effect: 'She slept at her sister’s',
    evidenceIds: [door, chat, camera],
    links: [...changed.links, { id: people.place, role: 'place' }],
  });
  office.later(1);
  await office.ask('chronology.update', {
    ...changed,
    version,
    comment: 'Ask for the rest of the chat',
    fear: true,
    evidenceIds: [door, camera],
  });
  return changed.id;
}

async function writeEntries(office: EarlierOffice, caseId: string, cited: Cited) {
  const { people, camera, chat } = cited;
  const create = async (change: Partial<NewEntry> & Pick<NewEntry, 'edtf' | 'title'>) =>
    (await office.ask('chronology.create', { caseId, ...entry(change) })).id;
  const { keys } = await office.ask('messages.keys', { caseId, filter: {}, indexes: null });
  const changed = await writeChanged(office, caseId, cited, keys);
  const single = await create({ edtf: '2026-09~', title: 'The van, some evenings', kind: 'incident' });
  const removed = await create({ edtf: '2026-09-18', title: 'Written down twice', evidenceIds: [camera] });
  const restored = await create({
    edtf: '2026-09-20',
    title: 'Sam saw the van',
    links: [{ id: people.neighbour, role: 'witness' }],
    witnesses: [{ name: 'Sam Neighbour', contact: '', statement: 'yes' }],
  });
  const removedNow = await create({ edtf: '2026-09-21', title: 'A letter under the door' });
  const calls = await create({
    edtf: '2026-09-15',
    title: 'Two calls',
    messageKeys: keys.filter(({ itemId }) => itemId !== chat),
  });
  office.later(1);
  await office.ask('chronology.remove', { id: removed });
  // Removed together with whom it names, and brought back later (see goOn).
  await office.ask('chronology.remove', { id: restored });
  await office.ask('register.remove', { id: people.neighbour });
  await office.ask('chronology.createMany', {
    caseId,
    entries: [
      entry({ edtf: '2026-08-01', title: 'She left', kind: 'event' }),
      entry({ edtf: '2026-10-01/2026-10-03', title: 'Flowers at work', channel: 'gift' }),
    ],
  });
  return { changed, single, removed, restored, removedNow, calls };
}

/** A case as an advocate keeps it, through the services alone. `folder` takes the files that are handed in. */
export async function fillCase(office: EarlierOffice, story: Story, folder: string): Promise<FilledCase> {
  const { reference, alias, initials } = story;
  const newCase = {
    ...{ reference, alias, exhibitInitials: initials },
    status: 'active' as const,
    safeContact: { rule: 'Text first, never ring', textOk: true, voicemailOk: false, codeWord: 'heron' },
  };
  const { id: caseId } = await office.ask('cases.create', newCase);
  office.later(1);
  const { items, idOf } = await takeFiles(office, story, caseId, folder);
  const [door, camera, chat] = [idOf('door.png'), idOf('camera.jpg'), idOf('chat.txt')];
  office.later(1);
  // A second producer, whose initials are put right before the first number; then the case's own again.
  const producers = await office.ask('exhibits.addProducer', { caseId, name: 'Pat Quill', initials: 'PX' });
  const [own, second] = [
    producers.find((each) => each.id === caseId),
    producers.find((each) => each.initials === 'PX'),
  ];
  if (own === undefined || second === undefined) throw new Error('there are no producers');
  await office.ask('exhibits.changeProducer', { id: second.id, name: 'Pat Quill', initials: 'PQ' });
  await office.ask('exhibits.chooseProducer', { id: own.id });
  await office.ask('exhibits.setPoliceRef', { id: door, policeRef: 'NP/44' });
  await office.ask('evidence.update', { id: door, title: 'The door in the morning' });
  await sayWhereFrom(office, story, door, chat);
  const people = await register(office, story, caseId);
  const entries = await writeEntries(office, caseId, { door, camera, chat, people });
  await office.ask('views.create', { caseId, name: 'For the officer', body: viewFor('police') });
  const [a = '', b = ''] = [door, camera].sort();
  await office.ask('likeness.decide', { a, b, decision: 'different' });
  await sayWhatMayLeave(office, { caseId, items, alias, entryId: entries.changed });
  office.later(2);
  return { caseId, items, people, entries };
}

/** What is done after the first package was written: the other office does not have it. */
export async function goOn(office: EarlierOffice, story: Story, filled: FilledCase): Promise<void> {
  const { caseId, people, entries } = filled;
  office.later(1);
  const { id, reference, exhibitInitials, safeContact } = await office.ask('cases.get', { id: caseId });
  await office.ask('cases.update', {
    ...{ id, reference, exhibitInitials, safeContact },
    alias: `${story.alias} B`,
    status: 'monitoring',
  });
  await office.ask('register.update', { id: people.place, name: 'Quay Street, by the lock' });
  const found = await office.ask('chronology.get', { id: entries.changed });
  await office.ask('chronology.update', { ...found, comment: 'The rest of the chat came' });
  office.later(1);
  await office.ask('chronology.bringBack', { caseId, ids: [entries.restored] });
  await office.ask('chronology.remove', { id: entries.removedNow });
  await office.ask('chronology.restore', { id: entries.changed, version: 1 });
  const draft = { caseId, form: 'entry' as const, subject: null, body: '{"title":"Half a thought"}' };
  await office.ask('drafts.save', draft);
  await sayMoreOfWhatMayLeave(office, filled);
  office.later(1);
}
