/** The kinds of the casework that are written in a form of their fields (renderer/features/record-book), and what their drafts are called. */
export const recordForms = [
  'record-case-details',
  'record-conflict-check',
  'record-contact',
  'record-support-note',
  'record-consent',
  'record-task',
  'record-assessment',
  'record-plan-action',
  'record-safety-plan',
  'record-order-breach',
  'record-police-report',
  'record-police-request',
  'record-case-event',
  'record-victim-statement',
  'record-information-request',
  'record-letter',
  'record-legal-hold',
  'record-put-off',
  'record-register',
  'record-order',
  'record-letter-template',
  'record-retention-rule',
  'record-subject-access',
  'record-data-complaint',
] as const;
export type RecordForm = (typeof recordForms)[number];

const names: ReadonlySet<string> = new Set(recordForms);

/** Whether a draft is of such a form. */
export function isRecordForm(form: string): form is RecordForm {
  return names.has(form);
}
