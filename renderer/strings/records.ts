import type { RecordQuestion } from '../../shared/models/record';
import { printMoment } from './dates';

const kinds: Readonly<Record<string, string>> = {
  case: 'the case itself',
  entry: 'chronology entry',
  register: 'person, place or order',
  view: 'saved view',
  provenance: 'where an exhibit came from',
  handover: 'handover of an exhibit',
  'date-choice': 'date of an exhibit',
  exhibit: 'name of an exhibit',
  'text-correction': 'corrected text of a page',
  languages: 'languages of a case or exhibit',
  protected: 'line of the protected list',
  permission: 'permission for an exhibit to go',
  'leaving-answer': 'answer before something left',
  proceedings: 'court proceedings',
  redaction: 'what is covered in a redacted copy',
  pair: 'two pictures that look alike',
  run: 'joined conversation',
  producer: 'producer of exhibits',
  'partner-office': 'partner office',
  'column-mapping': 'columns of a table',
  breach: 'something lost or stolen',
  'bundle-profile': 'own profile for bundles',
  'pdf-password': 'password of a PDF',
  'page-turns': 'pages that were turned',
  'case-details': 'details of the case',
  'conflict-check': 'conflict check',
  contact: 'contact',
  'support-note': 'support note',
  consent: 'consent',
  task: 'task or review',
  assessment: 'risk assessment',
  'plan-action': 'action of the risk plan',
  'safety-plan': 'safety plan',
  'order-breach': 'breach of an order, as decided',
  'police-report': 'report to the police',
  'police-request': 'something asked of the police',
  'case-event': 'what happened in the response',
  'victim-statement': 'victim personal statement',
  'information-request': 'request for information',
  'put-off': 'line that was put off',
  letter: 'letter or document',
  'letter-template': 'template of a letter',
  'legal-hold': 'legal hold',
  'retention-rule': 'how long something is kept',
  'subject-access': 'request for somebody’s own data',
  'data-complaint': 'complaint about data',
};

/** What a kind of record is called; a kind of a newer Holdfast by its own name. */
export const recordKindText = (kind: string): string => kinds[kind] ?? kind;

type Side = RecordQuestion['sides'][number];

/** `Ours, M. Hart, 21 Nov 2026, 16:40`. */
export function sideName({ isOurs, author, at }: Side, index: number): string {
  const whose = isOurs ? 'Ours' : index === 0 ? 'Another office’s' : 'The other office’s';
  return [whose, author, at === '' ? '' : printMoment(at)].filter((part) => part !== '').join(', ');
}

/** Who alone changed a field, where nobody need choose. */
export function changedBy(
  verdict: RecordQuestion['fields'][number]['verdict'],
  side: number | null,
  sides: readonly Side[],
): string {
  if (verdict === 'asked') return 'changed in both';
  if (verdict === 'same') return 'changed alike';
  if (verdict === 'joined') return 'put together from both';
  const found = side === null ? undefined : sides[side];
  if (found === undefined) return '';
  return found.isOurs ? 'changed here alone' : 'changed there alone';
}
