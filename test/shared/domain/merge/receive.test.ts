import { describe, expect, it } from 'vitest';
import { clocksBeside } from '../../../../shared/domain/merge/clock';
import { caseErased, written } from '../../../../shared/domain/merge/copy';
import { caseHandover } from '../../../../shared/domain/merge/case-handover';
import type { CasePackage } from '../../../../shared/domain/merge/package';
import { noDecisions, receive } from '../../../../shared/domain/merge/receive';
import { isStub, stubOf, versionText } from '../../../../shared/domain/records/version';
import type { Version } from '../../../../shared/domain/records/version';
import {
  MergingOffice,
  caseId,
  failureOf,
  officesAlike,
  scatteredIds,
  wrote,
} from '../../../helpers/merging-office';

const body = { word: 'he rang', place: 'home', links: [] };
const accepting = (...ids: readonly string[]): typeof noDecisions => ({
  decline: new Set(),
  accept: new Set(ids),
});
const declining = (...ids: readonly string[]): typeof noDecisions => ({
  decline: new Set(ids),
  accept: new Set(),
});

function packed(...versions: readonly Version[]): CasePackage {
  return { caseId, office: 'theirs', sentAt: 0, versions };
}

describe('a handover', () => {
  it('carries all versions', () => {
    const [here, there] = officesAlike('here', 'there');
    const first = wrote(here.add('entry', body));
    wrote(here.edit(first.recordId, (said) => ({ ...said, word: 'he rang twice' })));
    wrote(here.remove(first.recordId));
    there.receive(here.caseHandover(), noDecisions);
    expect(there.copy.versions).toEqual(here.copy.versions);
    expect(there.copy.versions.size).toBe(3);
  });

  it('leaves records of the office itself behind unless a person adds them', () => {
    const [here] = officesAlike('here');
    const own = { ...wrote(here.add('register', body)), id: 'own', recordId: 'partner-office', caseId: null };
    const copy = written(here.copy, own);
    const sender = { office: 'here', sentAt: 0 };
    expect(caseHandover(copy, sender).versions.map(({ id }) => id)).not.toContain('own');
    expect(caseHandover(copy, sender, new Set(['partner-office'])).versions).toContainEqual(own);
  });
});

