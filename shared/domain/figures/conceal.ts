import { cellOf, isOf, nameOf, rowsOf } from './tables';
import type { Condition, TablePlan, Unit } from './tables';

/*
 * Which counts of a report are hidden, so that no small one can be read off, or worked out from those that are shown.
 *
 * Small counts are hidden (primary). For each of them, shown in a table or only the difference of two that are, it is then made
 * sure that there is another caseload which gives the very same report, every figure that is shown being equal, and in which that
 * count is larger by the threshold. Whoever has the report cannot tell the two apart, by subtraction or by any other means, so the
 * count may be anything between. The other caseload is made of this one: some of what is counted is sorted otherwise, two and two
 * exchanging one answer so that totals stay. What that changes in any table is hidden too (secondary); of the ways to do it the one
 * that hides least is taken. Where none is left, all of these counts are hidden.
 *
 * Rounding to five was not chosen: totals would no longer be the sum of their rows, and funders add. Bounds by linear programming say
 * the same as these exchanges for a table of two dimensions, but of three they say nothing about whole numbers.
 */

export interface ConcealRule {
  /** Counts from one to below this are hidden. */
  readonly threshold: number;
  /** Whether none is shown as 0. */
  readonly showZero: boolean;
}

/** Answers that go together: who knows the force knows the jurisdiction. Such attributes change hands as one. */
export type Together = readonly (readonly string[])[];

type Edit = readonly [before: Unit | null, after: Unit | null];
interface Way {
  readonly hides: readonly string[];
  readonly cost: number;
}
interface Alike {
  readonly unit: Unit;
  readonly count: number;
}
interface Search {
  readonly units: readonly Unit[];
  readonly size: number;
  readonly together: Together;
  readonly wayOf: (edits: readonly Edit[]) => Way;
}

/** More ways of one sort are not looked at: the first are of the largest groups. */
const mostSources = 8;
/** So many are held against so many to find pairs that are alike. */
const mostComing = 24;
const mostGoing = 120;

/** The names (`nameOf`) of the counts that are not shown. */
export function concealed(
  units: readonly Unit[],
  tables: readonly TablePlan[],
  rule: ConcealRule,
  together: Together = [],
): ReadonlySet<string> {
  const shown = shownCounts(tables);
  const groups = alikeIn(units);
  const counts = new Map([...shown].map(([name, { condition }]) => [name, countOf(groups, condition)]));
  const isSmall = (count: number): boolean => count < rule.threshold && (count > 0 || !rule.showZero);
  const hidden = new Set([...shown.keys()].filter((name) => isSmall(counts.get(name) ?? 0)));
  const search: Search = {
    // More of those that are alike than can change at once make no other way.
    units: groups.flatMap(({ unit, count }) =>
      Array.from({ length: Math.min(count, rule.threshold) }, () => ({ ...unit })),
    ),
    ...{ together, size: rule.threshold },
    wayOf: costs(tables, shown, hidden, counts),
  };
  for (const [name, condition] of countsToKeep(tables)) {
    const count = countOf(groups, condition);
    // That there is none of what is not in any table is no figure of anybody.
    if (!isSmall(count) || (count === 0 && !shown.has(name))) continue;
    const way = bestWay(search, condition);
    if (way === null) return new Set(shown.keys());
    for (const each of way.hides) hidden.add(each);
  }
  return hidden;
}

/** Those that are sorted alike in everything, together. */
function alikeIn(units: readonly Unit[]): readonly Alike[] {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    const key = JSON.stringify(Object.entries(unit).sort(([a], [b]) => (a < b ? -1 : 1)));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [unit]);
    else group.push(unit);
  }
  return [...groups.values()].flatMap(([unit, ...others]) =>
    unit === undefined ? [] : [{ unit, count: others.length + 1 }],
  );
}

function countOf(groups: readonly Alike[], condition: Condition): number {
  return groups.reduce((sum, { unit, count }) => sum + (isOf(unit, condition) ? count : 0), 0);
}

interface ShownCount {
  readonly condition: Condition;
  /** By how many attributes it is divided: fewer is a total, which is hidden last. */
  readonly depth: number;
}

function shownCounts(tables: readonly TablePlan[]): ReadonlyMap<string, ShownCount> {
  return new Map(
    tables.flatMap((table) =>
      rowsOf(table).flatMap(({ row }) =>
        table.columns.map((column) => {
          const condition = cellOf(row, table, column);
          return [nameOf(condition), { condition, depth: condition.length }] as const;
        }),
      ),
    ),
  );
}

/** Every count that somebody with the tables could want to know: each cell, each stage alone, each stretch of stages. */
function countsToKeep(tables: readonly TablePlan[]): ReadonlyMap<string, Condition> {
  const found = new Map<string, Condition>();
  for (const table of tables) {
    const columns = [...table.columns, ...stretches(table).map((answers) => ({ answers }))];
    for (const { row } of rowsOf(table))
      for (const column of columns) {
        const condition = cellOf(row, table, column);
        found.set(nameOf(condition), condition);
      }
  }
  return found;
}

function stretches({ answers, isChain }: TablePlan): readonly (readonly string[])[] {
  if (!isChain) return answers.map((each) => [each]);
  return answers.flatMap((_, from) =>
    answers.slice(from).map((_end, length) => answers.slice(from, from + length + 1)),
  );
}

