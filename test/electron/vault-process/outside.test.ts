import { describe, expect, it } from 'vitest';
import { createPathTokens } from '../../../electron/vault-process/path-tokens';
import { outsideMethods, pathPurposes } from '../../../shared/contract/outside';
import type { Outside } from '../../../shared/contract/outside';
import { portMethods, vaultMethods } from '../../../shared/contract/vault-methods';
import { HoldfastError } from '../../../shared/errors';

const refused = new HoldfastError('not-found');
const declared = (name: string): Outside | undefined =>
  Object.hasOwn(outsideMethods, name) ? outsideMethods[name] : undefined;

/** Names of fields by which a method could be told of a place outside the vault. */
const places = new Set(['path', 'paths', 'folder', 'target', 'source']);

/** The fields of what a method is given, of each form that it may have. */
function fieldsOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if ('shape' in schema && typeof schema.shape === 'object') return Object.keys(schema.shape ?? {});
  if ('options' in schema && Array.isArray(schema.options)) return schema.options.flatMap(fieldsOf);
  return [];
}

function tokens() {
  let last = 0;
  return createPathTokens(() => `id ${(last += 1)}`);
}

describe('every method of the vault', () => {
  it.each(Object.entries(vaultMethods))('%s says whether it reaches outside the vault', (name, { input }) => {
    const given = fieldsOf(input).filter((field) => places.has(field));
    expect(given).toEqual(declared(name) === undefined ? [] : [declared(name)?.field]);
  });

  it.each(Object.keys(portMethods))('%s, which the page may ask for, names no place by itself', (name) => {
    expect(declared(name)?.chosenBy).not.toBeNull();
    expect(['source', 'target', undefined]).toContain(declared(name)?.field);
  });

  it('that is declared is there, and every dialog is for one of them', () => {
    expect(Object.keys(outsideMethods).filter((name) => !Object.hasOwn(vaultMethods, name))).toEqual([]);
    const used = Object.values(outsideMethods).flatMap(({ chosenBy }) => chosenBy ?? []);
    expect([...new Set(used)].sort()).toEqual([...pathPurposes].sort());
  });
});

const ofPage = Object.entries(outsideMethods).flatMap(([name, { does, field, chosenBy }]) =>
  chosenBy === null ? [] : [{ name, does, field, chosenBy }],
);

describe('a place outside the vault', () => {
  it.each(ofPage)('is refused by $name when nobody chose it', ({ name, field, chosenBy }) => {
    const paths = tokens();
    expect(() => paths.admit(name, { [field]: '/etc/passwd' })).toThrow(refused);
    expect(() => paths.admit(name, { [field]: 'id 7' })).toThrow(refused);
    for (const purpose of pathPurposes.filter((each) => !chosenBy.includes(each))) {
      const { token } = paths.keep('/chosen', purpose);
      expect(() => paths.admit(name, { [field]: token }), purpose).toThrow(refused);
    }
  });

  it.each(ofPage)('is taken by $name as it was chosen for that', ({ name, does, field, chosenBy }) => {
    for (const purpose of chosenBy) {
      const paths = tokens();
      const { token } = paths.keep('/chosen', purpose);
      const ask = (): string => {
        const { [field]: once } = paths.admit(name, { [field]: token, id: 'kept' }) as Record<string, string>;
        return paths.pathOf(once ?? '');
      };
      expect(ask()).toBe('/chosen');
      // What is written again is asked for again; what is read may be read in several steps.
      if (does === 'writes-outside') expect(ask).toThrow(refused);
      else expect(ask()).toBe('/chosen');
    }
  });

  it('is not known to a method that has declared none, and to no call but the one it was admitted for', () => {
    const paths = tokens();
    const { token } = paths.keep('/chosen', 'save package');
    expect(paths.admit('cases.list', { target: token })).toEqual({ target: token });
    expect(() => paths.pathOf(token)).toThrow(refused);
    const { target } = paths.admit('transfer.send', { target: token }) as { target: string };
    expect(paths.pathOf(target)).toBe('/chosen');
    expect(() => paths.pathOf(target)).toThrow(refused);
  });
});
