import { describe, expect, it } from 'vitest';
import { addCounts, countPlaywright, countVitest, summaryLine } from '../../scripts/test-summary.mjs';

const file = (status, ...statuses) => ({
  status,
  assertionResults: statuses.map((each) => ({ status: each, fullName: `a test that ${each}` })),
});

describe('the closing line of the tests', () => {
  it('adds up both runners', () => {
    const units = countVitest({ testResults: [file('passed', 'passed', 'passed')] }, 0);
    const ends = countPlaywright(
      { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, suites: [] },
      0,
    );
    expect(summaryLine(addCounts([units, ends]))).toBe('5 passed, 0 failed');
  });

  it('counts a runner without a report, a file that did not load and an unexplained exit code as failures', () => {
    expect(countVitest(null, 1).failed).toBe(1);
    expect(countPlaywright(null, 0).failed).toBe(1);
    expect(countVitest({ testResults: [file('failed')] }, 1).failed).toBe(1);
    expect(countVitest({ testResults: [file('passed', 'passed')] }, 1).failed).toBe(1);
  });

  it('counts a test that passed only at the second try as failed', () => {
    expect(
      countPlaywright({ stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 0 }, suites: [] }, 0).failed,
    ).toBe(1);
  });

  it('counts and names what was skipped', () => {
    const counts = countVitest({ testResults: [file('passed', 'skipped')] }, 0);
    expect(summaryLine(counts)).toBe('0 passed, 0 failed');
    expect(counts.skipped).toBe(1);
    expect(counts.reasons).toEqual(['a test that skipped']);
  });

  it('leaves out what was skipped only because another test was asked for', () => {
    const counts = countVitest({ testResults: [file('passed', 'skipped', 'passed')] }, 0, 'that passed');
    expect(counts).toMatchObject({ passed: 1, skipped: 0 });
  });
});
