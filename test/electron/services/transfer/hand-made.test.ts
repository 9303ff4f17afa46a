import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { caseHandlers } from '../../../../electron/services/cases/handlers';
import type { Records } from '../../../../electron/services/transfer/records';
import { dateChoiceKind } from '../../../../shared/records/date-choice';
import { anyKind } from '../../../../shared/records/define';
import type { AnyKind } from '../../../../shared/records/define';
import { handoverKind } from '../../../../shared/records/handover';
import { languagesKind } from '../../../../shared/records/languages';
import { pairKind } from '../../../../shared/records/pair';
import { provenanceKind } from '../../../../shared/records/provenance';
import { runKind } from '../../../../shared/records/run';
import { correctionKind } from '../../../../shared/records/text-correction';
import { codeOf } from '../../../helpers/code-of';
import { addItem, filledCase } from '../../../helpers/filled-vault';
import { writeMembers } from '../../../helpers/package';
import type { Members } from '../../../helpers/package';
import type { TestVault } from '../../../helpers/test-vault';
import { withMadeRows } from './made-rows';
import { everything, receive, usePackedCase } from './setting';
import type { PackedCase } from './setting';

let made: PackedCase;
let sender: TestVault;
let receiver: TestVault;
let folder: string;
let members: Members;
usePackedCase((now) => {
  made = now;
  ({ sender, receiver, folder, members } = now);
});

/** Every version of a kind with some of its fields put otherwise, and what it says it names. */
function inVersionsOf(kind: AnyKind, { versions }: Records, change: object) {
  return versions.map((each) => {
    const body = { ...each.body, ...change };
    return each.kind === kind.kind ? { ...each, body, refs: kind.refs(body) } : each;
  });
}

/** Every version of every entry with some of its fields put otherwise. */
function inEntries({ versions }: Records, change: object) {
  return versions.map((each) =>
    each.kind === 'entry' ? { ...each, body: { ...each.body, ...change } } : each,
  );
}

