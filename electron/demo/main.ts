import { randomBytes } from 'node:crypto';
import { app } from 'electron';
import { setUpNavigationGuard } from '../main/navigation-guard';
import { setUpSchemes } from '../main/schemes';
import { setUpSwitches } from '../main/switches';
import { reportError } from '../../shared/errors';
import { readOptions } from './options';
import { runDemo } from './run-demo';

// The same set-up as the application: the demo differs from it only in having no window and needing no click.
setUpSwitches();
setUpSchemes();
setUpNavigationGuard();
// The hidden windows come and go; only the end of the demo ends the process.
app.on('window-all-closed', () => undefined);

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

void app
  .whenReady()
  .then(async () => {
    const base = process.env.HOLDFAST_CALLED_FROM ?? process.cwd();
    return runDemo(
      readOptions(process.argv, base, () => randomBytes(15).toString('base64url')),
      say,
    );
  })
  .then(
    (ok) => {
      app.exit(ok ? 0 : 1);
    },
    (error: unknown) => {
      const { code } = reportError(error);
      say(`The demo stopped: ${code}.`);
      if (code === 'internal') process.stderr.write(`${error instanceof Error ? (error.stack ?? '') : ''}\n`);
      app.exit(1);
    },
  );
