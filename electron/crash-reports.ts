import { win32 } from 'node:path';

/**
 * The command that keeps a program out of Windows Error Reporting, for this user, which needs no administrator: what
 * WerAddExcludedApplication writes (learn.microsoft.com, WER Settings: ExcludedApplications).
 */
export function excludeFromReports(
  program: string,
  systemRoot = 'C:\\Windows',
): { readonly command: string; readonly args: readonly string[] } {
  const key = String.raw`HKCU\Software\Microsoft\Windows\Windows Error Reporting\ExcludedApplications`;
  return {
    command: win32.join(systemRoot, 'System32', 'reg.exe'),
    args: ['add', key, '/v', program, '/t', 'REG_DWORD', '/d', '1', '/f'],
  };
}
