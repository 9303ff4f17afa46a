import type { BundleOptions } from '../../models/bundle';

/**
 * A file name with the case reference and what it is, as the general guidance of 29 November 2021 asks: plain
 * characters, at most 100 of them.
 */
export function suggestBundleName(
  options: Pick<BundleOptions, 'title' | 'courtCase'>,
  reference: string,
): string {
  const parts = [options.courtCase.trim() === '' ? reference : options.courtCase, options.title];
  const plain = parts
    .join(' ')
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/[\\/:*?"<>|.]+/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 96);
  return `${plain === '' ? 'Bundle' : plain}.pdf`;
}
