import { cpus, totalmem } from 'node:os';

/** What figures depend on, and nothing that tells whose machine it was. */
export function machine(): string {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = cores[0]?.model.replaceAll(/\s+/gu, ' ').trim() ?? 'unknown processor';
  return `${model}, ${cores.length} cores, ${memory} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}
