import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** The sqlite3 command line, kept open, so that a query costs what a query costs and no start of a process. */
export interface SqliteShell {
  /** Runs statements and gives the milliseconds until the last of their rows was written. */
  run(sql: string): Promise<number>;
  close(): void;
}

export function openSqliteShell(path: string): SqliteShell {
  const shell = spawn('sqlite3', ['-batch', path], { stdio: ['pipe', 'pipe', 'inherit'] });
  let count = 0;
  let waiting: { readonly mark: string; readonly done: () => void } | null = null;
  createInterface({ input: shell.stdout }).on('line', (line) => {
    if (waiting === null || line !== waiting.mark) return;
    const { done } = waiting;
    waiting = null;
    done();
  });
  return {
    run: (sql) =>
      new Promise((resolve) => {
        count += 1;
        const start = performance.now();
        waiting = {
          mark: `done-${count}`,
          done: () => {
            resolve(performance.now() - start);
          },
        };
        shell.stdin.write(`${sql}\n.print done-${count}\n`);
      }),
    close: () => {
      shell.stdin.end();
    },
  };
}
