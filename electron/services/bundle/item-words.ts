import type { BundleItem } from './sources';

/** What an exhibit is called in an index. */
export function titleOf(item: BundleItem): string {
  return item.shows === '' ? item.title : `${item.title} (${item.shows})`;
}
