import type { EarlierOffice } from './office';

/** The case that is filled, as far as it is. */
interface About {
  readonly caseId: string;
  readonly items: readonly { readonly id: string; readonly fileName: string }[];
}

function named({ items }: About, name: string): string {
  const found = items.find(({ fileName }) => fileName.endsWith(name));
  if (found === undefined) throw new Error(`${name} was not taken in`);
  return found.id;
}

/** An exhibit bears what another was given, as two offices could give it before there were series. */
function share({ context: { db } }: EarlierOffice, id: string, other: string): void {
  db.prepare(
    `UPDATE evidence SET (given_ref, given_number, exhibit_ref, exhibit_number) =
       (SELECT given_ref, given_number, exhibit_ref, exhibit_number FROM evidence WHERE id = @other)
     WHERE id = @id AND former_refs = '[]'`,
  ).run({ id, other });
}

/** A line of the protected list. Gives its id. */
async function protect(
  office: EarlierOffice,
  caseId: string,
  body: Readonly<Record<string, unknown>>,
): Promise<string> {
  const made = await office.ask('records.create', { caseId, kind: 'protected', body });
  return made.id;
}

/** That one thing of the protected list goes to the police all the same: about an exhibit, an entry, or neither. */
function answer(
  office: EarlierOffice,
  caseId: string,
  about: { readonly itemId: string | null; readonly recordId: string | null; readonly protectedId: string },
  why: string,
) {
  const code = about.itemId === null ? 'protected-words' : 'protected-place';
  return office.ask('leaving.answer', { caseId, why, answer: { recipient: 'police', code, ...about } });
}

const allowed = {
  recipient: 'police' as const,
  what: 'court-permission' as const,
  givenBy: 'DJ Example',
  on: '2026-09-17',
  note: 'For the investigation alone',
};

/**
 * What exhibits are, what must not leave unseen, what somebody allowed and what goes all the same. One exhibit has a new
 * reference, and another still shares that of the door. Nothing, by a commit that did not ask.
 */
export async function sayWhatMayLeave(
  office: EarlierOffice,
  about: About & { readonly alias: string; readonly entryId: string },
): Promise<void> {
  if (!office.has('leaving.classify')) return;
  const { caseId, alias, entryId } = about;
  const of = (name: string): string => named(about, name);
  await office.ask('leaving.classify', {
    ...{ caseId, itemClass: 'own' },
    itemIds: ['door.png', 'camera.jpg', 'calls.xml'].map(of),
  });
  await office.ask('leaving.classify', { caseId, itemIds: [of('chat.txt')], itemClass: 'family-court' });
  const home = await protect(office, caseId, {
    ...{ what: 'address', text: '7 Heron Walk', whose: alias },
    place: { latitude: 53.9, longitude: -4.25, metres: 250 },
  });
  await protect(office, caseId, { what: 'number', text: '07700 900128', whose: 'Her sister', place: null });
  await office.ask('leaving.permit', { caseId, itemIds: [of('chat.txt')], permission: allowed });
  const item = { itemId: of('camera.jpg'), recordId: null, protectedId: home };
  await answer(office, caseId, item, 'She has moved since');
  const entry = { itemId: null, recordId: entryId, protectedId: home };
  await answer(office, caseId, entry, 'The officer knows it');
  await answer(office, caseId, { itemId: null, recordId: null, protectedId: home }, 'It is in the title');
  // Put right: a second version of the same record.
  office.later(1);
  await answer(office, caseId, item, 'She has moved since, in August');
  share(office, of('letter.eml'), of('door.png'));
  await office.ask('exhibits.renumber', { id: of('letter.eml') });
  share(office, of('calls.xml'), of('door.png'));
}

/** What another office that has the first package does not have of it. */
export async function sayMoreOfWhatMayLeave(office: EarlierOffice, about: About): Promise<void> {
  if (!office.has('leaving.classify')) return;
  const { caseId } = about;
  const list = await office.ask('records.list', { caseId, kind: 'protected' });
  for (const { id, version, body } of list) {
    if (body.what === 'number') await office.ask('records.remove', { id });
    else
      await office.ask('records.change', {
        id,
        version,
        body: { ...body, text: '7 Heron Walk, by the park' },
      });
  }
  const [permission] = await office.ask('records.list', { caseId, kind: 'permission' });
  if (permission === undefined) throw new Error('there is no permission');
  const { id, version, body } = permission;
  await office.ask('records.change', { id, version, body: { ...body, givenBy: 'District Judge Example' } });
  const itemIds = [named(about, 'door.png')];
  await office.ask('leaving.classify', { caseId, itemIds, itemClass: 'police' });
  await office.ask('exhibits.renumber', { id: named(about, 'calls.xml') });
}
