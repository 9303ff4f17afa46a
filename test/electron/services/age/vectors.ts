import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import type { AgeKey } from '../../../../electron/services/age/open';

/** One of the public vectors that says something about what Holdfast reads. */
interface Vector {
  readonly name: string;
  readonly key: AgeKey;
  /** The codes that are right. */
  readonly expected: readonly string[];
  /** SHA-256 of what must come out, also of a file that fails further on. */
  readonly payload: string | null;
  readonly sealed: Buffer;
}

const codes: Readonly<Record<string, readonly string[]>> = {
  success: ['no error'],
  'no match': ['package-wrong-key'],
  'HMAC failure': ['package-damaged'],
  'header failure': ['package-damaged', 'package-costly'],
  'payload failure': ['package-damaged'],
};

/**
 * The vectors of a folder that are not armoured and are for X25519 keys or passphrases, once for each key that they name: of those
 * with several, each must fail.
 */
export function readVectors(folder: string): readonly Vector[] {
  return readdirSync(folder).flatMap((name) => vectorsOf(name, readFileSync(join(folder, name))));
}

function vectorsOf(name: string, bytes: Buffer): readonly Vector[] {
  const end = bytes.indexOf('\n\n');
  const lines = bytes.toString('utf8', 0, end).split('\n');
  const valuesOf = (field: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${field}: `)).map((line) => line.slice(field.length + 2));
  const expected = codes[valuesOf('expect')[0] ?? ''];
  const identities = valuesOf('identity');
  const isOther = identities.some((each) => !each.startsWith('AGE-SECRET-KEY-1'));
  if (valuesOf('armored').length > 0 || expected === undefined || isOther) return [];
  const named: readonly AgeKey[] = [
    ...identities.map((identity) => ({ type: 'identity' as const, identity })),
    ...valuesOf('passphrase').map((passphrase) => ({ type: 'passphrase' as const, passphrase })),
  ];
  const keys: readonly AgeKey[] = named.length > 0 ? named : [{ type: 'passphrase', passphrase: 'none' }];
  const [payload = null] = valuesOf('payload');
  const rest = bytes.subarray(end + 2);
  const sealed = valuesOf('compressed').includes('zlib') ? inflateSync(rest) : rest;
  return keys.map((key) => ({ name, key, expected, payload, sealed }));
}
