import { spawn } from 'node:child_process';
import { SetupProblem } from './say.mjs';

/**
 * A screen for Electron: the one there is, else a private virtual one that the X server itself numbers. `stop` ends it.
 */
export async function openDisplay() {
  if (process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) {
    return { env: {}, stop: () => undefined };
  }
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = await new Promise((resolve, reject) => {
    server.once('error', () =>
      reject(new SetupProblem('The virtual display could not be started.', 'apt-get install -y xvfb')),
    );
    server.once('exit', () =>
      reject(new SetupProblem('The virtual display stopped at once.', 'Xvfb -displayfd 1')),
    );
    server.stdio[3].once('data', (number) => resolve(`:${String(number).trim()}`));
  });
  server.unref();
  return { env: { DISPLAY: display }, stop: () => server.kill() };
}
