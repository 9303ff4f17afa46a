import { dateWords } from '../../shared/records/words/date-words';
import { counted } from './counts';

/** What the room of risk and safety says. */
export const riskText = {
  summary: (count: number): string =>
    count === 0
      ? 'No assessment is recorded yet.'
      : `${counted(count, 'assessment is', 'assessments are')} recorded.`,
  dueHere: 'What is due, and what makes a review necessary',
  nothingDue:
    'Nothing is missing or due here, and nothing since the last assessment makes a review necessary.',
  assessments: 'Assessments',
  addAssessment: 'Add an assessment',
  emptyTitle: 'No assessment recorded',
  empty:
    'Record the result of any named tool, who made it and when, what raises or lowers the risk with the entries it stands on, and the client’s own view. The wording of a tool is not held here: attach its form.',
  changed: 'The last two side by side',
  changedHint: 'What each says, where they differ. Nothing is counted up.',
  before: (title: string): string => `Before: ${title}`,
  now: (title: string): string => `Now: ${title}`,
  same: 'They say the same.',
  notSaid: 'not recorded',
  field: 'What',
  plan: 'Plan: remove, avoid, reduce, accept',
  addAction: 'Add an action',
  noPlan: 'No action is recorded. An assessment is answered by actions, each with an owner and a day.',
  done: 'Done today',
  doneOf: (text: string): string => `Done today: ${text}`,
  doneOn: (day: string): string => `done ${dateWords(day)}`,
  by: (owner: string): string => `Whose: ${owner}`,
  noOwner: 'whose: not recorded',
  due: (day: string): string => `by ${dateWords(day)}`,
  noDay: 'by when: not recorded',
  late: 'overdue',
  safety: 'Safety plan',
  safetyHint:
    'What the client carries. The paper has the heading and words that are typed here and nothing else: no name, no reference, no office, and a file name that says nothing.',
  noSafety: 'No safety plan is recorded.',
  addSafety: 'Write the safety plan',
  safetyTitle: 'Safety plan',
  carry: (answer: boolean | null): string => {
    if (answer === null) return 'Whether it is safe to carry is not recorded. Ask before it is handed over.';
    return answer
      ? 'The client says that it is safe to carry.'
      : 'The client says that it is not safe to carry.';
  },
  printA5: 'Save as paper, A5',
  printA4: 'Save as paper, A4',
  printed: (pages: number): string => `Saved, ${counted(pages, 'page', 'pages')}.`,
} as const;

/** What the forms of the room say. */
export const riskForm = {
  newAssessment: 'Add an assessment',
  changeAssessment: (title: string): string => `Change ${title}`,
  tools: (names: readonly string[]): string => `Such as ${names.join(', ')}, or any other name.`,
  factors: 'What raises or lowers the risk',
  addFactor: 'Add something that raises or lowers it',
  factor: (number: number): string => `Factor ${number}`,
  takeFactor: (number: number): string => `Take out factor ${number}`,
  factorText: 'In your own words',
  factorEntries: (number: number): string => `Entries that factor ${number} stands on`,
  result: 'Result',
  views: 'Views',
  next: 'Review',
  newAction: 'Add an action',
  changeAction: 'Change the action',
  afterAssessment: 'After the assessment',
  notSaid: 'Not said',
  parts: 'Parts of the plan',
  addPart: 'Add a part',
  part: (number: number): string => `Part ${number}`,
  takePart: (number: number): string => `Take out part ${number}`,
  partHeading: 'Heading',
  partText: 'Words',
} as const;
