import { randomBytes } from 'node:crypto';
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { VaultStatus } from '../../shared/contract/vault-methods';
import type { PathPurpose } from '../../shared/contract/outside';
import type { UiInput } from '../../shared/contract/ui-methods';
import { letterFileName } from '../../shared/domain/casework/letters/file-name';
import { ukDay } from '../../shared/domain/dates/standing';
import { readClock } from '../clock';
import type { Copies } from './copies';
import { listDrives } from './drives';
import type { UiHandlers } from './ipc';
import { createLicences } from './licences';
import type { Players } from './players';
import type { VaultProcess } from './vault-process';
import { suggestPackageName, suggestReceiptName } from '../services/transfer/suggest-name';
import { holdsVault } from '../vault/holds-vault';
import { placeWarning } from '../vault/place';

interface Deps {
  readonly window: BrowserWindow;
  readonly vault: VaultProcess;
  readonly players: Players;
  readonly folder: string;
  readonly lock: () => Promise<void>;
  readonly status: () => VaultStatus;
  /** Gives the page a fresh port to the vault process. */
  readonly connect: () => Promise<void>;
  readonly sealed: () => void;
  readonly copies: Copies;
}

const notSaved = { saved: false, bytes: null, sha256: null };

/** Status of a vault nobody has unlocked: only whether there is one. */
export function closedStatus(folder: string): VaultStatus {
  return { state: holdsVault(folder) ? 'locked' : 'none', slotName: null, notices: [] };
}

/** What main answers for the page: dialogs and the lock are its own, everything else goes to the vault process. */
export function createUiHandlers(deps: Deps): UiHandlers {
  const { vault, window, folder, players } = deps;
  const licences = createLicences();

  // The system's own "recent files" must not learn what was opened or saved.
  const privately = { properties: ['dontAddToRecent' as const] };

  async function pick(kind: 'openFile' | 'openDirectory', caseId: string) {
    const chosen = await dialog.showOpenDialog(window, {
      properties: [kind, 'multiSelections', ...privately.properties],
    });
    return chosen.canceled || chosen.filePaths.length === 0
      ? null
      : vault.call('evidence.import', { caseId, paths: chosen.filePaths });
  }

  async function saveAs(name: string): Promise<string | null> {
    const chosen = await dialog.showSaveDialog(window, {
      defaultPath: name,
      properties: ['showOverwriteConfirmation', 'createDirectory', ...privately.properties],
    });
    return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
  }

  /** The vault process keeps the path; the page gets a token that only that process understands. */
  async function kept(path: string, purpose: PathPurpose): Promise<{ token: string; label: string }> {
    const { token } = await vault.call('paths.keep', { path, purpose });
    return { token, label: path };
  }

  async function pickPath(purpose: UiInput<'paths.pick'>['purpose']): Promise<string | null> {
    const filters = {
      package: [{ name: 'Holdfast package', extensions: ['hfcase', '001'] }],
      receipt: [{ name: 'Receipt', extensions: ['txt'] }],
      // One that was half overwritten has another name.
      wipe: [{ name: 'Holdfast package', extensions: ['hfcase', 'part'] }],
      table: [{ name: 'Table or chronology', extensions: ['csv', 'tsv', 'txt', 'json'] }],
      language: [{ name: 'Language for Tesseract', extensions: ['traineddata', 'gz'] }],
    };
    const chosen = await dialog.showOpenDialog(
      window,
      purpose in filters
        ? {
            properties: ['openFile', ...privately.properties],
            filters: filters[purpose as keyof typeof filters],
          }
        : { properties: ['openDirectory', 'createDirectory', ...privately.properties] },
    );
    return chosen.filePaths[0] ?? null;
  }

  return {
    'app.info': () => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      platform: process.platform,
      vaultFolder: folder,
      placeWarning: placeWarning(folder),
    }),
    'app.licences': async () => ({
      parts: await licences.readNotices(),
      runtime: (await licences.ofRuntime()).map(({ name }) => name),
    }),
    'app.runtimeLicence': async ({ index }) => ({ text: (await licences.ofRuntime())[index]?.text ?? '' }),
    'vault.status': () => deps.status(),
    'vault.connect': async () => {
      await deps.connect();
      return {};
    },
    'vault.sealed': () => {
      deps.sealed();
      return {};
    },
    'vault.lock': async () => {
      await deps.lock();
      return closedStatus(folder);
    },
    'evidence.pickFiles': ({ caseId }) => pick('openFile', caseId),
    'evidence.pickFolder': ({ caseId }) => pick('openDirectory', caseId),
    'evidence.importDropped': async (input) =>
      (await agrees(window, input.paths)) ? vault.call('evidence.import', input) : null,
    'evidence.saveCopy': async ({ id, form, recipient }) => {
      const { name } = await vault.call('evidence.suggestName', { id, form });
      const path = await saveAs(name);
      return path === null
        ? notSaved
        : { saved: true, ...(await vault.call('evidence.saveCopy', { id, form, path, recipient })) };
    },
    'bundle.save': async ({ id, recipient, file }) => {
      const { name } = await vault.call('bundle.suggestName', { id, file });
      const path = await saveAs(name);
      return path === null
        ? notSaved
        : { saved: true, ...(await vault.call('bundle.save', { id, path, recipient, file })) };
    },
    'paths.pick': async ({ purpose }) => {
      const path = await pickPath(purpose);
      return path === null ? null : kept(path, `pick ${purpose}`);
    },
    'paths.save': async ({ purpose, letter }) => {
      const path = await saveAs(suggestName(purpose, readClock(), letter));
      return path === null ? null : kept(path, `save ${purpose}`);
    },
    'player.open': ({ id }) => ({ token: players.open(id) }),
    'drives.list': () => listDrives(),
    'offices.copyCard': async () => {
      const { text } = await vault.call('offices.ownCard', {});
      await deps.copies.copy(text);
      return {};
    },
    'clipboard.copy': async ({ text }) => {
      await deps.copies.copy(text);
      return {};
    },
    'clipboard.selected': ({ sha256 }) => {
      deps.copies.selected(sha256);
      return {};
    },
  };
}

