import type { Body, Version } from '../../../shared/domain/records/version';
import { kindOf } from '../../../shared/records/all';
import type { AnyKind } from '../../../shared/records/define';
import { uuidOf } from './uuid-of';

/** Whether a version stands under the id that its kind asks for. What cannot be read says nothing of that. */
export function isUnderItsId({
  recordId,
  kind: name,
  caseId,
  body,
}: Pick<Version, 'recordId' | 'kind' | 'caseId' | 'body'>): boolean {
  const kind = kindOf(name);
  // Whether there is only one is asked first: most kinds have any number, and reading a body costs.
  if (kind === undefined || kind.onlyOneAbout === null || body === null || !kind.isBody(body)) return true;
  return recordId === idFor(kind, body, caseId);
}

/**
 * The id of the one record of a kind about something, most often an exhibit: the same in every office, so that two that write
 * about one exhibit without knowing of each other make two versions of one record, and not two records.
 */
export function recordIdAbout(kind: string, what: string): string {
  return uuidOf(`holdfast/record/${kind}/${what}`);
}

/** The id of the record that a body belongs to; null for a kind of which there may be any number. */
export function idFor(kind: AnyKind, body: Body, caseId: string | null): string | null {
  return kind.onlyOneAbout === null ? null : recordIdAbout(kind.kind, kind.onlyOneAbout(body, caseId));
}

/** The id of the one record of what a person corrected in the text of a page of an exhibit. */
export function correctionId(itemId: string, page: number): string {
  return recordIdAbout('text-correction', `${itemId} ${String(page)}`);
}
