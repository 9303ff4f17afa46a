import { ipcMain } from 'electron';
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import type { Reply } from '../../shared/contract/bridge';
import { ownMethods } from '../../shared/contract/ui-methods';
import { HoldfastError, reportError } from '../../shared/errors';
import type * as z from 'zod';
import { appOrigin } from './app-origin';

type OwnMethods = typeof ownMethods;
type UiMethodName = keyof OwnMethods;

export type UiHandlers = {
  readonly [N in UiMethodName]: (
    input: z.output<OwnMethods[N]['input']>,
  ) => Promise<z.output<OwnMethods[N]['output']>> | z.output<OwnMethods[N]['output']>;
};

/** True only for the main frame of the app's own window, showing the app's own page. */
export function isTrustedSender(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  window: WebContents,
): boolean {
  const { senderFrame } = event;
  if (event.sender !== window || senderFrame === null || senderFrame.parent !== null) return false;
  try {
    const { protocol, host } = new URL(senderFrame.url);
    return `${protocol}//${host}` === appOrigin;
  } catch {
    return false;
  }
}

/**
 * Answers every method of the contract, one channel each. A stranger gets a refusal with a code, input that does not
 * fit its schema gets `invalid-input`, and nothing but a code ever says why.
 */
export function setUpIpc(window: WebContents, handlers: UiHandlers): void {
  for (const name of Object.keys(ownMethods) as UiMethodName[]) {
    const channel = `holdfast:${name}`;
    ipcMain.removeHandler(channel);
    ipcMain.handle(channel, (event, input: unknown) => answer(name, handlers, event, window, input));
  }
}

async function answer(
  name: UiMethodName,
  handlers: UiHandlers,
  event: IpcMainInvokeEvent,
  window: WebContents,
  input: unknown,
): Promise<Reply<unknown>> {
  try {
    if (!isTrustedSender(event, window)) throw new HoldfastError('untrusted-sender');
    const parsed = ownMethods[name].input.safeParse(input);
    if (!parsed.success) throw new HoldfastError('invalid-input');
    // The schema above belongs to this very method, which the compiler cannot see through the union.
    const value = await handlers[name](parsed.data as never);
    return { ok: true, value };
  } catch (error) {
    return { ok: false, error: reportError(error) };
  }
}
