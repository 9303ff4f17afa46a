import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './runtime';

/** A face of a font that comes with the project, so that every machine draws the same letters. */
export interface ShippedFace {
  readonly family: string;
  readonly weight: string;
  /** WOFF2 in base64. */
  readonly base64: string;
}

const face = (family: string, weight: string, path: string): ShippedFace => ({
  family,
  weight,
  base64: readFileSync(join(root, 'node_modules', path)).toString('base64'),
});

export const shippedFaces: readonly ShippedFace[] = [
  face('Arimo', '400', '@fontsource/arimo/files/arimo-latin-400-normal.woff2'),
  face('Arimo', '700', '@fontsource/arimo/files/arimo-latin-700-normal.woff2'),
];

/**
 * Gives a page the faces, under names that no machine has; resolves once they can be drawn with. Runs in the page, so it
 * holds all it needs. A canvas then draws with `Shipped Arimo`.
 */
export async function loadShippedFaces(faces: readonly ShippedFace[]): Promise<void> {
  for (const { family, weight, base64 } of faces) {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const loaded = await new FontFace(`Shipped ${family}`, bytes.buffer, { weight }).load();
    document.fonts.add(loaded);
  }
  // A face that is missing would be drawn with the machine's own in silence.
  for (const { family } of faces)
    if (!document.fonts.check(`44px "Shipped ${family}"`)) throw new Error(`${family} is not there`);
}
