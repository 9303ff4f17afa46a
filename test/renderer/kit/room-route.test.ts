import { expect, it } from 'vitest';
import { routeToRoom } from '../../../renderer/kit/room-route';
import type { Route } from '../../../renderer/kit/navigation';
import { dutyRooms } from '../../../shared/models/duty';

const caseId = 'c';

it.each<[string, Parameters<typeof routeToRoom>[0], Route]>([
  ['the case itself', { caseId, room: 'case', record: null }, { name: 'case', caseId, form: 'edit' }],
  ['a room', { caseId, room: 'risk', record: null }, { name: 'risk', caseId }],
  [
    'a record in a room',
    { caseId, room: 'response', record: 'r' },
    { name: 'response', caseId, record: 'r' },
  ],
  [
    'the form of a new one',
    { caseId, room: 'risk', record: 'new-assessment' },
    { name: 'risk', caseId, record: 'new-assessment' },
  ],
  ['an entry', { caseId, room: 'chronology', record: 'e' }, { name: 'chronology', caseId, entryId: 'e' }],
  [
    'a new entry',
    { caseId, room: 'chronology', record: 'new-entry' },
    { name: 'chronology', caseId, draftFrom: [] },
  ],
  ['proceedings', { caseId, room: 'proceedings', record: 'p' }, { name: 'proceedings', caseId, form: 'p' }],
  [
    'new proceedings',
    { caseId, room: 'proceedings', record: 'new-proceedings' },
    { name: 'proceedings', caseId, form: 'new' },
  ],
])('%s is reached', (_name, where, expected) => {
  expect(routeToRoom(where)).toEqual(expected);
});

it('every room in which a duty is answered has a way to it', () => {
  for (const room of dutyRooms) expect(routeToRoom({ caseId, room, record: null }).name).toBe(room);
});
