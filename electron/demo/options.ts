import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { argument } from '../main/paths';

export interface DemoOptions {
  /** Folder everything is written to. */
  readonly out: string;
  /** A folder of the user's own files, or null for the sample case. */
  readonly from: string | null;
  readonly passphrase: string;
  /** True when the passphrase was made here and must be shown once. */
  readonly passphraseShown: boolean;
}

/** The sample case is fictional, so its passphrase may be known; a folder of somebody's own files gets a random one. */
const samplePassphrase = 'lighthouse marble cycle orchard';

/** Reads `--out DIR`, `--from DIR` and `--passphrase-file F`, paths being relative to `base`. */
export function readOptions(
  argv: readonly string[],
  base: string,
  makePassphrase: () => string,
): DemoOptions {
  const out = resolve(base, argument('out', argv) ?? 'demo-out');
  const from = argument('from', argv);
  const file = argument('passphrase-file', argv);
  const given = file === null ? null : readFileSync(resolve(base, file), 'utf8').replace(/\r?\n$/, '');
  return {
    out,
    from: from === null ? null : resolve(base, from),
    passphrase: given ?? (from === null ? samplePassphrase : makePassphrase()),
    passphraseShown: given === null,
  };
}

export const outputs = (out: string) =>
  ({
    vault: join(out, 'vault'),
    /** Gone when the demo has ended. */
    secondOffice: join(out, 'second-office'),
    bundle: join(out, 'bundle.pdf'),
    review: join(out, 'response-review.pdf'),
    transfer: join(out, 'transfer.hfcase'),
    identity: join(out, 'identity.txt'),
    report: join(out, 'report.json'),
  }) as const;
