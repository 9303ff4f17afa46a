import type { FigureTable, FiguresChoice, FiguresReport } from '../../models/figures';
import { concealed } from './conceal';
import { casePlans, closedPlans, incidentPlans, orderPlans, typeCounted } from './plans';
import type { Sorted } from './plans';
import { quartersUntil, quarterWords } from './quarters';
import { cellOf, isOf, nameOf, rowsOf } from './tables';
import type { TablePlan, Unit } from './tables';
import {
  caseUnits,
  casesBegun,
  closedUnits,
  daysToAssessment,
  incidentUnits,
  notSaid,
  orderUnits,
} from './units';
import type { FiguresCase } from './units';
import { forceOf } from './forces';

/** What is counted, and in which tables: the parts share no count. */
export interface FiguresPart {
  readonly units: readonly Unit[];
  readonly plans: readonly TablePlan[];
}

/** Who knows the force knows the jurisdiction. */
const together = [['jurisdiction', 'force']];

/** Everything that is counted in a period. */
export function figuresParts(
  cases: readonly FiguresCase[],
  quarters: readonly string[],
): readonly FiguresPart[] {
  const sorted = sortedBy(cases, quarters);
  const orders = orderUnits(cases, quarters).map((unit) => ({
    ...unit,
    type: typeCounted(unit['type'] ?? notSaid),
  }));
  return [
    { units: incidentUnits(cases, quarters), plans: incidentPlans(sorted) },
    { units: caseUnits(cases, quarters), plans: casePlans(sorted) },
    { units: closedUnits(cases, quarters), plans: closedPlans(sorted) },
    { units: orders, plans: orderPlans(sorted) },
  ];
}

/** Lines are of all that the office ever had to do with, so that a line of its own does not say that there is one in the period. */
function sortedBy(cases: readonly FiguresCase[], quarters: readonly string[]): Sorted {
  return {
    quarters,
    forces: [...new Set(cases.flatMap(({ details }) => forceOf(details.force) ?? []))],
    orderTypes: [
      ...new Set(cases.flatMap(({ orders }) => orders.map(({ orderType }) => orderType ?? notSaid))),
    ],
  };
}

/** The figures of the office over a period; anonymised, with small counts hidden so that none can be worked out. */
export function figuresReport(cases: readonly FiguresCase[], choice: FiguresChoice): FiguresReport {
  const quarters = quartersUntil(choice.last, choice.quarters);
  const parts = figuresParts(cases, quarters).map(({ units, plans }) => {
    const hidden = choice.isAnonymised ? concealed(units, plans, choice, together) : new Set<string>();
    return plans.map((plan) => tableOf(plan, units, hidden));
  });
  const tables = parts.flat();
  const [first = ''] = quarters;
  return {
    choice,
    period:
      quarters.length === 1
        ? quarterWords(choice.last)
        : `${quarterWords(first)} until ${quarterWords(choice.last)}`,
    tables,
    medianDays: medianShown(cases, quarters, choice, tables),
    hidden: tables.reduce(
      (sum, { rows }) =>
        sum + rows.reduce((inRow, { cells }) => inRow + cells.filter((each) => each === null).length, 0),
      0,
    ),
  };
}

function tableOf(plan: TablePlan, units: readonly Unit[], hidden: ReadonlySet<string>): FigureTable {
  const { id, title, definition, notCounted, by, columns } = plan;
  return {
    ...{ id, title, definition, notCounted, labels: by.length },
    head: [...by.map(({ label }) => label), ...columns.map(({ label }) => label)],
    rows: rowsOf(plan).map(({ labels, row }) => {
      const ofRow = units.filter((unit) => isOf(unit, row));
      return {
        labels: [...labels],
        cells: columns.map((column) => {
          const condition = cellOf(row, plan, column);
          return hidden.has(nameOf(condition)) ? null : ofRow.filter((unit) => isOf(unit, condition)).length;
        }),
      };
    }),
  };
}

/**
 * The middle one says that half of those assessed were so quick: on a page that leaves it is shown only where all counts of the first
 * assessment over the whole period are shown too, and are no smaller than the threshold, so that it says nothing that they do not.
 */
function medianShown(
  cases: readonly FiguresCase[],
  quarters: readonly string[],
  { isAnonymised, threshold }: FiguresChoice,
  tables: readonly FigureTable[],
): number | null {
  const days = casesBegun(cases, quarters)
    .flatMap((each) => daysToAssessment(each) ?? [])
    .sort((a, b) => a - b);
  const all = tables.find(({ id }) => id === 'assessed-quarter')?.rows[0]?.cells ?? [];
  const isSafe = all.length > 0 && all.every((each) => each !== null && each >= threshold);
  if (days.length === 0 || (isAnonymised && !isSafe)) return null;
  const middle = days.length / 2;
  return ((days[Math.floor(middle - 0.5)] ?? 0) + (days[Math.floor(middle)] ?? 0)) / 2;
}
