import { outsideMethods } from '../../shared/contract/outside';
import type { PathPurpose } from '../../shared/contract/outside';
import { HoldfastError } from '../../shared/errors';

export interface PathTokens {
  /** The token for a path that somebody chose in a dialog for this purpose. */
  keep(path: string, purpose: PathPurpose): { token: string };
  /**
   * The input of a call with its token exchanged for one that `pathOf` knows, once. A token of another purpose, one that nobody
   * was given, or one by which something was written already, is refused with `not-found`; so is, in `pathOf`, that of a method
   * that is not declared.
   */
  admit(method: string, input: unknown): unknown;
  pathOf(token: string): string;
}

/** Paths that somebody chose in a dialog of the system, each under a token: the page can use them but not make one up. */
export function createPathTokens(newId: () => string): PathTokens {
  const chosen = new Map<string, { readonly path: string; readonly purpose: PathPurpose }>();
  /** For the call that goes on. */
  const admitted = new Map<string, string>();

  return {
    keep: (path, purpose) => {
      const token = newId();
      chosen.set(token, { path, purpose });
      return { token };
    },
    admit: (method, input) => {
      const outside = Object.hasOwn(outsideMethods, method) ? outsideMethods[method] : undefined;
      if (outside === undefined || outside.chosenBy === null) return input;
      const token = fieldOf(input, outside.field);
      // Text that was pasted, in place of a file.
      if (token === undefined) return input;
      if (typeof token !== 'string') throw new HoldfastError('not-found');
      const found = chosen.get(token);
      if (found === undefined || !outside.chosenBy.includes(found.purpose))
        throw new HoldfastError('not-found');
      // Each place that is written to was asked for.
      if (outside.does === 'writes-outside') chosen.delete(token);
      const once = newId();
      admitted.set(once, found.path);
      return { ...(input as object), [outside.field]: once };
    },
    pathOf: (token) => {
      const path = admitted.get(token);
      if (path === undefined) throw new HoldfastError('not-found');
      admitted.delete(token);
      return path;
    },
  };
}

function fieldOf(input: unknown, field: string): unknown {
  return typeof input === 'object' && input !== null
    ? (input as Readonly<Record<string, unknown>>)[field]
    : undefined;
}
