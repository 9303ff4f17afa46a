import { printUkMoment } from '../../../shared/domain/dates/uk-moment';
import { printDate } from '../../../shared/domain/dates/print';
import type { Recipient } from '../../../shared/models/leaving-gate';
import { anyPlace, leavingAnswerKind } from '../../../shared/records/leaving-answer';
import type { LeavingAnswer } from '../../../shared/records/leaving-answer';
import { permissionKind } from '../../../shared/records/permission';
import { permissionText } from '../../../shared/records/words/leaving-words';
import type { VaultContext } from '../../vault/api';
import { listRecords } from '../records/read-records';

/** Something that a person decided so that a pack could go. */
export interface Decided {
  /** The exhibit, or that it is about none. */
  readonly about: string;
  readonly what: string;
  readonly by: string;
}

/**
 * The permissions and answers that exhibits go to somebody by. In whose words, and why, stays with the case: that may say what the
 * answer lets go elsewhere.
 */
export function readDecided(
  context: VaultContext,
  caseId: string,
  recipient: Recipient,
  refs: ReadonlyMap<string, string>,
): readonly Decided[] {
  const permissions = listRecords(context, caseId, permissionKind.kind).flatMap(
    ({ body, author }): readonly Decided[] => {
      const { data } = permissionKind.body.safeParse(body);
      const about = data === undefined ? undefined : refs.get(data.itemId);
      if (data?.recipient !== recipient || about === undefined) return [];
      const by = `given by ${data.givenBy}, ${printDate(data.on, null)}; written down by ${author}`;
      return [{ about, what: permissionText[data.what], by }];
    },
  );
  const answers = listRecords(context, caseId, leavingAnswerKind.kind).flatMap(
    ({ body, author, updatedAt }): readonly Decided[] => {
      const { data } = leavingAnswerKind.body.safeParse(body);
      if (data?.recipient !== recipient) return [];
      const about = data.itemId === null ? 'The papers' : refs.get(data.itemId);
      if (about === undefined) return [];
      return [{ about, what: foundText(data), by: `${author}, ${printUkMoment(updatedAt)}` }];
    },
  );
  return [...permissions, ...answers];
}

function foundText({ code, protectedId }: LeavingAnswer): string {
  if (code === 'protected-words') return 'Words of the client’s side that are kept back elsewhere may go';
  return protectedId === anyPlace
    ? 'The original may go with the place where it was made'
    : 'The original may go with the place where it was made, which is near one of the client’s side';
}