describe('a package that somebody with a key has made by hand', () => {
  /** An exhibit of another case that the receiver has, to which rows could be tied. */
  let foreign = '';
  beforeEach(async () => {
    const { id } = await caseHandlers(receiver.context)['cases.create']({
      ...filledCase,
      reference: 'OTHER',
    });
    foreign = await addItem(receiver.vault, id, 1, randomBytes(10));
  });
  const editRecords = (edit: (records: Records) => unknown): Members =>
    new Map([
      ...members,
      [
        'records.json',
        Buffer.from(JSON.stringify(edit(JSON.parse(String(members.get('records.json'))) as Records))),
      ],
    ]);
  const editLine = (name: string, edit: (line: Record<string, unknown>) => unknown): Members => {
    const made = withMadeRows(members, sender);
    const [first = '', ...rest] = String(made.get(name)).split('\n');
    const line = JSON.stringify(edit(JSON.parse(first) as Record<string, unknown>));
    return new Map([...made, [name, Buffer.from([line, ...rest].join('\n'))]]);
  };
  const without = (pattern: RegExp): Members => new Map([...members].filter(([name]) => !pattern.test(name)));

  it.each<readonly [string, () => Members]>([
    [
      'an entry that cites',
      () =>
        editRecords((r) => ({
          ...r,
          versions: inEntries(r, { evidenceIds: [foreign] }),
        })),
    ],
    [
      'a message cited',
      () =>
        editRecords((r) => ({
          ...r,
          versions: inEntries(r, { messageKeys: [{ itemId: foreign, position: 0 }] }),
        })),
    ],
    [
      'an entry on a day',
      () =>
        editRecords((r) => ({
          ...r,
          versions: inEntries(r, { edtf: '2026-02-30' }),
        })),
    ],
    [
      'an entry written at a time',
      () =>
        editRecords((r) => ({
          ...r,
          versions: r.versions.map((v) => (v.kind === 'entry' ? { ...v, at: v.at.slice(0, 19) } : v)),
        })),
    ],
    [
      'a parent',
      () => editRecords((r) => ({ ...r, items: r.items.map((i) => ({ ...i, parentId: foreign })) })),
    ],
    [
      'a producer',
      () => editRecords((r) => ({ ...r, items: r.items.map((i) => ({ ...i, producerId: foreign })) })),
    ],
    [
      'provenance',
      () =>
        editRecords((r) => ({
          ...r,
          versions: inVersionsOf(anyKind(provenanceKind), r, { itemId: foreign }),
        })),
    ],
    [
      'a second record about an exhibit',
      () => {
        const recordId = receiver.context.newId();
        return editRecords((r) => ({
          ...r,
          versions: r.versions.map((each) => (each.kind === 'provenance' ? { ...each, recordId } : each)),
        }));
      },
    ],
    [
      'a date that was settled on',
      () =>
        editRecords((r) => ({
          ...r,
          versions: inVersionsOf(anyKind(dateChoiceKind), r, { itemId: foreign }),
        })),
    ],
    [
      'the record of a date that was settled on',
      () =>
        editRecords((r) => ({
          ...r,
          versions: r.versions.map((v) => (v.kind === 'date-choice' ? { ...v, recordId: v.id } : v)),
        })),
    ],
    [
      'a handover',
      () =>
        editRecords((r) => ({ ...r, versions: inVersionsOf(anyKind(handoverKind), r, { itemId: foreign }) })),
    ],
    [
      'a correction',
      () =>
        editRecords((r) => ({
          ...r,
          versions: inVersionsOf(anyKind(handoverKind), r, { corrects: foreign }),
        })),
    ],
    [
      'an export',
      () =>
        editRecords((r) => ({
          ...r,
          messageSources: r.messageSources.map((s) => ({ ...s, itemId: foreign })),
        })),
    ],
    [
      'a decision',
      () => editRecords((r) => ({ ...r, versions: inVersionsOf(anyKind(pairKind), r, { b: foreign }) })),
    ],
    [
      'a run',
      () => {
        const pieces = [{ itemId: foreign, top: 0, bottom: 1 }];
        return editRecords((r) => ({ ...r, versions: inVersionsOf(anyKind(runKind), r, { pieces }) }));
      },
    ],
    [
      'a redacted copy',
      () => editRecords((r) => ({ ...r, redactions: r.redactions.map((d) => ({ ...d, itemId: foreign })) })),
    ],
    [
      'a corrected text',
      () =>
        editRecords((r) => ({
          ...r,
          versions: inVersionsOf(anyKind(correctionKind), r, { itemId: foreign }),
        })),
    ],
    [
      'the languages of an exhibit',
      () =>
        editRecords((r) => ({
          ...r,
          versions: inVersionsOf(anyKind(languagesKind), r, { itemId: foreign }),
        })),
    ],
    ['a page of text', () => editLine('text.jsonl', (line) => ({ ...line, itemId: foreign }))],
    ['a descriptor', () => editLine('prints.jsonl', (line) => ({ ...line, itemId: foreign }))],
    [
      'a number that was given',
      () => editRecords((r) => ({ ...r, series: r.series.map((s) => ({ ...s, first: 1, next: 2 })) })),
    ],
    [
      'a case without its producer',
      () => editRecords((r) => ({ ...r, series: r.series.filter(({ initials }) => initials !== 'PQ') })),
    ],
    ['a field nobody knows', () => editLine('text.jsonl', (line) => ({ ...line, more: 1 }))],
    ['an export without its rows', () => without(/^messages/)],
    [
      'an export with too few rows',
      () => editRecords((r) => ({ ...r, messageSources: r.messageSources.map((s) => ({ ...s, rows: 4 })) })),
    ],
    [
      'a redacted copy without its file',
      () =>
        editRecords((r) => ({
          ...r,
          redactions: r.redactions.map((d) => ({ ...d, sha256: 'a'.repeat(64) })),
        })),
    ],
    [
      'rows before the records',
      () =>
        new Map([
          ['text.jsonl', withMadeRows(members, sender).get('text.jsonl') ?? Buffer.alloc(0)],
          ...members,
        ]),
    ],
    ['a line without its end', () => new Map([...members, ['prints.jsonl', Buffer.from('{"a":1')]])],
  ])('is refused and changes nothing, for %s from elsewhere or missing', async (_what, edit) => {
    const before = await everything(receiver);
    const path = join(folder, 'hand-made.hfcase');
    await writeMembers(path, edit(), sender.context, receiver.context);
    expect(await codeOf(() => receive(made, path))).toBe('package-damaged');
    expect(await everything(receiver)).toEqual(before);
    await writeMembers(path, members, sender.context, receiver.context);
    expect(await codeOf(() => receive(made, path))).toBe('no error');
  });
});