/** Dropped paths that are named in full before they are taken in. */
const mostNamed = 12;

/** Asks about what was dropped: a page that has been taken over can name any path, and main sees no drop. */
async function agrees(window: BrowserWindow, paths: readonly string[]): Promise<boolean> {
  const more = paths.length - mostNamed;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Holdfast',
    message: 'Take what was dropped into the case?',
    detail: [...paths.slice(0, mostNamed), ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
    buttons: ['Take it in', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/** `Holdfast record 2026-11-24.jsonl`: what kind of file, the day, and nothing of what is in it. */
function suggestName(
  purpose: UiInput<'paths.save'>['purpose'],
  now: Date,
  letter: UiInput<'paths.save'>['letter'],
): string {
  const day = ukDay(now);
  switch (purpose) {
    case 'package':
      return suggestPackageName(randomBytes);
    case 'readme':
      return 'README.txt';
    case 'key':
      return `Holdfast key ${day}.age`;
    case 'receipt':
      return suggestReceiptName(randomBytes);
    case 'pack':
      return `Evidence pack ${day}`;
    case 'pack-sealed':
      return `Evidence pack ${day}.tar.age`;
    case 'audit':
      return `Holdfast record ${day}.jsonl`;
    case 'calendar':
      return `Holdfast calendar ${day}.ics`;
    case 'labels':
      return `Holdfast labels ${day}.pdf`;
    case 'schedule':
      return `Holdfast exhibit schedule ${day}.pdf`;
    case 'letter-pdf':
      return letterFileName(letter, day, 'pdf');
    case 'letter-docx':
      return letterFileName(letter, day, 'docx');
    case 'custody':
      return `Holdfast custody ${day}.pdf`;
    // Carried about by a client: what it is must not stand in its name.
    case 'notes':
      return 'Notes.pdf';
    case 'certificate':
      return `Holdfast certificate ${day}.pdf`;
    case 'redacted-png':
      return `Redacted copy ${day}.png`;
    case 'redacted-jpg':
      return `Redacted copy ${day}.jpg`;
    case 'redacted-pdf':
      return `Redacted copy ${day}.pdf`;
    case 'chronology-pdf':
      return `Holdfast chronology ${day}.pdf`;
    case 'chronology-docx':
      return `Holdfast chronology ${day}.docx`;
    case 'chronology-csv':
      return `Holdfast chronology ${day}.csv`;
    case 'figures-pdf':
      return `Holdfast figures ${day}.pdf`;
    case 'figures-csv':
      return `Holdfast figures ${day}.csv`;
    case 'erasure':
      return `Certificate of erasure ${day}.pdf`;
    case 'chronology-json':
      return `Holdfast chronology ${day}.json`;
  }
}
