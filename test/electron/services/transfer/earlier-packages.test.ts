import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import { provenanceHandlers } from '../../../../electron/services/provenance/handlers';
import { readSeries } from '../../../../electron/services/items/series-rows';
import { exhibitHandlers } from '../../../../electron/services/exhibits/handlers';
import { packageFormat } from '../../../../electron/services/transfer/manifest';
import type { Records } from '../../../../electron/services/transfer/records';
import { shownOf } from '../../../../electron/services/transfer/records/versions';
import { compareIds } from '../../../../shared/domain/records/version';
import type { Version } from '../../../../shared/domain/records/version';
import { caseKind } from '../../../../shared/records/case';
import { dateChoiceKind } from '../../../../shared/records/date-choice';
import { entryKind } from '../../../../shared/records/entry';
import { exhibitKind } from '../../../../shared/records/exhibit';
import { handoverKind } from '../../../../shared/records/handover';
import { languagesKind } from '../../../../shared/records/languages';
import { pairKind } from '../../../../shared/records/pair';
import { producerKind } from '../../../../shared/records/producer';
import { provenanceKind } from '../../../../shared/records/provenance';
import { redactionKind } from '../../../../shared/records/redaction';
import { registerKind } from '../../../../shared/records/register';
import { runKind } from '../../../../shared/records/run';
import { correctionKind } from '../../../../shared/records/text-correction';
import { transferHandlers } from '../../../../electron/services/transfer/handlers';
import { writePackage } from '../../../../electron/services/transfer/write-package';
import { shownAbout } from '../../../../electron/vault/records/shown-about';
import { codeOf } from '../../../helpers/code-of';
import { versionsOfCase } from '../../../../electron/vault/records/version-rows';
import { writeMembers } from '../../../helpers/package';
import type { Members } from '../../../helpers/package';
import type { TestVault } from '../../../helpers/test-vault';
import { withMadeRows } from './made-rows';
import { control, receive, rowsOf, usePackedCase } from './setting';
import type { PackedCase } from './setting';

let made: PackedCase;
let sender: TestVault;
let receiver: TestVault;
let folder: string;
let caseId: string;
let item: string;
let members: Members;
usePackedCase((now) => {
  made = now;
  ({ sender, receiver, folder, caseId, item, members } = now);
});

/** The section for producers that packages had until format 4. */
function producersOf({ versions }: Records) {
  return shownOf(versions, 'producer').map(({ body, at, office, author, hlc }) => {
    const { producerId: id, name } = producerKind.body.parse(body);
    return { id, name, createdAt: at, office, author, hlc };
  });
}

/** What an exhibit was filed under, as packages until format 4 carried it. */
function earlierFiling({ versions }: Records, itemId: string) {
  const choice = shownOf(versions, dateChoiceKind.kind)
    .map(({ body }) => dateChoiceKind.body.parse(body))
    .find((each) => each.itemId === itemId && each.field === 'captured');
  return { bestDate: choice?.date ?? null, dateConflict: false, dateReason: choice?.reason ?? null };
}

function earlierItems(records: Records) {
  const called = shownOf(records.versions, exhibitKind.kind).map(({ body }) => exhibitKind.body.parse(body));
  return records.items.map(({ suggestedTitle, ...each }) => {
    const { title, policeRef } = called.find(({ itemId }) => itemId === each.id) ?? {};
    const name = { title: title ?? suggestedTitle, policeRef: policeRef ?? '' };
    return { ...each, ...earlierFiling(records, each.id), ...name };
  });
}

