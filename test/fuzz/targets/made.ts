import { evidenceFixtures } from '../../helpers/evidence-fixtures';
import type { EvidenceFixture } from '../../helpers/evidence-fixtures';
import { testFile } from '../../helpers/test-file';

/** Small right files of every kind whose names match. */
export async function fixturesOf(name: RegExp): Promise<readonly Buffer[]> {
  return (await all()).filter((each) => name.test(each.name)).map(({ bytes }) => bytes);
}

let made: Promise<readonly EvidenceFixture[]> | null = null;
const all = (): Promise<readonly EvidenceFixture[]> => (made ??= evidenceFixtures());

/** A file of test/fixtures. */
export const fixture = (...path: readonly string[]): Promise<Buffer> => testFile('fixtures', ...path);

export const texts = (...lines: readonly string[]): readonly Buffer[] =>
  lines.map((line) => Buffer.from(line));
