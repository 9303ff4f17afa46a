import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { evidenceHandlers } from '../../../../electron/services/evidence/handlers';
import { rememberImport, rememberTotal } from '../../../../electron/services/imports/request';
import { codeOf } from '../../../helpers/code-of';
import { makeSetting } from '../evidence/setting';
import type { Setting } from '../evidence/setting';

let setting: Setting;
afterEach(() => setting.end());

const contextOf = () => setting.vault.context;
const handlers = () => evidenceHandlers(contextOf());
async function report(jobId: string) {
  await contextOf().jobs.ended(jobId);
  return handlers()['jobs.importReport']({ id: jobId });
}
const outcomesOf = async (jobId: string) => (await report(jobId)).results.map(({ outcome }) => outcome);

describe('an import that never ended', () => {
  it('is told with how far it was, and goes on with what is missing', async () => {
    setting = await makeSetting();
    for (const each of ['1', '2', '3']) await setting.put(`${each}.txt`, each);
    const { caseId, folder } = setting;
    const context = contextOf();
    // As a crash after the first file leaves it.
    const first = await handlers()['evidence.import']({ caseId, paths: [join(folder, '1.txt')] });
    await context.jobs.ended(first.id);
    const broken = context.newId();
    rememberImport(context, broken, caseId, [folder]);
    rememberTotal(context, broken, 3);

    const [found] = await handlers()['imports.interrupted']({ caseId });
    expect(found).toMatchObject({ jobId: broken, done: 0, total: 3 });
    const job = await handlers()['imports.resume']({ jobId: broken });
    expect(await outcomesOf(job.id)).toEqual(['duplicate', 'stored', 'stored']);
    expect(await handlers()['imports.interrupted']({ caseId })).toEqual([]);
  });

  it('is not told while it runs, nor when it has ended', async () => {
    setting = await makeSetting();
    await setting.put('1.txt', '1');
    const { caseId, folder } = setting;
    const context = contextOf();
    const job = await handlers()['evidence.import']({ caseId, paths: [folder] });
    expect(await handlers()['imports.interrupted']({ caseId })).toEqual([]);
    await context.jobs.ended(job.id);
    expect(await handlers()['imports.interrupted']({ caseId })).toEqual([]);
  });

  it('is not asked about again once it was left', async () => {
    setting = await makeSetting();
    const { caseId, folder } = setting;
    const context = contextOf();
    const broken = context.newId();
    rememberImport(context, broken, caseId, [folder]);
    await handlers()['imports.forget']({ jobId: broken });
    expect(await handlers()['imports.interrupted']({ caseId })).toEqual([]);
    expect(await codeOf(async () => handlers()['imports.resume']({ jobId: broken }))).toBe('not-found');
  });
});

describe('the files of an import that did not go in', () => {
  it('are tried again, and only they', async () => {
    setting = await makeSetting();
    const { caseId, folder } = setting;
    const context = contextOf();
    await setting.put('here.txt', 'here');
    const late = join(folder, 'late.txt');
    const job = await handlers()['evidence.import']({ caseId, paths: [join(folder, 'here.txt'), late] });
    expect((await report(job.id)).results.map(({ reason }) => reason)).toEqual([null, 'file-vanished']);
    await setting.put('late.txt', 'late');
    const again = await handlers()['imports.retry']({ jobId: job.id });
    await context.jobs.ended(again.id);
    expect((await report(again.id)).results.map(({ fileName, outcome }) => [fileName, outcome])).toEqual([
      ['late.txt', 'stored'],
    ]);
    await rm(late);
  });

  it('are none where all went in', async () => {
    setting = await makeSetting();
    await setting.put('1.txt', '1');
    const { caseId, folder } = setting;
    const context = contextOf();
    const job = await handlers()['evidence.import']({ caseId, paths: [folder] });
    await context.jobs.ended(job.id);
    expect(await codeOf(async () => handlers()['imports.retry']({ jobId: job.id }))).toBe('not-found');
  });
});
