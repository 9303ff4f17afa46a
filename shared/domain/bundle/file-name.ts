import type { BundleFileBody, BundleOptions } from '../../models/bundle';

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

/** What a further file of a bundle is, behind the name of the whole. */
const roles: Readonly<Record<BundleFileBody['role'], (file: BundleFileBody) => string>> = {
  volume: ({ number, of, firstPage, lastPage }) => ` volume ${number} of ${of} p ${firstPage}-${lastPage}`,
  part: ({ number, of, firstPage, lastPage }) => ` part ${number} of ${of} p ${firstPage}-${lastPage}`,
  printable: () => ' for printing',
  late: ({ firstPage, lastPage }) => ` added p ${firstPage}-${lastPage}`,
};

/** The name of a file of a bundle: of the whole, or of one of those beside it. At most 100 characters. */
export function bundleFileName(
  options: Pick<BundleOptions, 'title' | 'courtCase'>,
  reference: string,
  file: BundleFileBody | null,
): string {
  const whole = suggestBundleName(options, reference).replace(/\.pdf$/u, '');
  if (file === null) return `${whole}.pdf`;
  const end = roles[file.role](file);
  return `${whole.slice(0, 96 - end.length).trim()}${end}.pdf`;
}
