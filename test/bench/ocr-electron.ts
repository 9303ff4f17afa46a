import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow, app, protocol } from 'electron';
import * as z from 'zod';
import { createLabClient } from '../../electron/lab/lab-client';
import { createLabWindow, labScheme } from '../../electron/lab/lab-window';

/**
 * The half of the benchmark that needs Chromium: draws the screenshots, and reads them as the app does, in its own lab.
 * Driven over the channel to the process that started it.
 */
const commandSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('draw'),
    html: z.string(),
    width: z.number(),
    height: z.number(),
    scale: z.number(),
    path: z.string(),
  }),
  z.object({ type: z.literal('read'), path: z.string() }),
  z.object({ type: z.literal('end') }),
]);
type Command = z.infer<typeof commandSchema>;

protocol.registerSchemesAsPrivileged([labScheme]);
app.on('window-all-closed', () => undefined);

async function draw({
  html,
  width,
  height,
  scale,
  path,
}: Extract<Command, { type: 'draw' }>): Promise<object> {
  const window = new BrowserWindow({ show: false, width, height, webPreferences: { offscreen: true } });
  const page = `${path}.html`;
  await writeFile(page, html);
  await window.loadFile(page);
  await window.webContents.executeJavaScript('document.fonts.ready.then(() => true)');
  const { debugger: tools } = window.webContents;
  tools.attach('1.3');
  await tools.sendCommand('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: scale,
    mobile: false,
  });
  const { data } = z.object({ data: z.string() }).parse(
    await tools.sendCommand('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      clip: { x: 0, y: 0, width, height, scale: 1 },
    }),
  );
  await writeFile(path, Buffer.from(data, 'base64'));
  await rm(page);
  window.destroy();
  return {};
}

const out = __dirname;
const client = createLabClient({
  requestRestart: () => {
    lab?.restart();
  },
});
let lab: ReturnType<typeof createLabWindow> | null = null;

async function read({ path }: Extract<Command, { type: 'read' }>): Promise<object> {
  lab ??= createLabWindow({
    preloadPath: join(out, 'lab-preload.cjs'),
    host: 'app',
    folder: join(out, 'renderer', 'lab'),
    mostMemory: 3000,
    givePort: (port) => {
      client.attach(port);
    },
    lost: () => {
      client.detach();
    },
  });
  const bytes = await readFile(path);
  const start = performance.now();
  const answer = await client.ask({
    type: 'recognise',
    bytes,
    mime: 'image/png',
    page: null,
    orientation: 1,
    languages: ['eng'],
  });
  return {
    ms: performance.now() - start,
    words: answer.words.map(({ text }) => text),
    engine: answer.engine,
  };
}

async function run(command: Command): Promise<object> {
  switch (command.type) {
    case 'draw':
      return draw(command);
    case 'read':
      return read(command);
    case 'end':
      app.exit(0);
      return {};
  }
}

void app.whenReady().then(() => {
  process.on('message', (message) => {
    run(commandSchema.parse(message)).then(
      (answer) => process.send?.({ ok: true, answer }),
      (error: unknown) => process.send?.({ ok: false, error: String(error) }),
    );
  });
  process.send?.({ ok: true, answer: {} });
});