/** The same as an older Holdfast wrote it, before packages carried versions. */
function earlierOf(records: Records) {
  const of = (kind: string) => shownOf(records.versions, kind);
  const [owner] = of('case');
  if (owner === undefined) throw new Error('no case');
  const stamp = ({ office, author, hlc }: Version) => ({ office, author, hlc });
  const times = ({ at }: Version) => ({ createdAt: at, updatedAt: at });
  const body = caseKind.body.parse(owner.body);
  return {
    items: earlierItems(records),
    producers: producersOf(records).map((producer) => ({
      ...producer,
      initials: records.series.find(({ producerId }) => producerId === producer.id)?.initials,
      nextExhibit: 9,
    })),
    redactions: withBoxes(records),
    case: { ...body, id: caseId, nextExhibit: 3, ...times(owner), ...stamp(owner) },
    register: of('register').map((each) => {
      const { kind, ...rest } = registerKind.body.parse(each.body);
      return { id: each.recordId, kind, body: rest, removed: false, ...times(each), ...stamp(each) };
    }),
    entries: of('entry').map((each) => {
      const entry = entryKind.body.parse(each.body);
      const { at, author } = each;
      return {
        ...{ id: each.recordId, version: 1, removed: false, body: entry, ...times(each), ...stamp(each) },
        versions: [{ version: 1, body: entry, at, author }],
      };
    }),
  };
}

/** Kinds whose versions stood elsewhere in a package of format 4. */
const sectioned: readonly string[] = [
  ...['provenance', 'handover', 'pair', 'run', 'producer'],
  ...['text-correction', 'languages', 'date-choice', 'exhibit', 'redaction'],
];

/** Corrections as an older Holdfast wrote them among the lines of text. */
function linesOf(records: Records): readonly object[] {
  return records.versions
    .filter(({ kind }) => kind === 'text-correction')
    .sort((a, b) => compareIds(a.hlc, b.hlc))
    .map(({ body, at, office, author, hlc }, index) => ({
      ...{ type: 'correction', ...correctionKind.body.parse(body), version: index + 1, at },
      ...{ office, author, hlc },
    }));
}

/** Redacted copies as they travelled with what was decided to be covered beside them. */
function withBoxes({ redactions, versions }: Records) {
  return redactions.map((copy) => {
    const decided = versions.find(({ recordId }) => recordId === copy.id);
    return { ...copy, boxes: redactionKind.body.parse(decided?.body).boxes };
  });
}

/** The same as an older Holdfast wrote it, with sections of their own for what people wrote about exhibits. */
function sectionedOf(records: Records) {
  const of = (kind: string) =>
    records.versions.filter((each) => each.kind === kind).sort((a, b) => compareIds(a.hlc, b.hlc));
  const stamp = ({ office, author, hlc }: Version) => ({ office, author, hlc });
  return {
    ...records,
    items: earlierItems(records),
    versions: records.versions.filter(({ kind }) => !sectioned.includes(kind)),
    redactions: withBoxes(records),
    producers: producersOf(records),
    decisions: of('pair').map((each) => {
      const { a: itemA, b: itemB, decision } = pairKind.body.parse(each.body);
      return { itemA, itemB, decision, at: each.at, ...stamp(each) };
    }),
    runs: of('run').map((each) => {
      const { title, pieces } = runKind.body.parse(each.body);
      const placed = pieces.map((piece, position) => ({ ...piece, position }));
      return { id: each.recordId, title, createdAt: each.at, pieces: placed, ...stamp(each) };
    }),
    dateChoices: of('date-choice').map((each) => ({
      ...dateChoiceKind.body.parse(each.body),
      ...{ id: each.id, at: each.at, ...stamp(each) },
    })),
    provenance: of('provenance').map((each, index) => {
      const { itemId, ...body } = provenanceKind.body.parse(each.body);
      return { itemId, version: index + 1, body, at: each.at, ...stamp(each) };
    }),
    continuity: of('handover').map((each) => {
      const { itemId, handoverId, corrects, ...body } = handoverKind.body.parse(each.body);
      const row = { id: each.recordId, itemId, handoverId, corrects, body };
      return { ...row, recordedAt: each.at, ...stamp(each) };
    }),
    languages: of('languages').map((each) => {
      const { itemId, languages } = languagesKind.body.parse(each.body);
      return { itemId, languages: languages.join('+') };
    }),
  };
}

