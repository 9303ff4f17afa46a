import type { SystemClipboard } from './copies';

/** The clipboard of Electron 44 and newer, which takes several formats at once. */
interface Newer<Item> {
  readonly write: (items: Item[]) => Promise<void>;
  readonly readText: () => Promise<string>;
  readonly clear: () => unknown;
  readonly selection?: Newer<Item>;
}

/** The clipboard of older ones, such as the test runtime's: text alone, and the other clipboard by its name. */
interface Older {
  readonly writeText: (text: string, type?: 'selection') => unknown;
  readonly readText: (type?: 'selection') => unknown;
  readonly clear: (type?: 'selection') => unknown;
}

/** What of Electron is used here. */
export interface ElectronClipboards {
  readonly clipboard: object;
  readonly ClipboardItem?: new (items: Record<string, string>) => unknown;
}

/**
 * Formats beside the text by which a system is asked to keep it out of its clipboard history, its cloud and other devices, and
 * what has to stand in each: Windows' three (learn.microsoft.com, Clipboard Formats), the mark of nspasteboard.org that
 * clipboard managers on macOS look for, and that of KDE's, which others on Linux follow.
 */
export function privateFormats(platform: NodeJS.Platform): Readonly<Record<string, string>> {
  const no = '\0\0\0\0';
  if (platform === 'win32') {
    return {
      ExcludeClipboardContentFromMonitorProcessing: '1',
      CanIncludeInClipboardHistory: no,
      CanUploadToCloudClipboard: no,
    };
  }
  return platform === 'darwin'
    ? { 'org.nspasteboard.ConcealedType': '1' }
    : { 'x-kde-passwordManagerHint': 'secret' };
}

/** The clipboards of this system, whichever Electron it is. Only a newer one can ask the system to keep nothing. */
export function systemClipboards(
  electron: ElectronClipboards,
  platform: NodeJS.Platform,
): { readonly clipboard: SystemClipboard; readonly selection: SystemClipboard | null } {
  const { ClipboardItem: Item } = electron;
  if (Item === undefined) {
    const older = electron.clipboard as Older;
    return {
      clipboard: ofOlder(older),
      selection: platform === 'linux' ? ofOlder(older, 'selection') : null,
    };
  }
  const newer = electron.clipboard as Newer<unknown>;
  const itemOf = (text: string): unknown => {
    const formats = Object.entries(privateFormats(platform)).map(
      ([name, value]) => [`electron application/osclipboard;format="${name}"`, value] as const,
    );
    return new Item({ 'text/plain': text, ...Object.fromEntries(formats) });
  };
  return {
    clipboard: ofNewer(newer, itemOf),
    selection: newer.selection === undefined ? null : ofNewer(newer.selection, itemOf),
  };
}

function ofNewer(board: Newer<unknown>, itemOf: (text: string) => unknown): SystemClipboard {
  return {
    write: (text) => board.write([itemOf(text)]),
    read: () => board.readText(),
    clear: async () => {
      await board.clear();
    },
  };
}

function ofOlder(board: Older, type?: 'selection'): SystemClipboard {
  return {
    write: async (text) => {
      await board.writeText(text, type);
    },
    read: async () => String(await board.readText(type)),
    clear: async () => {
      await board.clear(type);
    },
  };
}
