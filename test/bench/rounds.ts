type Round = (index: number) => number | Promise<number>;

/**
 * Measures both sides in turns, so that whatever else the machine does meets both alike, and lets each go first every
 * other time. One round of each comes before and is thrown away: it warms caches and compiled code.
 */
export async function inTurns(
  rounds: number,
  ours: Round,
  theirs: Round,
): Promise<{ readonly ours: readonly number[]; readonly theirs: readonly number[] }> {
  const kept = { ours: [] as number[], theirs: [] as number[] };
  for (let index = -1; index < rounds; index += 1) {
    const sides = [
      { values: kept.ours, run: ours },
      { values: kept.theirs, run: theirs },
    ];
    for (const { values, run } of index % 2 === 0 ? sides : sides.reverse()) {
      const value = await run(index);
      if (index >= 0) values.push(value);
    }
  }
  return kept;
}

/** Milliseconds that something takes. */
export async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
