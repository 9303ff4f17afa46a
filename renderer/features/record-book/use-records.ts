import type { RecordKind } from '../../../shared/records/define';
import { call, holdfast } from '../../kit/bridge';
import { useQuery } from '../../kit/hooks';
import type { Query } from '../../kit/hooks';

/** A record as a screen has it: its body as its kind reads it, with the fields of a newer Holdfast kept. */
export interface Shown<T> {
  readonly id: string;
  /** Of the version on the screen. */
  readonly version: string;
  readonly body: T;
  readonly title: string;
  readonly author: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly undecided: boolean;
  /** What everything that it names is called. */
  readonly names: Readonly<Record<string, string>>;
}

/** All records of a kind in a case, or of the office where it has no case, in the order in which they were made; null while they are being read. */
export function useRecords<T extends object>(
  caseId: string | null,
  kind: Pick<RecordKind<T>, 'kind' | 'body'>,
): Query<readonly Shown<T>[]> {
  return useQuery(
    `records-${kind.kind}-${caseId ?? 'office'}`,
    async () => {
      const all = await call(holdfast.records.list({ caseId, kind: kind.kind }));
      return all.flatMap((each): Shown<T>[] => {
        const read = kind.body.safeParse(each.body);
        return read.success ? [{ ...each, body: { ...each.body, ...read.data } }] : [];
      });
    },
    ['records', 'chronology'],
  );
}
