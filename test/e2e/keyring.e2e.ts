import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startApp } from './helpers/app';
import { makeVaultThroughTheDoor } from './helpers/vault';

test('a vault opens just the same when the keyring, the home folder and the message bus of the system are gone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-keyring-'));
  const before = { ...process.env };
  try {
    const first = await startApp(join(folder, 'vault'));
    await makeVaultThroughTheDoor(first.page, ['velvet', 'anchor', 'thirty', 'puffins']);
    await first.close();

    const home = join(folder, 'another-home');
    mkdirSync(home);
    Object.assign(process.env, {
      HOME: home,
      XDG_DATA_HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_RUNTIME_DIR: home,
      DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus',
      GNOME_KEYRING_CONTROL: '/nonexistent/keyring',
    });
    const second = await startApp(join(folder, 'vault'));
    const answer = await second.page.evaluate(
      async (words) => window.holdfast.door.unlock({ passphrase: words.join(' ') }),
      ['velvet', 'anchor', 'thirty', 'puffins'],
    );
    expect(answer).toMatchObject({ ok: true, value: { slotName: 'Test advocate' } });
    await second.close();
  } finally {
    for (const name of Object.keys(process.env))
      if (!(name in before)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
});
