import type { Tone } from '../kit/tone';

export interface NoticeWords {
  readonly tone: Tone;
  readonly title: string;
  readonly words: string;
  /** Where something can be done about it. */
  readonly to?: { readonly screen: 'vault' | 'audit'; readonly label: string };
}

const toVault = { screen: 'vault', label: 'Vault and safety' } as const;

/** What is found on opening a vault, worst first: the order they are shown in. */
const notices: Readonly<Record<string, NoticeWords>> = {
  'key-file-damaged': {
    tone: 'red',
    title: 'One of the two copies of the key file is damaged',
    words: 'It could not be written again. Back up now, before you lock.',
    to: toVault,
  },
  'missing-files': {
    tone: 'red',
    title: 'Some stored files are missing from the vault folder',
    words: 'Make a copy of the folder as it is, then look at what a check finds.',
    to: toVault,
  },
  attempts: {
    tone: 'amber',
    title: 'Somebody tried to unlock this vault and failed',
    words: 'That may have been you. When and how often is in the record of acts.',
    to: { screen: 'audit', label: 'Look at the record' },
  },
  'cloud-folder': {
    tone: 'amber',
    title: 'The vault folder lies in cloud storage',
    words:
      'What leaves this computer is encrypted, but a service that copies files while they change can damage the vault. Move the folder to this computer’s own disk and use backups instead.',
  },
  'network-folder': {
    tone: 'amber',
    title: 'The vault folder lies on a network drive',
    words:
      'If the connection drops while something is written, it may be lost. Move the folder to this computer’s own disk and use backups instead.',
  },
  'core-files': {
    tone: 'amber',
    title: 'If Holdfast crashed, what is open could be left on the disk',
    words:
      'This computer keeps the memory of a program that crashes, and Holdfast was started in a way that does not prevent it. Lock, and start Holdfast by its own icon or by the program named holdfast.',
  },
  'kit-untested': {
    tone: 'amber',
    title: 'There is no tested recovery kit',
    words:
      'If the passphrase is lost, so is every case. A kit takes ten minutes: print it, test it, put it away.',
    to: toVault,
  },
  'backup-overdue': {
    tone: 'amber',
    title: 'It is time for a backup',
    words: 'If this computer is lost or stops working, what is not backed up is gone.',
    to: toVault,
  },
  'key-file-repaired': {
    tone: 'accent',
    title: 'One of the two copies of the key file was damaged or missing',
    words: 'It was written again from the other one.',
  },
  'unreferenced-files': {
    tone: 'accent',
    title: 'Some files in the vault folder belong to nothing',
    words: 'Most likely the computer stopped in the middle of an import. They do no harm.',
  },
};

const order = Object.keys(notices);

/** The notices of a vault in the order of their weight, each with its words. */
export function noticesOf(codes: readonly string[]): readonly (NoticeWords & { readonly code: string })[] {
  const at = (code: string): number => (order.includes(code) ? order.indexOf(code) : order.length);
  return [...new Set(codes)]
    .sort((one, other) => at(one) - at(other))
    .map((code) => ({
      code,
      ...(notices[code] ?? { tone: 'amber' as const, title: 'Found when the vault was opened', words: code }),
    }));
}
