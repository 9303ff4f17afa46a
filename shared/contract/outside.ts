/**
 * What of the computer outside the vault a method of the vault reads or writes. Each such path was chosen in a dialog that main
 * has shown: the page has a token for it, which is worth something for that purpose alone.
 */

/** What somebody is asked to choose a file or folder for that is there. */
export const pickPurposes = ['backup', 'restore', 'package', 'receipt', 'wipe', 'language', 'table'] as const;
/** What somebody is asked for a place to save. */
export const savePurposes = [
  'package',
  'receipt',
  'readme',
  'key',
  'pack',
  'pack-sealed',
  'audit',
  'calendar',
  'labels',
  'schedule',
  'certificate',
  'custody',
  'notes',
  'letter-pdf',
  'letter-docx',
  'redacted-png',
  'redacted-jpg',
  'redacted-pdf',
  'chronology-pdf',
  'chronology-docx',
  'chronology-csv',
  'chronology-json',
  'figures-pdf',
  'figures-csv',
  'erasure',
] as const;

type PickPurpose = (typeof pickPurposes)[number];
type SavePurpose = (typeof savePurposes)[number];
export type PathPurpose = `pick ${PickPurpose}` | `save ${SavePurpose}`;

export const pathPurposes: readonly PathPurpose[] = [
  ...pickPurposes.map((each) => `pick ${each}` as const),
  ...savePurposes.map((each) => `save ${each}` as const),
];

/** A method that reaches outside: which of its fields says where, and by which dialogs a person has said so. */
export interface Outside {
  readonly does: 'reads-outside' | 'writes-outside';
  readonly field: 'source' | 'target' | 'path' | 'paths' | 'folder';
  /** Null where main alone asks, with the path itself, after its own dialog (or the demo, on behalf of who started it). */
  readonly chosenBy: readonly PathPurpose[] | null;
}

const reads = (...chosenBy: PathPurpose[]): Outside => ({ does: 'reads-outside', field: 'source', chosenBy });
const writes = (...chosenBy: PathPurpose[]): Outside => ({
  does: 'writes-outside',
  field: 'target',
  chosenBy,
});
const byMain = (does: Outside['does'], field: Outside['field']): Outside => ({ does, field, chosenBy: null });

/** Every method of the vault that reaches outside. A path named by any other is refused (electron/vault-process/path-tokens.ts). */
export const outsideMethods: Readonly<Record<string, Outside>> = {
  'restore.inspect': reads('pick restore'),
  'restore.start': reads('pick restore'),
  'text.addLanguage': reads('pick language'),
  'chronology.readTable': reads('pick table'),
  'chronology.importFull': reads('pick table'),
  'transfer.inspect': reads('pick package'),
  'transfer.compare': reads('pick package'),
  'transfer.receive': reads('pick package'),
  'transfer.readReceipt': reads('pick receipt'),
  // It overwrites what was chosen.
  'transfer.wipe': { does: 'writes-outside', field: 'source', chosenBy: ['pick wipe'] },
  'backup.startAt': writes('pick backup'),
  'transfer.send': writes('save package'),
  'transfer.writeReceipt': writes('save receipt'),
  'transfer.printCustody': writes('save custody'),
  'rescue.saveReadme': writes('save readme'),
  'rescue.saveKey': writes('save key'),
  'pack.make': writes('save pack', 'save pack-sealed'),
  'audit.export': writes('save audit'),
  'casework.exportCalendar': writes('save calendar'),
  'exhibits.labels': writes('save labels'),
  'exhibits.schedule': writes('save schedule'),
  'exhibits.certificate': writes('save certificate'),
  'safety.print': writes('save notes'),
  'letters.save': writes('save letter-pdf', 'save letter-docx'),
  'redaction.save': writes('save redacted-png', 'save redacted-jpg', 'save redacted-pdf'),
  'chronology.export': writes(
    'save chronology-pdf',
    'save chronology-docx',
    'save chronology-csv',
    'save chronology-json',
  ),
  'figures.export': writes('save figures-pdf', 'save figures-csv'),
  'retention.certificate': writes('save erasure'),
  'vault.create': byMain('writes-outside', 'folder'),
  'vault.unlock': byMain('reads-outside', 'folder'),
  'paths.keep': byMain('reads-outside', 'path'),
  'evidence.import': byMain('reads-outside', 'paths'),
  'transfer.inspectFile': byMain('reads-outside', 'path'),
  'transfer.import': byMain('reads-outside', 'path'),
  'transfer.export': byMain('writes-outside', 'path'),
  'bundle.save': byMain('writes-outside', 'path'),
  'evidence.saveCopy': byMain('writes-outside', 'path'),
};
