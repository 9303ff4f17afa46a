/**
 * Makes resources/sample-case from items.cjs and entries.cjs, in Electron. Everything in it is invented. The HEIC
 * picture needs the program heif-enc (Debian: libheif-examples); without it the one that is there stays.
 */
const { app, BrowserWindow } = require('electron');
const { execFileSync } = require('node:child_process');
const {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { intoJpeg, intoPng } = require('./exif.cjs');
const { gif, wav } = require('./gif.cjs');
const { items } = require('./items.cjs');
const { entries, owner } = require('./entries.cjs');

const folder = join(__dirname, '..', '..', 'resources', 'sample-case');
const evidence = join(folder, 'evidence');
const modules = join(__dirname, '..', '..', 'node_modules');
const fontFile = (path) => readFileSync(join(modules, path)).toString('base64');
const fonts = `<style>@font-face{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,${fontFile('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')})}@font-face{font-family:Arimo;src:url(data:font/woff2;base64,${fontFile('@fontsource/arimo/files/arimo-latin-400-normal.woff2')})}@font-face{font-family:Arimo;font-weight:700;src:url(data:font/woff2;base64,${fontFile('@fontsource/arimo/files/arimo-latin-700-normal.woff2')})}</style>`;

async function open(html) {
  const window = new BrowserWindow({
    show: false,
    width: 800,
    height: 800,
    webPreferences: { offscreen: true, sandbox: true },
  });
  const file = join(tmpdir(), `holdfast-sample-${process.pid}.html`);
  writeFileSync(file, html.replace('<meta charset="utf-8">', `<meta charset="utf-8">${fonts}`));
  await window.loadFile(file);
  rmSync(file);
  await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)');
  return window;
}

/** A picture of the page, just as large as asked. `turned` gives it as a phone held upright stores it: lying. */
async function shoot(html, size, format, turned = false) {
  const turnedHtml = turned
    ? html
        .replace(
          '<style>',
          `<style>html{width:${size.width}px;height:${size.height}px;transform:rotate(-90deg) translateX(-100%);transform-origin:0 0}`,
        )
        .replaceAll('100vw', `${size.width}px`)
        .replaceAll('100vh', `${size.height}px`)
    : html;
  const [width, height] = turned ? [size.height, size.width] : [size.width, size.height];
  const window = await open(turnedHtml);
  const { debugger: tools } = window.webContents;
  tools.attach('1.3');
  await tools.sendCommand('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: size.scale,
    mobile: false,
  });
  const { data } = await tools.sendCommand('Page.captureScreenshot', {
    format,
    ...(format === 'png' ? {} : { quality: 82 }),
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height, scale: 1 },
  });
  tools.detach();
  const native = format === 'raw' ? null : Buffer.from(data, 'base64');
  window.destroy();
  return native;
}

/** Gives a PDF the date it says it was made, in place: Chromium writes the clock of this computer. */
function dated(pdf, made) {
  const stamp = `D:${made}+00'00'`;
  return Buffer.from(pdf.toString('latin1').replace(/D:\d{14}\+00'00'/g, stamp), 'latin1');
}

async function print(html, landscape = false) {
  const window = await open(html);
  const pdf = await window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    landscape,
  });
  window.destroy();
  return pdf;
}

async function bitmapOf(png) {
  const { nativeImage } = require('electron');
  const image = nativeImage.createFromBuffer(png);
  return { ...image.getSize(), bgra: image.toBitmap() };
}

async function make(item) {
  switch (item.form) {
    case 'jpeg': {
      const plain = await shoot(item.html, item.size, 'jpeg', item.stored === 'sideways');
      const whole = item.exif ? intoJpeg(plain, item.exif) : plain;
      return item.damaged ? whole.subarray(0, Math.floor(whole.length * 0.18)) : whole;
    }
    case 'png':
      return intoPng(await shoot(item.html, item.size, 'png'), item.exif, item.texts);
    case 'webp':
      return shoot(item.html, item.size, 'webp');
    case 'gif': {
      const { width, height, bgra } = await bitmapOf(await shoot(item.html, item.size, 'png'));
      return gif(width, height, bgra);
    }
    case 'pdf':
      return dated(await print(item.html, item.landscape), item.made);
    case 'scan': {
      const picture = await shoot(item.html, { width: 794, height: 1123, scale: 1.5 }, 'jpeg');
      const scan = await print(
        `<!doctype html><meta charset="utf-8"><style>@page{size:A4;margin:0}body{margin:0}img{display:block;width:210mm;height:296.9mm}</style><img src="data:image/jpeg;base64,${picture.toString('base64')}">`,
      );
      return dated(scan, item.made);
    }
    case 'heic': {
      const work = mkdtempSync(join(tmpdir(), 'holdfast-heic-'));
      try {
        const from = join(work, 'in.jpg');
        writeFileSync(from, intoJpeg(await shoot(item.html, item.size, 'jpeg'), item.exif));
        execFileSync('heif-enc', ['-q', '60', '-o', join(work, 'out.heic'), from], { stdio: 'ignore' });
        return readFileSync(join(work, 'out.heic'));
      } catch {
        console.log('  heif-enc is not there: the HEIC picture stays as it is.');
        return null;
      } finally {
        rmSync(work, { recursive: true, force: true });
      }
    }
    case 'wav':
      return wav(4);
    case 'text':
      return Buffer.from(item.text);
    case 'damaged-png':
      return Buffer.concat([
        Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
        Buffer.from('0000000d494844520000043800000924', 'hex'),
        Buffer.alloc(700, 7),
      ]);
    default:
      throw new Error(`no such form: ${item.form}`);
  }
}

/** What a test holds the files against: what is meant to be found in each. */
function expected(item) {
  const base = { name: item.name };
  if (item.copyOf) return { ...base, duplicateOf: item.copyOf };
  return {
    ...base,
    form: item.form,
    ...(Array.isArray(item.captured)
      ? { date: item.captured[0], time: item.captured[1], source: item.captured[2] }
      : {}),
    ...(item.conflict ? { conflict: true } : {}),
    ...(item.edited ? { edited: true } : {}),
    ...(item.gps ? { gps: true } : {}),
    ...(item.damaged || item.form === 'damaged-png' ? { damaged: true } : {}),
  };
}

app.disableHardwareAcceleration();
app.commandLine.appendSwitch('force-color-profile', 'srgb');
app.on('window-all-closed', () => undefined);
app
  .whenReady()
  .then(async () => {
    mkdirSync(evidence, { recursive: true });
    for (const item of items) {
      const path = join(evidence, item.name);
      if (item.copyOf) {
        copyFileSync(join(evidence, item.copyOf), path);
        continue;
      }
      const bytes = await make(item);
      if (bytes !== null) writeFileSync(path, bytes);
      console.log(`  ${item.name}${existsSync(path) ? '' : ' is missing'}`);
    }
    writeFileSync(join(folder, 'case.json'), `${JSON.stringify({ ...owner, entries }, null, 2)}\n`);
    writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(items.map(expected), null, 2)}\n`);
    app.exit(0);
  })
  .catch((error) => {
    console.error(error);
    app.exit(1);
  });
