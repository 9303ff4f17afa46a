import type { Job } from '../../shared/models/job';

const titles: Readonly<Record<Job['kind'], string>> = {
  import: 'Taking evidence in',
  bundle: 'Building the bundle',
  'transfer-out': 'Writing the package',
  'transfer-in': 'Opening the package',
};
export function jobTitle(kind: Job['kind']): string {
  return titles[kind];
}

const steps: Readonly<Record<Job['step'], string>> = {
  reading: 'reading and encrypting',
  previews: 'making previews',
  planning: 'reading exhibits',
  typesetting: 'setting the text',
  assembling: 'putting pages together',
  checking: 'checking the finished file',
  writing: 'writing',
  verifying: 'checking what was written',
  finished: 'done',
};
export function stepText(step: Job['step']): string {
  return steps[step];
}
