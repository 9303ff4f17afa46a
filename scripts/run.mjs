import { join } from 'node:path';
import { tasks } from './tasks.mjs';
import { keepMemoryOffDisk } from './setup/memory.mjs';
import { say, SetupProblem } from './setup/say.mjs';
import { root } from './setup/runtime.mjs';

// The one entry of every npm script. It runs on the Node that is there (20 or newer), before anything is installed.
const [name = '', ...rest] = process.argv.slice(2);
const task = tasks[name];

if (task === undefined) {
  say(`There is no task "${name}". There are: ${Object.keys(tasks).join(', ')}.`);
  process.exitCode = 1;
} else {
  keepMemoryOffDisk();
  process.env.HOLDFAST_CALLED_FROM = process.env.INIT_CWD ?? process.cwd();
  process.chdir(join(root));
  try {
    process.exitCode = await task(rest[0] === '--' ? rest.slice(1) : rest);
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}