/** What each way of sorting otherwise would have to hide. */
function costs(
  tables: readonly TablePlan[],
  shown: ReadonlyMap<string, ShownCount>,
  hidden: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
): Search['wayOf'] {
  const attributes = [
    ...new Set(tables.flatMap(({ counts: of, by }) => [of, ...by.map(({ attribute }) => attribute)])),
  ];
  const known = new Map<string, readonly string[]>();
  const namesOf = (unit: Unit): readonly string[] => {
    const key = attributes.map((each) => unit[each]).join('\u0000');
    const names = known.get(key) ?? countedIn(unit, shown);
    known.set(key, names);
    return names;
  };
  return (edits) => {
    const changes = new Map<string, number>();
    const add = (unit: Unit | null, by: number): void => {
      if (unit !== null) for (const name of namesOf(unit)) changes.set(name, (changes.get(name) ?? 0) + by);
    };
    for (const [before, after] of edits) {
      add(before, -1);
      add(after, 1);
    }
    const hides = [...changes].filter(([name, by]) => by !== 0 && !hidden.has(name)).map(([name]) => name);
    const cost = hides.reduce((sum, name) => {
      const depth = shown.get(name)?.depth ?? 0;
      return sum + 100 ** Math.max(0, 2 - depth) * (1 + (counts.get(name) ?? 0) / 1000);
    }, 0);
    return { hides, cost };
  };
}

function countedIn(unit: Unit, shown: ReadonlyMap<string, ShownCount>): readonly string[] {
  return [...shown].filter(([, { condition }]) => isOf(unit, condition)).map(([name]) => name);
}

/** The way that hides least to make a count larger by the threshold; null where there is none. */
function bestWay(search: Search, condition: Condition): Way | null {
  let best: Way | null = null;
  for (const edits of waysTo(search, condition)) {
    if (risesBy(edits, condition) < search.size) continue;
    const way = search.wayOf(edits);
    if (best === null || way.cost < best.cost) best = way;
    if (best.cost === 0) return best;
  }
  return best;
}

/** How much larger a count is in the other caseload. */
function risesBy(edits: readonly Edit[], condition: Condition): number {
  const one = (unit: Unit | null): number => (unit !== null && isOf(unit, condition) ? 1 : 0);
  return edits.reduce((sum, [before, after]) => sum + one(after) - one(before), 0);
}

function* waysTo(search: Search, condition: Condition): Generator<readonly Edit[]> {
  const { units, size } = search;
  for (const [attribute, answers] of condition) {
    const others = condition.filter(([each]) => each !== attribute);
    const coming = units.filter((unit) => isOf(unit, others) && !answers.includes(unit[attribute] ?? ''));
    if (coming.length < size) continue;
    const to = units.filter((unit) => isOf(unit, [[attribute, answers]]));
    const going = to.filter((unit) => !isOf(unit, others));
    for (const group of groupsBy(coming, attribute, size)) {
      for (const partners of [...groupsBy(going, others[0]?.[0] ?? attribute, size), going])
        yield* exchanges(search, group, partners, attribute);
      yield* transfers(search, group, to, attribute, answers);
    }
  }
  const [model = units[0]] = units.filter((unit) => isOf(unit, condition));
  if (model === undefined) return;
  const added = { ...model, ...Object.fromEntries(condition.map(([name, [answer = '']]) => [name, answer])) };
  yield Array.from({ length: size }, () => [null, added] as const);
}

/** Those with one answer together, where there are enough, the largest first; and all of them. */
function groupsBy(units: readonly Unit[], attribute: string, size: number): readonly (readonly Unit[])[] {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    const group = groups.get(unit[attribute] ?? '');
    if (group === undefined) groups.set(unit[attribute] ?? '', [unit]);
    else group.push(unit);
  }
  const large = [...groups.values()].filter((each) => each.length >= size);
  large.sort((a, b) => b.length - a.length);
  return [...large.slice(0, mostSources), ...(groups.size > 1 ? [units] : [])];
}

function taken(together: Together, from: Unit, attribute: string): Unit {
  const names = together.find((each) => each.includes(attribute)) ?? [attribute];
  return Object.fromEntries(names.map((name) => [name, from[name] ?? '']));
}

/** Two and two exchange an answer: those of each pair are as alike as can be found. */
function* exchanges(
  { size, together }: Search,
  coming: readonly Unit[],
  going: readonly Unit[],
  attribute: string,
): Generator<readonly Edit[]> {
  const pairs = pairsOf(coming, going, size, attribute);
  if (pairs.length < size) return;
  yield pairs.flatMap(([one, other]) => [
    [one, { ...one, ...taken(together, other, attribute) }] as const,
    [other, { ...other, ...taken(together, one, attribute) }] as const,
  ]);
}

function pairsOf(
  coming: readonly Unit[],
  going: readonly Unit[],
  size: number,
  attribute: string,
): readonly (readonly [Unit, Unit])[] {
  const free = going.slice(0, mostGoing);
  const pairs: [Unit, Unit, number][] = [];
  for (const one of coming.slice(0, mostComing)) {
    let nearest = -1;
    let most = -1;
    free.forEach((other, at) => {
      const alike = likeness(one, other, attribute);
      if (alike > most) [nearest, most] = [at, alike];
    });
    const [other] = nearest < 0 ? [] : free.splice(nearest, 1);
    if (other !== undefined) pairs.push([one, other, most]);
  }
  return pairs
    .sort((a, b) => b[2] - a[2])
    .slice(0, size)
    .map(([one, other]) => [one, other]);
}

function likeness(one: Unit, other: Unit, attribute: string): number {
  return Object.keys(one).filter((name) => name !== attribute && one[name] === other[name]).length;
}

/** Some are sorted otherwise, and nothing in return: totals change with them. */
function* transfers(
  { size, together }: Search,
  coming: readonly Unit[],
  to: readonly Unit[],
  attribute: string,
  answers: readonly string[],
): Generator<readonly Edit[]> {
  const [like] = to;
  const target: Unit =
    like === undefined ? { [attribute]: answers[0] ?? '' } : taken(together, like, attribute);
  yield coming.slice(0, size).map((unit) => [unit, { ...unit, ...target }] as const);
}
