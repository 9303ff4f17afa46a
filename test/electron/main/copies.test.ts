import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHash } from 'node:crypto';
import { copiedFor, createCopies } from '../../../electron/main/copies';
import type { Copies } from '../../../electron/main/copies';
import { privateFormats, systemClipboards } from '../../../electron/main/system-clipboard';

/** A clipboard of the system that anybody else may write to as well. */
function fakeClipboard() {
  const board = {
    text: '',
    write: (text: string) => {
      // As Windows keeps it.
      board.text = text.replaceAll('\n', '\r\n');
      return Promise.resolve();
    },
    read: (): Promise<string> => Promise.resolve(board.text),
    clear: () => {
      board.text = '';
      return Promise.resolve();
    },
  };
  return board;
}

let clipboard: ReturnType<typeof fakeClipboard>;
let selection: ReturnType<typeof fakeClipboard>;
let copies: Copies;
beforeEach(() => {
  vi.useFakeTimers();
  clipboard = fakeClipboard();
  selection = fakeClipboard();
  copies = createCopies({ clipboard, selection });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what Holdfast copies', () => {
  it('stands on the clipboard for a minute', async () => {
    await copies.copy('about 9pm\nhe waited');
    await vi.advanceTimersByTimeAsync(copiedFor - 1);
    expect(clipboard.text).toBe('about 9pm\r\nhe waited');
    await vi.advanceTimersByTimeAsync(1);
    expect(clipboard.text).toBe('');
    expect(copies.any()).toBe(false);
  });

  it('stands there for a minute from the last time', async () => {
    await copies.copy('one');
    await vi.advanceTimersByTimeAsync(copiedFor - 1);
    await copies.copy('two');
    await vi.advanceTimersByTimeAsync(copiedFor - 1);
    expect(clipboard.text).toBe('two');
    await vi.advanceTimersByTimeAsync(1);
    expect(clipboard.text).toBe('');
  });

  it('leaves what somebody has copied elsewhere since then, also when it locks', async () => {
    await copies.copy('one');
    clipboard.text = 'a shopping list';
    await copies.clear();
    await vi.advanceTimersByTimeAsync(2 * copiedFor);
    expect(clipboard.text).toBe('a shopping list');
  });

  it('goes at once when it locks, with what is selected', async () => {
    await copies.copy('one');
    selection.text = 'selected  on the page ';
    copies.selected(createHash('sha256').update('selected on the page').digest('hex'));
    expect(copies.any()).toBe(true);
    await copies.clear();
    expect([clipboard.text, selection.text, copies.any()]).toEqual(['', '', false]);
  });

  it('goes from one clipboard when the other one does not answer', async () => {
    clipboard.read = () => Promise.reject(new Error('busy'));
    await copies.copy('one');
    selection.text = 'selected';
    copies.selected(createHash('sha256').update('selected').digest('hex'));
    await copies.clear();
    expect([selection.text, copies.any()]).toEqual(['', false]);
  });
});

describe('the clipboard of the system', () => {
  class ClipboardItem {
    readonly items: Readonly<Record<string, string>>;
    constructor(items: Record<string, string>) {
      this.items = items;
    }
  }
  const written: unknown[] = [];
  const newer = {
    write: (items: unknown) => {
      written.push(items);
      return Promise.resolve();
    },
    readText: () => Promise.resolve('text'),
    clear: () => undefined,
  };

  it('is asked with each text to keep it out of history, cloud and other devices, each system in its own words', async () => {
    written.length = 0;
    await systemClipboards({ clipboard: newer, ClipboardItem }, 'win32').clipboard.write('a name');
    const no = '\0\0\0\0';
    expect(written).toEqual([
      [
        new ClipboardItem({
          'text/plain': 'a name',
          'electron application/osclipboard;format="ExcludeClipboardContentFromMonitorProcessing"': '1',
          'electron application/osclipboard;format="CanIncludeInClipboardHistory"': no,
          'electron application/osclipboard;format="CanUploadToCloudClipboard"': no,
        }),
      ],
    ]);
    expect(Object.keys(privateFormats('darwin'))).toEqual(['org.nspasteboard.ConcealedType']);
    expect(privateFormats('linux')).toEqual({ 'x-kde-passwordManagerHint': 'secret' });
  });

  it('is the same to Holdfast in an older Electron, which takes text alone', async () => {
    const texts = new Map<string, string>();
    const older = {
      writeText: (text: string, type = 'clipboard') => {
        texts.set(type, text);
      },
      readText: (type = 'clipboard') => texts.get(type) ?? '',
      clear: (type = 'clipboard') => {
        texts.delete(type);
      },
    };
    const boards = systemClipboards({ clipboard: older }, 'linux');
    await boards.clipboard.write('one');
    await boards.selection?.write('two');
    expect([await boards.clipboard.read(), await boards.selection?.read()]).toEqual(['one', 'two']);
    await boards.clipboard.clear();
    expect([...texts]).toEqual([['selection', 'two']]);
    expect(systemClipboards({ clipboard: older }, 'win32').selection).toBeNull();
    expect(systemClipboards({ clipboard: newer, ClipboardItem }, 'win32').selection).toBeNull();
  });
});
