import { HoldfastError } from '../../shared/errors';

/** Paths that somebody chose in a dialog of the system, each under a token: the page can use them but not make one up. */
export function createPathTokens(newId: () => string): {
  keep(path: string): { token: string };
  pathOf(token: string): string;
} {
  const paths = new Map<string, string>();
  return {
    keep: (path) => {
      const token = newId();
      paths.set(token, path);
      return { token };
    },
    pathOf: (token) => {
      const path = paths.get(token);
      if (path === undefined) throw new HoldfastError('not-found');
      return path;
    },
  };
}
