const none = { passed: 0, failed: 0, skipped: 0, reasons: [] };

/**
 * Counts of a Vitest JSON report. No report, or an exit code that the report does not explain, is one failure more.
 * Where tests were asked for by name, Vitest reports all others as skipped: only those that bear the name count.
 */
export function countVitest(report, code, name = '') {
  if (report === null) return { ...none, failed: 1 };
  const tests = report.testResults
    .flatMap((file) => file.assertionResults)
    .filter((test) => test.fullName.includes(name));
  const of = (...states) => tests.filter((test) => states.includes(test.status)).length;
  const failed = of('failed');
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  const skipped = tests.filter((test) => ['skipped', 'pending', 'todo', 'disabled'].includes(test.status));
  return {
    passed: of('passed'),
    failed: failed + brokenFiles + (code !== 0 && failed + brokenFiles === 0 ? 1 : 0),
    skipped: skipped.length,
    reasons: skipped.map((test) => test.fullName),
  };
}

/** Counts of a Playwright JSON report, by the same rules. */
export function countPlaywright(report, code) {
  if (report === null) return { ...none, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky;
  return {
    passed: expected,
    failed: failed + (code !== 0 && failed === 0 ? 1 : 0),
    skipped,
    reasons: skipped === 0 ? [] : skippedTitles(report.suites),
  };
}

function skippedTitles(suites) {
  return suites.flatMap((suite) => [
    ...skippedTitles(suite.suites ?? []),
    ...suite.specs
      .filter((spec) => spec.tests.some((test) => test.status === 'skipped'))
      .map((spec) => {
        const why = spec.tests.flatMap((test) => test.annotations).find((note) => note.type === 'skip');
        return `${spec.title}${why?.description === undefined ? '' : `: ${why.description}`}`;
      }),
  ]);
}

export function addCounts(counts) {
  return counts.reduce(
    (sum, part) => ({
      passed: sum.passed + part.passed,
      failed: sum.failed + part.failed,
      skipped: sum.skipped + part.skipped,
      reasons: [...sum.reasons, ...part.reasons],
    }),
    none,
  );
}

/** The closing line: `12 passed, 0 failed`. What was skipped is counted and named on the lines before it. */
export function summaryLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