describe('receiving a package', () => {
  it('fills a stub by the full version, never the reverse', () => {
    const [here, there] = officesAlike('here', 'there');
    const first = wrote(here.add('entry', body));
    wrote(here.edit(first.recordId, (said) => ({ ...said, word: 'changed' })));
    const shared = here.share(new Set([first.recordId]), false);
    there.receive(shared, noDecisions);
    expect(there.copy.versions.get(first.id)).toEqual(stubOf(first));
    expect(there.receive(here.caseHandover(), noDecisions).filled).toEqual([first.id]);
    expect(there.copy.versions.get(first.id)).toEqual(first);
    expect(there.receive(shared, noDecisions)).toMatchObject({ added: [], filled: [] });
    expect(there.copy.versions.get(first.id)).toEqual(first);
  });

  it('never brings back by itself what was erased here: it says "erased here on ...", and a person decides', () => {
    const [here, there] = officesAlike('here', 'there');
    const { recordId } = wrote(here.add('entry', body));
    const whole = here.caseHandover();
    there.receive(whole, noDecisions);
    there.eraseRecord(recordId);
    const at = there.copy.erasedRecords.get(recordId)?.at ?? '';
    expect(at).toMatch(/^2026-11-27T/);
    expect(there.receive(whole, noDecisions)).toMatchObject({
      added: [],
      erasedHere: [{ what: 'record', id: recordId, recordId, at }],
    });
    expect(there.copy.versions.size).toBe(0);
    expect(there.receive(whole, accepting(recordId)).added).toHaveLength(1);
    expect(there.copy.erasedRecords.size).toBe(0);
  });

  it('keeps of one erased body a tombstone of ids without content, and what was made from it', () => {
    const [here, there] = officesAlike('here', 'there');
    const first = wrote(here.add('entry', { ...body, word: 'of another client' }));
    const second = wrote(here.edit(first.recordId, (said) => ({ ...said, word: 'put right' })));
    const whole = here.caseHandover();
    there.receive(whole, noDecisions);
    there.eraseVersion(first);
    expect(JSON.stringify([...there.copy.versions, ...there.copy.erasedVersions])).not.toContain(
      'another client',
    );
    expect(there.standing(first.recordId).shown).toEqual(second);
    expect(there.receive(whole, noDecisions).erasedHere).toMatchObject([{ what: 'version', id: first.id }]);
    expect(isStub(wrote(there.copy.versions.get(first.id)))).toBe(true);
    expect(there.caseHandover().versions).toContainEqual(stubOf(first));
    there.receive(whole, accepting(first.id));
    expect(there.copy.versions.get(first.id)).toEqual(first);
    expect(there.copy.erasedVersions.size).toBe(0);
  });

  it('does not bring back what was erased here by a copy of it with some words covered', () => {
    const [here, there, third] = officesAlike('here', 'there', 'third');
    const first = wrote(here.add('entry', { ...body, place: 'of another client' }));
    third.receive(here.caseHandover(), noDecisions);
    third.eraseVersion(first);
    there.receive(here.share(new Set([first.recordId]), true), noDecisions);
    const edit = wrote(there.edit(first.recordId, (said) => ({ ...said, links: ['l1'], place: 'ours' })));
    const report = third.receive(there.caseHandover(), noDecisions);
    expect(report.erasedHere.map(({ what }) => what)).toEqual(['version']);
    expect(JSON.stringify([...third.copy.versions])).not.toContain('another client');
    expect(third.copy.versions.get(edit.id)).toEqual(edit);
  });

  it('leaves of an erased case the ids of its records alone', () => {
    const [here] = officesAlike('here');
    const { recordId } = wrote(here.add('entry', body));
    const whole = here.caseHandover();
    const erased = caseErased(here.copy, '2026-11-27T10:00:00.000Z');
    expect(erased.versions.size).toBe(0);
    const { report } = receive(erased, whole, noDecisions, here.kinds);
    expect(report.erasedHere).toEqual([
      { what: 'record', id: recordId, recordId, at: '2026-11-27T10:00:00.000Z' },
    ]);
  });

  it('remembers what was declined and offers it again, with what was made from it since', () => {
    const [here, there] = officesAlike('here', 'there');
    const first = wrote(here.add('entry', body));
    expect(there.receive(here.caseHandover(), declining(first.recordId)).declined).toEqual([
      { recordId: first.recordId, versions: [first.id], before: false },
    ]);
    const second = wrote(here.edit(first.recordId, (said) => ({ ...said, word: 'more' })));
    const again = there.receive(here.caseHandover(), noDecisions);
    expect(again.declined).toEqual([
      { recordId: first.recordId, versions: [first.id, second.id].sort(), before: true },
    ]);
    expect(there.copy.versions.size).toBe(0);
    there.receive(here.caseHandover(), accepting(first.recordId));
    expect(there.copy.versions.size).toBe(2);
    expect(there.copy.declined.size).toBe(0);
  });

  it('carries what it cannot show, untouched, and the preview counts it', () => {
    const [here] = officesAlike('here');
    wrote(here.add('later', body));
    wrote(here.add('entry', body));
    const older = new MergingOffice('older', new Map([['entry', 0]]), scatteredIds(), () => 0);
    expect(older.receive(here.caseHandover(), noDecisions)).toMatchObject({ unknown: 1, newer: 1 });
    const texts = (office: MergingOffice): readonly string[] =>
      office.caseHandover().versions.map(versionText);
    expect(texts(older)).toEqual(texts(here));
  });

  it('refuses a package whose versions are not closed under parents, and says which', () => {
    const [here, there] = officesAlike('here', 'there');
    const first = wrote(here.add('entry', body));
    const second = wrote(here.edit(first.recordId, (said) => ({ ...said, word: 'more' })));
    there.receive(packed(first), noDecisions);
    expect(failureOf(() => there.receive(packed(second), noDecisions))).toEqual({
      code: 'package-incomplete',
      detail: { version: second.id, record: second.recordId },
    });
    expect(there.copy.versions.size).toBe(1);
    expect(there.receive(packed(second, stubOf(first)), noDecisions).added).toEqual([second.id]);
  });

  it('refuses a version whose id arrives with other content than is here, and says which', () => {
    const [here, there] = officesAlike('here', 'there');
    const first = wrote(here.add('entry', body));
    there.receive(here.caseHandover(), noDecisions);
    const altered: readonly Partial<Version>[] = [
      ...[
        { body: { ...body, word: 'altered' } },
        { author: 'x' },
        { removed: true },
        { hlc: `${first.hlc}0` },
      ],
      ...[{ at: 'x' }, { schema: 9 }, { refs: ['x'] }, { office: 'x' }],
    ];
    for (const change of altered)
      expect(failureOf(() => there.receive(packed({ ...first, ...change }), noDecisions))).toEqual({
        code: 'version-altered',
        detail: { version: first.id, record: first.recordId },
      });
    const other = { ...first, id: 'other' };
    const moved = { ...stubOf(first), parents: ['other'] };
    expect(failureOf(() => there.receive(packed(moved, other), noDecisions))?.code).toBe('version-altered');
    const twice = packed({ ...first, id: 'new' }, { ...first, id: 'new', author: 'x' });
    expect(failureOf(() => there.receive(twice, noDecisions))?.code).toBe('version-altered');
    expect(there.copy.versions).toEqual(new Map([[first.id, first]]));
  });

  it('refuses what could tie a version to another case or record, or to itself', () => {
    const [here, there] = officesAlike('here', 'there');
    const first = wrote(here.add('entry', body));
    const other = wrote(here.add('entry', body));
    there.receive(packed(first), noDecisions);
    const wrong: readonly CasePackage[] = [
      { ...packed(first), caseId: 'case-2' },
      packed({ ...other, caseId: 'case-2' }),
      packed({ ...other, parents: [first.id] }, first),
      packed({ ...other, recordId: first.recordId, kind: 'register' }),
      packed({ ...other, parents: [other.id] }),
      packed({ ...first, id: 'a', parents: ['b'] }, { ...first, id: 'b', parents: ['a'] }),
      packed({ ...stubOf(other), author: 'x' }),
      packed(
        { ...other, parents: [], covers: 'c' },
        { ...other, id: 'c', parents: ['d'] },
        { ...other, id: 'd' },
      ),
      packed({ ...other, covers: 'c' }, { ...other, id: 'c', covers: other.id }),
    ];
    for (const [at, each] of wrong.entries())
      expect([at, failureOf(() => there.receive(each, noDecisions))?.code]).toEqual([at, 'package-damaged']);
    expect(there.copy.versions.size).toBe(1);
  });

  it('shows a package whose clock is far from ours beside ours, and leaves its stamps and our clock as they are', () => {
    const [here] = officesAlike('here');
    const year = 365 * 86_400_000;
    const theirs = new MergingOffice('theirs', here.kinds, scatteredIds('theirs'), () =>
      Date.UTC(2036, 0, 1),
    );
    const entry = wrote(theirs.add('entry', body));
    const sent = theirs.caseHandover();
    const now = Date.UTC(2026, 10, 27);
    expect(clocksBeside(sent, now)).toEqual({ theirs: Date.UTC(2036, 0, 1), ours: now });
    expect(clocksBeside({ sentAt: now + 3_600_000 }, now)).toBeNull();
    expect(clocksBeside({ sentAt: now - year }, now)).toEqual({ theirs: now - year, ours: now });
    here.receive(sent, noDecisions);
    expect(here.copy.versions.get(entry.id)?.hlc).toBe(entry.hlc);
    expect(here.clock.wall).toBeLessThan(now + year);
    // Descent decides: what is changed here is shown, though its stamp is ten years lower.
    const edit = wrote(here.edit(entry.recordId, (said) => ({ ...said, word: 'later' })));
    expect(edit.hlc < entry.hlc).toBe(true);
    expect(here.standing(entry.recordId)).toMatchObject({ shown: edit, sides: [edit] });
  });

  it('follows the stamps of a package that are near, whatever others in it say', () => {
    const [here] = officesAlike('here');
    const [far, near] = [Date.UTC(2036, 0, 1), Date.UTC(2026, 10, 27, 20)];
    const offices = [far, near].map(
      (time, at) => new MergingOffice(`o${at}`, here.kinds, scatteredIds(`o${at}`), () => time),
    );
    const entries = offices.map((office) => wrote(office.add('entry', body)));
    here.receive(packed(...entries), noDecisions);
    expect(here.clock).toEqual({ wall: near, count: 1 });
  });

  it('sorts what is written here after what was received from a clock a little ahead', () => {
    const [here] = officesAlike('here');
    const theirs = new MergingOffice('theirs', here.kinds, scatteredIds('theirs'), () =>
      Date.UTC(2026, 10, 27, 20),
    );
    const entry = wrote(theirs.add('entry', body));
    here.receive(theirs.caseHandover(), noDecisions);
    expect(wrote(here.add('note', body)).hlc > entry.hlc).toBe(true);
  });
});
