import { expect, it } from 'vitest';
import { excludeFromReports } from '../../electron/crash-reports';

it('keeps a program out of the crash reports of Windows for this user alone, which needs no administrator', () => {
  const { command, args } = excludeFromReports('Holdfast.exe', 'D:\\Windows');
  expect(command).toBe('D:\\Windows\\System32\\reg.exe');
  expect(args).toEqual([
    'add',
    'HKCU\\Software\\Microsoft\\Windows\\Windows Error Reporting\\ExcludedApplications',
    '/v',
    'Holdfast.exe',
    '/t',
    'REG_DWORD',
    '/d',
    '1',
    '/f',
  ]);
});
