import { describe, expect, it } from 'vitest';
import { versionsOf } from '../../../../shared/domain/merge/copy';
import { noDecisions } from '../../../../shared/domain/merge/receive';
import { historyOf, undoOf } from '../../../../shared/domain/records/history';
import type { Version } from '../../../../shared/domain/records/version';
import { MergingOffice, failureOf, officesAlike, scatteredIds, wrote } from '../../../helpers/merging-office';

const body = { word: 'he rang', place: 'home', links: [] };

function twoSides(): { readonly here: MergingOffice; readonly recordId: string; readonly first: Version } {
  const [here, there] = officesAlike('here', 'there');
  const first = wrote(here.add('entry', body));
  there.receive(here.caseHandover(), noDecisions);
  wrote(here.edit(first.recordId, (said) => ({ ...said, word: 'one' })));
  wrote(there.edit(first.recordId, (said) => ({ ...said, word: 'two' })));
  here.receive(there.caseHandover(), noDecisions);
  return { here, recordId: first.recordId, first };
}

describe('the history of a record', () => {
  it('goes by descent, and by the clock only where descent leaves it open', () => {
    const at = (id: string, hlc: string, parents: readonly string[]): Version => ({
      ...{ id, hlc, parents, recordId: 'r', caseId: 'c', kind: 'entry', schema: 1, refs: [] },
      ...{ body: {}, removed: false, office: 'o', author: 'a', at: '' },
    });
    const versions = [
      at('a', '9', []),
      at('b', '1', ['a']),
      at('c', '5', ['a']),
      at('d', '0', ['b', 'c']),
      at('e', '3', ['b']),
    ];
    for (const order of [versions, [...versions].reverse()])
      expect(historyOf(order).map(({ id }) => id)).toEqual(['a', 'b', 'e', 'c', 'd']);
  });

  it('names a covered copy before what it covers', () => {
    const [here, there] = officesAlike('here', 'there');
    const entry = wrote(here.add('entry', body));
    there.receive(here.share(new Set([entry.recordId]), true), noDecisions);
    here.receive(there.caseHandover(), noDecisions);
    expect(historyOf([...here.copy.versions.values()]).map(({ covers }) => covers)).toEqual([
      entry.id,
      undefined,
    ]);
  });
});

describe('bringing back', () => {
  it('is a new version with the body of the old one, made from the version on the screen', () => {
    const [here] = officesAlike('here');
    const first = wrote(here.add('entry', body));
    const second = wrote(here.edit(first.recordId, (said) => ({ ...said, word: 'changed' })));
    const back = wrote(here.bringBack(first.recordId, first));
    expect(back).toMatchObject({ body, parents: [second.id], removed: false, refs: first.refs, schema: 1 });
    expect(here.copy.versions.size).toBe(3);
  });

  it('brings back what was removed, and nothing whose body is not here', () => {
    const [here] = officesAlike('here');
    const first = wrote(here.add('entry', body));
    const gone = wrote(here.remove(first.recordId));
    expect(wrote(here.bringBack(first.recordId, gone))).toMatchObject({
      body,
      removed: false,
      parents: [gone.id],
    });
    here.eraseVersion(first);
    const size = here.copy.versions.size;
    expect(here.bringBack(first.recordId, wrote(here.copy.versions.get(first.id)))).toBeNull();
    expect(here.copy.versions.size).toBe(size);
  });

  it('leaves the other head of two alone', () => {
    const { here, recordId, first } = twoSides();
    wrote(here.bringBack(recordId, first));
    expect(here.standing(recordId).sides).toHaveLength(2);
  });
});

describe('a removal', () => {
  it('is a version that is removed and keeps the body it removes', () => {
    const [here] = officesAlike('here');
    const first = wrote(here.add('entry', body));
    expect(wrote(here.remove(first.recordId))).toMatchObject({
      body,
      removed: true,
      parents: [first.id],
      schema: 1,
    });
    expect(here.standing(first.recordId)).toMatchObject({ removed: true });
    expect(here.remove(first.recordId)).toBeNull();
  });

  it('is refused for a record of a newer schema, as any change is', () => {
    const [here] = officesAlike('here');
    const first = wrote(here.add('entry', body));
    const older = new MergingOffice('older', new Map([['entry', 0]]), scatteredIds('older'), () => 1);
    older.receive(here.caseHandover(), noDecisions);
    for (const act of ['remove', 'undo'] as const) expect(older[act](first.recordId)).toBeNull();
    expect(older.edit(first.recordId, (said) => said)).toBeNull();
    expect(older.bringBack(first.recordId, first)).toBeNull();
    expect(older.copy.versions.size).toBe(1);
  });
});

describe('undo', () => {
  it('says what was shown before, as a new version; done again it says what was undone', () => {
    const [here] = officesAlike('here');
    const first = wrote(here.add('entry', body));
    const second = wrote(here.edit(first.recordId, (said) => ({ ...said, word: 'changed' })));
    const undone = wrote(here.undo(first.recordId));
    expect(undone).toMatchObject({ body, parents: [second.id] });
    expect(wrote(here.undo(first.recordId))).toMatchObject({ body: second.body, parents: [undone.id] });
  });

  it('undoes a removal by bringing back what it removed, and a first version by removing it', () => {
    const [here] = officesAlike('here');
    const { recordId } = wrote(here.add('entry', body));
    expect(wrote(here.undo(recordId))).toMatchObject({ body, removed: true });
    expect(wrote(here.undo(recordId))).toMatchObject({ body, removed: false });
    expect(wrote(here.undo(recordId))).toMatchObject({ body, removed: true });
  });

  it('undoes a removal from the body that it kept where nothing else is here', () => {
    const [here] = officesAlike('here');
    const first = wrote(here.add('entry', body));
    wrote(here.remove(first.recordId));
    here.eraseVersion(first);
    expect(wrote(here.undo(first.recordId))).toMatchObject({ body, removed: false });
  });

  it('asks which side of a join comes back', () => {
    const { here, recordId } = twoSides();
    const sides = here.standing(recordId).sides;
    wrote(here.join(recordId, 0, true));
    const undo = undoOf(here.standing(recordId), versionsOf(here.copy, recordId));
    expect(undo).toMatchObject({ is: 'choose' });
    expect(undo.is === 'choose' && new Set(undo.among)).toEqual(new Set(sides));
  });

  it('has nothing to say where what was before is not here', () => {
    const [here, there] = officesAlike('here', 'there');
    const first = wrote(here.add('entry', body));
    wrote(here.edit(first.recordId, (said) => ({ ...said, word: 'changed' })));
    there.receive(here.share(new Set([first.recordId]), false), noDecisions);
    expect(undoOf(there.standing(first.recordId), versionsOf(there.copy, first.recordId))).toEqual({
      is: 'not-here',
    });
    expect(failureOf(() => there.undo(first.recordId))).toBeNull();
    expect(there.copy.versions.size).toBe(2);
  });
});
