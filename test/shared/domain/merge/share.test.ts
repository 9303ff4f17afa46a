import { describe, expect, it } from 'vitest';
import { noDecisions } from '../../../../shared/domain/merge/receive';
import { share } from '../../../../shared/domain/merge/share';
import { isStub } from '../../../../shared/domain/records/version';
import { coveredSign, failureOf, officesAlike, wrote } from '../../../helpers/merging-office';

const body = { word: 'she lives at', place: 'home', links: [] };

describe('a share', () => {
  it('carries only the head of each chosen record; its ancestors go as stubs', () => {
    const [here] = officesAlike('here');
    const first = wrote(here.add('entry', body));
    const second = wrote(here.edit(first.recordId, (said) => ({ ...said, word: 'changed' })));
    wrote(here.add('entry', body));
    const { versions } = here.share(new Set([first.recordId]), false);
    expect(versions.filter((version) => !isStub(version))).toEqual([second]);
    expect(versions.filter(isStub).map(({ id }) => id)).toEqual([first.id]);
  });

  it('takes nothing along that was taken out earlier, covered or not chosen', () => {
    const [here, there] = officesAlike('here', 'there');
    const first = wrote(here.add('entry', { ...body, place: 'TAKEN OUT EARLIER' }));
    wrote(here.edit(first.recordId, () => ({ ...body, word: 'COVERED', links: ['l1'] })));
    wrote(here.add('register', { ...body, word: 'NOT CHOSEN' }));
    const undecided = wrote(here.add('entry', body));
    there.receive(here.caseHandover(), noDecisions);
    wrote(there.edit(undecided.recordId, (said) => ({ ...said, place: 'REMOVED BESIDE' })));
    wrote(there.remove(undecided.recordId));
    wrote(here.edit(undecided.recordId, (said) => ({ ...said, place: 'kept' })));
    here.receive(there.caseHandover(), noDecisions);
    const sent = JSON.stringify(here.share(new Set([first.recordId, undecided.recordId]), true));
    for (const word of ['TAKEN OUT EARLIER', 'COVERED', 'NOT CHOSEN', 'REMOVED BESIDE'])
      expect(sent).not.toContain(word);
    expect(sent).toContain('kept');
  });

  it('carries no record of an unknown kind or newer schema, none that was removed or erased, and says which', () => {
    const [here] = officesAlike('here');
    const records = (['later', 'entry', 'note', 'register'] as const).map((kind) =>
      wrote(here.add(kind, body)),
    );
    const [unknown, newer, removed, erased] = records.map(({ recordId }) => recordId);
    wrote(here.remove(removed ?? ''));
    here.eraseVersion(wrote(records[3]));
    const older = new Map([...here.kinds, ['entry', 0] as const].filter(([kind]) => kind !== 'later'));
    const chosen = new Set(records.map(({ recordId }) => recordId));
    const { casePackage, leftOut } = share(here.copy, chosen, { office: 'here', sentAt: 0 }, older);
    expect(casePackage.versions).toEqual([]);
    expect(leftOut).toEqual(
      new Map([
        ...[[unknown, 'unknown'] as const, [newer, 'newer'] as const],
        ...[[removed, 'removed'] as const, [erased, 'erased'] as const],
      ]),
    );
    expect(failureOf(() => here.share(new Set(['nowhere']), false))?.code).toBe('not-found');
  });
});

