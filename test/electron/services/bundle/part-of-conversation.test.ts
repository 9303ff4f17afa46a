import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBundleItems } from '../../../../electron/services/bundle/sources';
import { leavingTexts } from '../../../../electron/services/gate/leaving-texts';
import { printedParts } from '../../../../electron/services/print-pages/printed-item';
import { bundleLeaving } from '../../../../shared/domain/leaving/bundle-request';
import { readRowList, writeRowList } from '../../../../shared/domain/bundle/row-list';
import { bundleSettingsSchema } from '../../../../shared/models/bundle';
import type { BundleOptions } from '../../../../shared/models/bundle';
import { take } from '../messages/setting';
import type { MessagesSetting } from '../messages/setting';

let now: MessagesSetting;
beforeEach(async () => {
  const lines = [
    '13/10/2026, 21:00 - Dean: the first thing',
    '13/10/2026, 21:05 - Rowan: the second thing',
    '13/10/2026, 23:10 - Dean: the third thing',
    '',
  ];
  now = await take({ 'chat.txt': lines.join('\n') });
});
afterEach(() => now.setting.end());

const optionsFor = (rowsOf: BundleOptions['rowsOf']): BundleOptions => ({
  ...bundleSettingsSchema.parse({ rowsOf }),
  ...{ recipient: 'police', title: 'Bundle', courtCase: '', itemIds: [now.item('chat.txt').id] },
  ...{ includeChronology: false, includePatterns: false },
});

describe('a part of a conversation', () => {
  const said = (rowsOf: BundleOptions['rowsOf']) => {
    const { caseId, vault } = now.setting;
    const request = bundleLeaving(caseId, optionsFor(rowsOf));
    return [...leavingTexts(vault.context, request)].map(({ text }) => text).join('\n');
  };

  it('is what the gate looks through, and nothing of the rest', () => {
    const { id } = now.item('chat.txt');
    expect(said({})).toContain('the third thing');
    // None named is all of them, to the printer and to the gate.
    expect(said({ [id]: [] })).toContain('the third thing');
    expect(said({ [id]: [{ from: 1, to: 2 }] })).toContain('the second thing');
    expect(said({ [id]: [{ from: 1, to: 2 }] })).not.toContain('the third thing');
  });

  it('is what is printed, and its pages say which of how many that is', () => {
    const { caseId, vault } = now.setting;
    const { id } = now.item('chat.txt');
    const printed = (rowsOf: BundleOptions['rowsOf']) => {
      const [item] = readBundleItems(vault.context, caseId, optionsFor(rowsOf));
      return [...printedParts(vault.context, id, item?.rows ?? null)].map(({ html }) => html).join('');
    };
    const part = printed({ [id]: [{ from: 2, to: 2 }] });
    expect(part).toContain('the second thing');
    expect(part).not.toContain('the first thing');
    expect(part).toMatch(/Printed here, as chosen: \w+ 2 of 3\. The others are in the file\./u);
    expect(printed({})).toContain('the first thing');
  });
});

describe('numbers of messages', () => {
  it('are read as they are written, and refused where they are none', () => {
    const rows = readRowList('120 to 180, 200 and 7-9');
    expect(rows).toEqual([
      { from: 120, to: 180 },
      { from: 200, to: 200 },
      { from: 7, to: 9 },
    ]);
    expect(writeRowList(rows ?? [])).toBe('120 to 180, 200, 7 to 9');
    expect(['', '5 to 3', '0', 'the first', '1,'].map(readRowList)).toEqual([
      null,
      null,
      null,
      null,
      [{ from: 1, to: 1 }],
    ]);
  });
});
