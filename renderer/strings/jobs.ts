import type { Job } from '../../shared/models/job';
import { printSize } from './sizes';

const titles: Readonly<Record<Job['kind'], string>> = {
  import: 'Taking evidence in',
  bundle: 'Building the bundle',
  pack: 'Making the evidence pack',
  'transfer-out': 'Writing the package',
  'transfer-in': 'Opening the package',
  'transfer-wipe': 'Wiping the package',
  'transfer-look': 'Comparing the package with what is here',
  check: 'Checking the vault',
  backup: 'Backing up',
  restore: 'Restoring the vault',
  text: 'Reading text in pictures',
  likeness: 'Comparing pictures',
  copies: 'Making copies for bundles',
  redaction: 'Making the redacted copy',
  messages: 'Reading messages',
};
export function jobTitle(kind: Job['kind']): string {
  return titles[kind];
}

const steps: Readonly<Record<Job['step'], string>> = {
  waiting: 'waiting until other work has ended',
  reading: 'reading and encrypting',
  previews: 'making previews',
  planning: 'reading exhibits',
  typesetting: 'setting the text',
  assembling: 'putting pages together',
  checking: 'checking the finished file',
  writing: 'writing',
  verifying: 'checking what was written',
  copying: 'copying what is new',
  restoring: 'restoring it as a trial',
  expanding: 'taking out what is inside',
  recognising: 'recognising text',
  comparing: 'comparing',
  redacting: 'covering and writing',
  finished: 'done',
};

/** The same step is another thing in another kind of work. */
const stepsOf: Readonly<Partial<Record<Job['kind'], Readonly<Partial<Record<Job['step'], string>>>>>> = {
  check: { reading: 'getting ready', checking: 'reading and comparing', verifying: 'reading and comparing' },
  pack: { reading: 'getting ready', planning: 'reading exhibits', writing: 'writing and comparing' },
  'transfer-wipe': { checking: 'checking that it is that package', writing: 'overwriting' },
  'transfer-look': { verifying: 'reading and checking it' },
  backup: { reading: 'getting ready', verifying: 'comparing it with the vault' },
  restore: {
    reading: 'getting ready',
    copying: 'copying',
    restoring: 'copying',
    verifying: 'checking what was restored',
  },
};
export function stepText(step: Job['step'], kind: Job['kind']): string {
  return stepsOf[kind]?.[step] ?? steps[step];
}

/** Behind the time that is left, where it is that of one step alone. */
export const ofThisStep = 'for this step';

/** Of these people count files, pages or pictures. */
const inPieces: readonly Job['kind'][] = ['import', 'bundle', 'text'];
/** Somebody stands before a stick and waits: how much there is of it says how long. */
const inBytes: readonly Job['kind'][] = ['transfer-out', 'transfer-in', 'transfer-look'];

/** How much of it is done, in what people count it by; the others count bytes that say nothing to anybody. */
export function doneText({ kind, done, total }: Pick<Job, 'kind' | 'done' | 'total'>): string {
  if (total === 0) return '';
  if (inPieces.includes(kind)) return `${done} of ${total}`;
  if (inBytes.includes(kind)) return `${printSize(Math.min(done, total))} of ${printSize(total)}`;
  return `${Math.round((100 * Math.min(done, total)) / total)} %`;
}
