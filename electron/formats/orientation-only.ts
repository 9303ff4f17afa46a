import { Buffer } from './node';

/** The smallest TIFF structure there is: one directory with one entry, the orientation. */
export function orientationOnly(orientation: number): Buffer {
  const block = Buffer.from('49492a0008000000' + '0100' + '120103000100000000000000' + '00000000', 'hex');
  block.writeUInt16LE(orientation, 18);
  return block;
}
