/** A GIF of one picture in 216 colours, without compression (codes never grow past nine bits). */
function gif(width, height, bgra) {
  const head = Buffer.alloc(13);
  head.write('GIF89a', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  head[10] = 0xf7;
  const palette = Buffer.alloc(768);
  for (let index = 0; index < 216; index += 1) {
    palette[index * 3] = Math.floor(index / 36) * 51;
    palette[index * 3 + 1] = (Math.floor(index / 6) % 6) * 51;
    palette[index * 3 + 2] = (index % 6) * 51;
  }
  const image = Buffer.alloc(11);
  image[0] = 0x2c;
  image.writeUInt16LE(width, 5);
  image.writeUInt16LE(height, 7);
  image[10] = 8;
  const bytes = [];
  let bits = 0;
  let held = 0;
  const put = (code) => {
    held |= code << bits;
    bits += 9;
    while (bits >= 8) {
      bytes.push(held & 255);
      held >>= 8;
      bits -= 8;
    }
  };
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    if (pixel % 250 === 0) put(256);
    const step = (value) => Math.round(value / 51);
    put(step(bgra[pixel * 4 + 2]) * 36 + step(bgra[pixel * 4 + 1]) * 6 + step(bgra[pixel * 4]));
  }
  put(257);
  if (bits > 0) bytes.push(held & 255);
  const blocks = [];
  for (let at = 0; at < bytes.length; at += 255) {
    const part = bytes.slice(at, at + 255);
    blocks.push(Buffer.from([part.length, ...part]));
  }
  return Buffer.concat([head, palette, image, ...blocks, Buffer.from([0, 0x3b])]);
}

/** A short mono voicemail: two tones and silence, 8 kHz, 16 bit. */
function wav(seconds) {
  const rate = 8000;
  const samples = Buffer.alloc(rate * seconds * 2);
  for (let index = 0; index < rate * seconds; index += 1) {
    const at = index / rate;
    const loud = at < 0.4 ? 6000 : Math.sin(at * 2.1) > 0.2 ? 1800 : 120;
    samples.writeInt16LE(
      Math.round(Math.sin(2 * Math.PI * (at < 0.4 ? 880 : 180 + 40 * Math.sin(at * 9)) * at) * loud),
      index * 2,
    );
  }
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

module.exports = { gif, wav };
