import { describe, expect, it } from 'vitest';
import alreadyRight from '../../../fixtures/words/phrases-already-right.json';
import hard from '../../../fixtures/words/hard-phrases.json';
import phrases from '../../../fixtures/words/phrases.json';
import quickAdd from '../../../fixtures/words/quick-add.json';
import edtfWords from '../../../fixtures/words/edtf.json';
import { readLine } from '../../../../shared/domain/quick-add/read-line';
import { notation, outcomes, verdictOf } from '../../../helpers/phrase-table';
import type { Phrase, Verdict } from '../../../helpers/phrase-table';
import { readSpoken } from '../../../../shared/domain/dates/spoken/spoken';

const today = '2026-11-25';

function tableOf(cases: readonly Phrase[]): Record<Verdict, Phrase[]> {
  const table: Record<Verdict, Phrase[]> = {
    right: [],
    asked: [],
    'asked-badly': [],
    refused: [],
    wrong: [],
  };
  for (const each of cases) table[verdictOf(each, today)].push(each);
  return table;
}

function print(name: string, table: Record<Verdict, Phrase[]>): void {
  const counts = Object.entries(table).map(([verdict, cases]) => `${verdict} ${cases.length}`);
  console.log(`${name}: ${counts.join(', ')}`);
}

describe('hard phrases for dates', () => {
  it('that were read wrongly are right, asked about or refused, and never wrong', () => {
    const table = tableOf(phrases.cases);
    print('phrases', table);
    expect(table.wrong).toEqual([]);
    expect(table['asked-badly']).toEqual([]);
    expect(table.right.length / phrases.cases.length).toBeGreaterThan(0.95);
  });

  it('that were read rightly still are', () => {
    const table = tableOf(alreadyRight.cases);
    print('already right', table);
    expect({ ...table, right: [] }).toEqual({
      right: [],
      asked: [],
      'asked-badly': [],
      refused: [],
      wrong: [],
    });
  });

  it.each(hard.cases.map(({ input, right }) => [input, right] as const))('"%s" is %s', (input, right) => {
    expect(notation(readSpoken(input, { today, lastDay: null }))).toBe(right);
  });

  it('that are asked about hold what was said, or mark what was not understood', () => {
    const asked = hard.cases.filter(({ right }) => right.startsWith('ask:'));
    expect(asked.length).toBeGreaterThan(80);
    for (const { input } of asked) {
      const { ask, unread } = readSpoken(input, { today, lastDay: null });
      expect(ask?.question === 'which-date' ? unread.length : 1).toBeGreaterThan(0);
      // Every answer leads to a date in the end, and none to an error.
      expect(outcomes(input, today).every((each) => !each.startsWith('ask:'))).toBe(true);
    }
  });
});

describe('values that look like EDTF', () => {
  const said = edtfWords.cases.filter(({ input }) => !input.startsWith('/'));
  it.each(said.map(({ input }) => [input] as const))(
    '"%s" is never a season or month that nobody meant',
    (input) => {
      const { value } = readSpoken(input, { today, lastDay: null });
      expect(value === null || value.edtf === '2024/2025').toBe(true);
    },
  );
});

describe('whole lines of quick add', () => {
  const lines: Readonly<
    Record<string, { readonly edtf: string | null; readonly from: string | null; readonly title: RegExp }>
  > = {
    'On 3 March 2024 he texted: I am outside your house': {
      edtf: '2024-03-03',
      from: null,
      title: /^He texted: I am outside your house$/u,
    },
    'On 3 March 2024 he said good morning gorgeous': {
      edtf: '2024-03-03',
      from: null,
      title: /^He said good morning gorgeous$/u,
    },
    'I last saw him on 3 March 2024. Last week he texted': {
      edtf: null,
      from: null,
      title: /^I last saw him on 3 March 2024\. Last week he texted$/u,
    },
    'Easter Monday he came to the door': { edtf: null, from: null, title: /^He came to the door$/u },
    'On the evening of 3 March 2024 at 21.30': { edtf: '2024-03-03', from: '21:30', title: /^$/u },
    'The day before the trial (3 March 2024) he followed me': {
      edtf: null,
      from: null,
      title: /^The day before the trial \(3 March 2024\) he followed me$/u,
    },
    'On Sunday 3rd March, at 10 in the morning': { edtf: '2024-03-03', from: '10:00', title: /^$/u },
    'On 3 March 2024 at 21.30 hrs': { edtf: '2024-03-03', from: '21:30', title: /^$/u },
  };
  it.each(quickAdd.cases.map(({ input }) => [input] as const))(
    '"%s" keeps its words and its date',
    (input) => {
      const line = readLine(input, { today, lastDay: null });
      const expected = lines[input];
      expect(expected).toBeDefined();
      expect(line.date.value?.edtf ?? null).toBe(expected?.edtf);
      expect(line.date.value?.time?.from ?? null).toBe(expected?.from);
      expect(line.title).toMatch(expected?.title ?? /never/u);
    },
  );
});
