/** Letters that look like no other one, in names that people read to each other. */
const letters = 'abcdefghjkmnpqrstuvwxyz';

/** A neutral name for a package: whoever finds the stick learns nothing of the case, the office, the day or the order from it. */
export function suggestPackageName(random: (length: number) => Uint8Array): string {
  return `package-${lettersOf(random)}.hfcase`;
}

/** As neutral a name for a receipt. */
export function suggestReceiptName(random: (length: number) => Uint8Array): string {
  return `receipt-${lettersOf(random)}.txt`;
}

function lettersOf(random: (length: number) => Uint8Array): string {
  return Array.from(random(8), (byte) => letters[byte % letters.length] ?? '').join('');
}
