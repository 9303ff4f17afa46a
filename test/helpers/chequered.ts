import { crc32, deflateSync } from 'node:zlib';

/** A picture with something everywhere on it, as a scan or a photograph has: squares of every grey, in no pattern. */
export function chequered(width: number, height: number, square = 3): Buffer {
  return greyPng(width, height, (x, y) => {
    const [across, down] = [Math.floor(x / square), Math.floor(y / square)];
    return 20 + ((across * 7919 + down * 104729 + across * down * 31) % 200);
  });
}

/** A picture that cannot be pressed: about as many bytes as it has dots. The same for the same size. */
export function noisy(width: number, height: number): Buffer {
  let state = width * 7919 + height;
  return greyPng(width, height, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

function greyPng(width: number, height: number, greyAt: (x: number, y: number) => number): Buffer {
  const rows = Buffer.alloc(height * (1 + width));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows[y * (1 + width) + 1 + x] = greyAt(x, y);
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const whole = Buffer.alloc(body.length + 8);
    whole.writeUInt32BE(data.length, 0);
    body.copy(whole, 4);
    whole.writeUInt32BE(crc32(body), body.length + 4);
    return whole;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
