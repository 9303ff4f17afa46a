/** A neutral name for a package: the time it was made, and nothing about whose case it is. */
export function suggestPackageName(now: Date): string {
  const stamp = now.toISOString().slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
  return `holdfast-package-${stamp}.hfcase`;
}
