import type { PortMessage, UiEvent } from '../../shared/contract/bridge';
import { portMethods } from '../../shared/contract/vault-methods';
import type { PortMethodName } from '../../shared/contract/vault-methods';
import { HoldfastError, reportError } from '../../shared/errors';
import { portCallSchema } from './messages';

/** What of Electron's MessagePortMain is used. */
export interface Port {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  start(): void;
  postMessage(message: PortMessage): void;
}

/**
 * The page's own line to this process. It may ask for the methods of `portMethods` and no other; what goes out is
 * checked as well, because no process stands between. A newer port (the page was loaded anew) takes the place of the older.
 */
export function createUiPort(handle: (method: PortMethodName, input: unknown) => Promise<unknown>): {
  attach(port: Port): void;
  tell(event: UiEvent): void;
} {
  let current: Port | null = null;

  async function answer(method: string, input: unknown): Promise<unknown> {
    if (!isPortMethod(method)) throw new HoldfastError('invalid-input');
    const parsed = portMethods[method].input.safeParse(input);
    if (!parsed.success) throw new HoldfastError('invalid-input');
    const output = portMethods[method].output.safeParse(await handle(method, parsed.data));
    if (!output.success) throw new HoldfastError('internal');
    return output.data;
  }

  return {
    attach: (port) => {
      current = port;
      port.on('message', ({ data }) => {
        const call = portCallSchema.safeParse(data);
        if (!call.success) return;
        const { id, method, input } = call.data;
        answer(method, input).then(
          (value) => {
            port.postMessage({ id, reply: { ok: true, value } });
          },
          (error: unknown) => {
            port.postMessage({ id, reply: { ok: false, error: reportError(error) } });
          },
        );
      });
      port.start();
    },
    tell: (event) => current?.postMessage({ event }),
  };
}

function isPortMethod(name: string): name is PortMethodName {
  return Object.hasOwn(portMethods, name);
}