describe('a package of an office with an older Holdfast', () => {
  it('opens, and its exhibits get the producers their references name', async () => {
    const records = JSON.parse((members.get('records.json') ?? Buffer.alloc(0)).toString('utf8')) as Records;
    const { case: owner, entries, items } = earlierOf(records);
    const old = {
      case: { ...owner, exhibitInitials: 'WR', nextExhibit: 9 },
      items: items.map(
        (
          {
            producerId: _p,
            policeRef: _r,
            parentId: _i,
            parentPlace: _l,
            durationMs: _d,
            reading: _g,
            readingReason: _n,
            ...each
          },
          index,
        ) => ({ ...each, exhibitRef: index === 0 ? 'AB/1' : each.exhibitRef }),
      ),
      // It knew no people, places and orders either.
      entries: entries.map((entry) => ({
        ...entry,
        body: { ...entry.body, links: [] },
        versions: entry.versions.map((each) => ({ ...each, body: { ...each.body, links: [] } })),
      })),
    };
    const kept = [...members].filter(([name]) => !/jsonl$/.test(name));
    const path = join(folder, 'old.hfcase');
    const files = new Map([...kept, ['records.json', Buffer.from(JSON.stringify(old))] as const]);
    await writeMembers(path, files, sender.context, receiver.context, (manifest) => ({
      ...manifest,
      format: 1,
    }));
    await receive(made, path);
    const producers = await exhibitHandlers(receiver.context)['exhibits.producers']({ caseId });
    // The other office may still count on under those, so that here each goes on with a mark of its own.
    const series = readSeries(receiver.context, caseId);
    expect(series.map(({ initials, next }) => [initials, next]).sort()).toEqual([
      ['AB', 9],
      ['WR', 9],
    ]);
    expect(producers.map(({ others, exhibits }) => [others, exhibits]).sort()).toEqual([
      [['AB'], 1],
      [['WR'], 1],
    ]);
    for (const { initials, nextNumber } of producers) {
      expect(initials).toMatch(/^(A[A-Z]B|W[A-Z]R)$/);
      expect(nextNumber).toBe(1);
    }
  });

  it('of format 4 brings where exhibits came from, their handovers, dates, names, corrected texts and languages, with every version', async () => {
    const records = JSON.parse(String(members.get('records.json'))) as Records;
    const old = sectionedOf(records);
    expect([old.provenance.length, old.continuity.length, old.dateChoices.length]).toEqual([2, 2, 2]);
    expect(old.languages.length).toBe(2);
    const path = join(folder, 'sections.hfcase');
    const lines = linesOf(records).map((line) => `${JSON.stringify(line)}\n`);
    expect(lines).toHaveLength(2);
    const then = withMadeRows(members, sender);
    const text = Buffer.from(`${String(then.get('text.jsonl'))}${lines.join('')}`);
    const files = new Map([
      ...then,
      ['records.json', Buffer.from(JSON.stringify(old))] as const,
      ['text.jsonl', text] as const,
    ]);
    await writeMembers(path, files, sender.context, receiver.context, (manifest) => ({
      ...manifest,
      format: 4,
    }));
    // In one of today there are no such sections, and no such lines.
    const withLines = join(folder, 'lines-today.hfcase');
    await writeMembers(
      withLines,
      new Map([...members, ['text.jsonl', text] as const]),
      sender.context,
      receiver.context,
    );
    expect(await codeOf(() => receive(made, withLines))).toBe('package-damaged');
    const today = join(folder, 'sections-today.hfcase');
    await writeMembers(today, files, sender.context, receiver.context);
    expect(await codeOf(() => receive(made, today))).toBe('package-damaged');
    await receive(made, path);
    for (const table of ['continuity', 'likeness_decisions', 'runs', 'run_pieces', 'text_corrections'])
      expect(rowsOf(receiver, table), table).toEqual(rowsOf(sender, table));
    // What a machine made of the files there is made anew here.
    expect(rowsOf(sender, 'text_pages').length).toBeGreaterThan(0);
    for (const table of ['text_pages', 'picture_prints', 'derivatives'])
      expect(rowsOf(receiver, table), table).toEqual([]);
    const named = ({ context: { db } }: TestVault) =>
      db.prepare('SELECT id, name, author FROM producers ORDER BY id').all();
    expect(named(receiver)).toEqual(named(sender));
    for (const { itemId, languages } of old.languages)
      expect(shownAbout(receiver.context.db, 'languages', itemId ?? caseId)?.body).toEqual({
        itemId,
        languages: languages.split('+'),
      });
    const said = (vault: TestVault) => provenanceHandlers(vault.context)['provenance.get']({ id: item });
    expect(await said(receiver)).toEqual(await said(sender));
    const exhibits =
      'SELECT id, title, police_ref, best_date, sort_date, date_conflict, date_reason FROM evidence ORDER BY id';
    expect(receiver.context.db.prepare(exhibits).all()).toEqual(sender.context.db.prepare(exhibits).all());
    const versions = ({ context }: TestVault, kind: string) =>
      versionsOfCase(context.db, caseId)
        .filter((each) => each.kind === kind)
        .map(({ body, at, author, hlc }) => ({ body, at, author, hlc }))
        .sort((a, b) => compareIds(a.hlc, b.hlc));
    expect(versions(receiver, 'date-choice')).toEqual(versions(sender, 'date-choice'));
  });

  it('has no answer about safe contact where nobody gave one: it wrote a no there', async () => {
    const records = JSON.parse(String(members.get('records.json'))) as Records;
    const { versions: _v, caseId: _c, series: _s, ...rest } = records;
    const { case: owner, ...lists } = earlierOf(records);
    const safeContact = { ...owner.safeContact, voicemailOk: false, textOk: true, emailOk: false };
    const path = join(folder, 'answers.hfcase');
    const old = { ...rest, ...lists, case: { ...owner, safeContact } };
    const files = new Map([...members, ['records.json', Buffer.from(JSON.stringify(old))] as const]);
    await writeMembers(path, files, sender.context, receiver.context, (manifest) => ({
      ...manifest,
      format: 2,
    }));
    await receive(made, path);
    const { safeContact: got } = await caseHandlers(receiver.context)['cases.get']({ id: caseId });
    expect(got).toMatchObject({ voicemailOk: null, textOk: true, emailOk: null });
  });

  it('of today, a no that somebody gave arrives as a no, and what nobody answered as not known', async () => {
    const { context } = sender;
    context.act({ action: 'test', subject: caseId }, () => {
      const body = caseKind.body.parse(context.records.standing(caseId).shown?.body);
      const safeContact = { ...body.safeContact, voicemailOk: false, textOk: true, emailOk: null };
      context.records.change(caseId, { ...body, safeContact });
    });
    const path = join(folder, 'answers.hfcase');
    const { recipient } = await transferHandlers(receiver.context)['transfer.office']({});
    await writePackage(
      context,
      { caseId, path, lock: { type: 'recipient', recipient }, purpose: 'copy' },
      control,
    );
    await receive(made, path);
    const { safeContact: got } = await caseHandlers(receiver.context)['cases.get']({ id: caseId });
    expect(got).toMatchObject({ voicemailOk: false, textOk: true, emailOk: null });
  });

  it('is refused with the right word when it is of a newer one', async () => {
    const path = join(folder, 'new.hfcase');
    await writeMembers(path, members, sender.context, receiver.context, (manifest) => ({
      ...manifest,
      format: packageFormat + 1,
    }));
    expect(await codeOf(() => receive(made, path))).toBe('package-newer');
  });
});
