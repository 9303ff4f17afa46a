import { describe, expect, it } from 'vitest';
import { couldLeaveMemory } from '../../../electron/vault/core-files';

const limitsWith = (soft: string): string =>
  ['Limit                     Soft Limit           Hard Limit           Units     ']
    .concat([
      `Max stack size            8388608              unlimited            bytes     `,
      `Max core file size        ${soft.padEnd(21)}unlimited            bytes     `,
    ])
    .join('\n');
const usual = { filter: '00000033\n', limits: limitsWith('unlimited'), pattern: 'core\n' };

describe('whether a crash could leave memory on the disk', () => {
  it('it could where the system writes whole core files', () => {
    expect(couldLeaveMemory(usual)).toBe(true);
  });

  it('it could not when the filter takes nothing, whoever collects it', () => {
    expect(couldLeaveMemory({ ...usual, filter: '00000000\n' })).toBe(false);
    expect(couldLeaveMemory({ ...usual, filter: '00000000\n', pattern: '|/usr/lib/collector %P\n' })).toBe(
      false,
    );
  });

  it('a limit of nothing keeps it from a file and not from a program; a limit of 1 from both', () => {
    const collected = { ...usual, pattern: '|/usr/lib/collector %P\n' };
    expect(couldLeaveMemory({ ...usual, limits: limitsWith('0') })).toBe(false);
    expect(couldLeaveMemory({ ...collected, limits: limitsWith('0') })).toBe(true);
    expect(couldLeaveMemory({ ...usual, limits: limitsWith('1') })).toBe(false);
    expect(couldLeaveMemory({ ...collected, limits: limitsWith('1') })).toBe(false);
  });

  it('what cannot be read is taken for the worse', () => {
    expect(couldLeaveMemory({ filter: '', limits: '', pattern: '' })).toBe(true);
    expect(couldLeaveMemory({ filter: '', limits: limitsWith('0'), pattern: '' })).toBe(true);
  });
});
