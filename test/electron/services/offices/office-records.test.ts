import { describe, expect, it } from 'vitest';
import { readOffices } from '../../../../electron/services/offices/office-rows';
import { officeHandlers } from '../../../../electron/services/offices/handlers';
import { checkVersions } from '../../../../electron/services/transfer/records/versions';
import { versionsOfCase } from '../../../../electron/vault/records/version-rows';
import { historyOf } from '../../../../shared/domain/records/history';
import { partnerOfficeKind } from '../../../../shared/records/partner-office';
import { codeOf } from '../../../helpers/code-of';
import { useTwoOffices } from '../../../helpers/two-offices';

const offices = useTwoOffices();

describe('an office in the address book', () => {
  it('is a record of the office itself, of which every change of its standing is a version', async () => {
    const { context } = offices.north;
    const [south] = readOffices(context);
    const id = south?.id ?? '';
    await officeHandlers(context)['offices.retire']({ id });
    const versions = historyOf(context.records.versions(id));
    expect(versions.map(({ body, caseId }) => [partnerOfficeKind.body.parse(body).standing, caseId])).toEqual(
      [
        ['new', null],
        ['compared', null],
        ['retired', null],
      ],
    );
    expect(readOffices(context)).toMatchObject([{ standing: 'retired', compared: { by: 'Test advocate' } }]);
  });

  it('goes with no case, is of no case, and comes with no package', async () => {
    const { north, south, caseId } = offices;
    const [known] = readOffices(north.context);
    await offices.send();
    const carried = versionsOfCase(south.context.db, caseId);
    expect(carried.some(({ kind }) => kind === 'partner-office')).toBe(false);
    const [version] = north.context.records.versions(known?.id ?? '');
    if (version === undefined) throw new Error('no office');
    const smuggled = [...versionsOfCase(north.context.db, caseId), { ...version, caseId }];
    expect(await codeOf(() => checkVersions(smuggled, caseId))).toBe('package-damaged');
    const create = (of: string | null, kind: string, body: unknown) =>
      codeOf(() =>
        north.context.act({ action: 'test', subject: null }, () => {
          north.context.records.create(kind, { id: north.context.newId(), caseId: of, body });
        }),
      );
    expect(await create(caseId, 'partner-office', version.body)).toBe('invalid-input');
    expect(await create(null, 'register', {})).toBe('invalid-input');
  });
});
