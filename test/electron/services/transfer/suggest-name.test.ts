import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { suggestPackageName, suggestReceiptName } from '../../../../electron/services/transfer/suggest-name';

it('the name of a package or a receipt says nothing: random letters, another each time', () => {
  const names = Array.from({ length: 200 }, () => suggestPackageName(randomBytes));
  expect(new Set(names).size).toBe(200);
  expect(names.filter((name) => !/^package-[a-z]{8}\.hfcase$/.test(name))).toEqual([]);
  expect(suggestPackageName((length) => new Uint8Array(length))).toBe('package-aaaaaaaa.hfcase');
  expect(suggestReceiptName((length) => new Uint8Array(length).fill(1))).toBe('receipt-bbbbbbbb.txt');
});