describe('what is covered in a share', () => {
  it('goes under an id of its own, so that it is never taken for tampering, and names what it covers', () => {
    const [here, there] = officesAlike('here', 'there');
    const entry = wrote(here.add('entry', body));
    const sent = here.share(new Set([entry.recordId]), true);
    const copy = sent.versions.find((version) => !isStub(version));
    expect(copy).toEqual({ ...entry, id: copy?.id, body: { ...body, word: coveredSign }, covers: entry.id });
    expect(copy?.id).not.toBe(entry.id);
    there.receive(sent, noDecisions);
    expect(there.standing(entry.recordId)).toMatchObject({ shown: copy, heads: [copy], sides: [copy] });
    expect(there.receive(here.caseHandover(), noDecisions).filled).toEqual([entry.id]);
    expect(there.standing(entry.recordId)).toMatchObject({ shown: entry, heads: [entry], sides: [entry] });
  });

  it('goes as it is where nothing of it is covered', () => {
    const [here] = officesAlike('here');
    const note = wrote(here.add('note', { place: 'home' }));
    expect(here.share(new Set([note.recordId]), true).versions).toEqual([note]);
  });

  it('never hides what it covers, nor undoes it, wherever the full version is', () => {
    const [here, there, third] = officesAlike('here', 'there', 'third');
    const first = wrote(here.add('entry', body));
    const entry = wrote(here.edit(first.recordId, (said) => ({ ...said, place: 'work' })));
    third.receive(here.caseHandover(), noDecisions);
    there.receive(here.share(new Set([entry.recordId]), true), noDecisions);
    third.receive(there.caseHandover(), noDecisions);
    expect(third.standing(entry.recordId)).toMatchObject({ shown: entry, heads: [entry], sides: [entry] });
  });

  it('is the base of what is changed on it: only the change comes home, not the cover', () => {
    const [here, there] = officesAlike('here', 'there');
    const entry = wrote(here.add('entry', body));
    there.receive(here.share(new Set([entry.recordId]), true), noDecisions);
    const edit = wrote(there.edit(entry.recordId, (said) => ({ ...said, place: 'at school' })));
    expect(there.standing(entry.recordId)).toMatchObject({ heads: [edit] });
    here.receive(there.caseHandover(), noDecisions);
    const question = here.question(entry.recordId);
    if (question.is !== 'fields') throw new Error(question.is);
    const verdicts = question.fields.map(({ field, verdict, settled }) => [field, verdict, settled]);
    const [mine, theirs] = question.sides[0]?.id === entry.id ? ['mine', 'theirs'] : ['theirs', 'mine'];
    expect(verdicts).toEqual([
      ['links', 'unchanged', []],
      ['place', theirs, 'at school'],
      ['word', mine, body.word],
    ]);
    const joined = wrote(here.join(entry.recordId, 0, true));
    expect(joined.body).toEqual({ ...body, place: 'at school' });
    there.receive(here.caseHandover(), noDecisions);
    expect(there.standing(entry.recordId)).toMatchObject({ shown: joined, heads: [joined], sides: [joined] });
  });

  it('takes the place of an earlier share, and gives way to a later one', () => {
    const [here, there] = officesAlike('here', 'there');
    const first = wrote(here.add('entry', body));
    const chosen = new Set([first.recordId]);
    there.receive(here.share(chosen, false), noDecisions);
    wrote(here.edit(first.recordId, (said) => ({ ...said, word: 'more' })));
    there.receive(here.share(chosen, true), noDecisions);
    expect(there.standing(first.recordId).sides).toMatchObject([{ body: { word: coveredSign } }]);
    const third = wrote(here.edit(first.recordId, (said) => ({ ...said, word: 'all may know' })));
    there.receive(here.share(chosen, false), noDecisions);
    expect(there.standing(first.recordId)).toMatchObject({ shown: third, heads: [third] });
  });

  it('may be covered further by who shares it on', () => {
    const [here, there, third] = officesAlike('here', 'there', 'third');
    const entry = wrote(here.add('entry', body));
    const chosen = new Set([entry.recordId]);
    there.receive(here.share(chosen, true), noDecisions);
    const held = there.standing(entry.recordId).shown;
    const sender = { office: 'there', sentAt: 0 };
    const of = (): { body: typeof body; refs: readonly string[] } => ({
      body: { ...body, word: '', place: '' },
      refs: [],
    });
    const { casePackage } = share(there.copy, chosen, sender, there.kinds, { of, newId: () => 'further' });
    third.receive(casePackage, noDecisions);
    expect(third.standing(entry.recordId)).toMatchObject({ shown: { id: 'further', covers: held?.id } });
    expect(third.standing(entry.recordId).heads).toHaveLength(1);
    third.receive(there.caseHandover(), noDecisions);
    expect(third.standing(entry.recordId).heads).toEqual([held]);
    third.receive(here.caseHandover(), noDecisions);
    expect(third.standing(entry.recordId).heads).toEqual([entry]);
  });
});
