import { fontPdfs } from './fonts';
import { graphicsPdfs } from './graphics';
import type { CorpusPdf } from './kinds';
import { markedPdfs } from './marks';
import { picturePdfs } from './pictures';
import { structurePdfs } from './structure';

/** Ordinary PDFs of every kind: nothing is hidden on them, and a bundle must show them as they are. */
export async function ordinaryPdfs(): Promise<readonly CorpusPdf[]> {
  return [...picturePdfs(), ...graphicsPdfs(), ...(await fontPdfs()), ...markedPdfs(), ...structurePdfs()];
}
