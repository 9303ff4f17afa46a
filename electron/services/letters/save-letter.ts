import { createHash } from 'node:crypto';
import { HoldfastError } from '../../../shared/errors';
import type { VaultOutput } from '../../../shared/contract/vault-methods';
import { labelOf } from '../../../shared/records/by-fields';
import { letterSorts } from '../../../shared/records/letter';
import type { VaultContext } from '../../vault/api';
import { requireSetting } from '../../vault/settings';
import { printTo } from '../print/print-to';
import { readRecord } from '../records/read-records';
import { saveBytes } from '../print/save-copy';
import { letterHtml } from './letter-html';
import { letterWord } from './letter-word';
import { letterStanding, readLetter } from './read-letter';

type Saved = VaultOutput<'letters.save'>;

/** Writes a saved letter to a path outside the vault, where it is no longer encrypted. The act names the consent by which it goes. */
export async function saveLetter(
  context: VaultContext,
  id: string,
  format: 'pdf' | 'docx',
  path: string,
): Promise<Saved> {
  const { caseId } = readRecord(context, id);
  if (caseId === null) throw new HoldfastError('not-found');
  const asked = { caseId, letterId: id };
  const { body } = readLetter(context, asked);
  if (body.blocks.length === 0) throw new HoldfastError('bundle-empty');
  const kind = labelOf(letterSorts, body.sort);
  const consent = letterStanding(context, asked)?.consent?.id ?? null;
  const saved = format === 'pdf' ? await asPdf() : await asWord();
  const detail = { sort: body.sort, reader: body.reader, format, consent };
  context.act({ action: 'letter.save', subject: id, caseId, detail }, () => undefined);
  return saved;

  async function asPdf(): Promise<Saved> {
    const { pages, bytes, sha256 } = await printTo(context, letterHtml(body), kind, path);
    return { pages, bytes, sha256 };
  }
  async function asWord(): Promise<Saved> {
    const office = requireSetting(context.db, 'office.name');
    const bytes = await letterWord(body, { office, kind });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await saveBytes(bytes, sha256, path);
    return { pages: null, bytes: bytes.length, sha256 };
  }
}
