import { describe, expect, it } from 'vitest';
import { figuresReport } from '../../../../shared/domain/figures/report';
import type { FiguresCase } from '../../../../shared/domain/figures/units';
import type { FiguresChoice, FigureTable } from '../../../../shared/models/figures';
import { Attacker } from '../../../helpers/figures-attacker';
import type { ColumnSense } from '../../../helpers/figures-attacker';
import { randomCaseload } from '../../../helpers/random-caseload';

const choice: FiguresChoice = {
  last: '2026-Q3',
  quarters: 3,
  isAnonymised: true,
  threshold: 5,
  showZero: true,
};
const count = Number(process.env['HOLDFAST_CASELOADS'] ?? 60);

const senseOf = ({ id }: FigureTable): ColumnSense =>
  /^(?:incidents|response)/u.test(id) ? 'chain' : 'parts';
const partOf = ({ id }: FigureTable): string =>
  /^incidents/u.test(id)
    ? 'incidents'
    : /^orders/u.test(id)
      ? 'orders'
      : /^closed/u.test(id)
        ? 'closed'
        : 'cases';

/** Counts that were found out: each with its table, row, columns, what it is, and between which bounds it must lie. */
function foundOut(cases: readonly FiguresCase[], asked: FiguresChoice): readonly string[] {
  const shown = figuresReport(cases, asked).tables;
  const whole = figuresReport(cases, { ...asked, isAnonymised: false }).tables;
  return ['incidents', 'cases', 'closed', 'orders'].flatMap((part) => {
    const tables = shown.filter((each) => partOf(each) === part);
    const attacker = new Attacker(tables.map((table) => ({ table, sense: senseOf(table) })));
    const wanted = tables.flatMap((table) => smallCounts(attacker, table, whole, asked.threshold));
    const bounds = attacker.bounds(wanted.map(({ of }) => of));
    return wanted.flatMap(({ name, truth }, nth) => {
      const [least, most] = bounds[nth] ?? [0, 0];
      const isHidden = most >= asked.threshold - 1e-6 && most - least >= asked.threshold - 1e-6;
      return isHidden ? [] : [`${name} is ${truth}: between ${least} and ${most}`];
    });
  });
}

/** Every count below the threshold in a table, also those that stand in no column but between two. */
function smallCounts(
  attacker: Attacker,
  table: FigureTable,
  whole: readonly FigureTable[],
  threshold: number,
) {
  const truth = whole.find(({ id }) => id === table.id);
  const columns = table.head.length - table.labels;
  const sense = senseOf(table);
  return (truth?.rows ?? []).flatMap(({ labels, cells }) => {
    const row = labels.join('/');
    const alone = (number: number): number =>
      sense === 'parts' ? (cells[number] ?? 0) : (cells[number] ?? 0) - (cells[number + 1] ?? 0);
    const found: { of: readonly number[]; name: string; truth: number }[] = [];
    for (let from = sense === 'chain' ? 0 : 1; from < columns; from += 1)
      for (let until = from, sum = 0; until < columns; until += 1) {
        sum += alone(until);
        if (sum > 0 && sum < threshold)
          found.push({
            of: attacker.leavesOf(table, row, from, until),
            name: `${table.id} ${row} ${from}-${until}`,
            truth: sum,
          });
      }
    return found;
  });
}

describe('figures for somebody else', () => {
  it(`hide every small count of ${count} caseloads from whoever solves the tables for it`, () => {
    for (let seed = 1; seed <= count; seed += 1) {
      const asked = { ...choice, threshold: seed % 3 === 0 ? 10 : 5, showZero: seed % 4 !== 0 };
      expect(foundOut(randomCaseload(seed), asked), `seed ${seed}`).toEqual([]);
    }
  }, 3_600_000);

  it('are found out where only the small counts themselves are hidden, so that the test would see it', () => {
    const cases = randomCaseload(7);
    const whole = figuresReport(cases, { ...choice, isAnonymised: false }).tables;
    const naive = whole.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        cells: row.cells.map((each) => (each !== null && each > 0 && each < 5 ? null : each)),
      })),
    }));
    const tables = naive.filter((each) => partOf(each) === 'incidents');
    const attacker = new Attacker(tables.map((table) => ({ table, sense: senseOf(table) })));
    const wanted = tables.flatMap((table) => smallCounts(attacker, table, whole, 5));
    const bounds = attacker.bounds(wanted.map(({ of }) => of));
    expect(bounds.some(([least, most]) => Math.abs(most - least) < 1e-6)).toBe(true);
    // Truth lies within what was worked out.
    wanted.forEach(({ truth, name }, nth) => {
      expect(bounds[nth]?.[0] ?? 0, name).toBeLessThanOrEqual(truth + 1e-6);
      expect(bounds[nth]?.[1] ?? 0, name).toBeGreaterThanOrEqual(truth - 1e-6);
    });
  });

  it('still say something: of a caseload of some size most counts above the threshold are shown', () => {
    const cases = randomCaseload(3, 300);
    const whole = figuresReport(cases, { ...choice, isAnonymised: false }).tables.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells),
    );
    const shown = figuresReport(cases, choice).tables.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells),
    );
    const large = whole.flatMap((each, nth) => (each !== null && each >= 5 ? [shown[nth] ?? null] : []));
    expect(large.filter((each) => each !== null).length / large.length).toBeGreaterThan(0.6);
  });
});
