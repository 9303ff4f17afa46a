import type { LeftOut } from '../../../shared/domain/merge/share';
import { isStub } from '../../../shared/domain/records/version';
import type { PackageForecast } from '../../../shared/models/transfer';
import { kindOf, recordKinds } from '../../../shared/records/all';
import { entryKind } from '../../../shared/records/entry';
import type { VaultContext } from '../../vault/api';
import { countEntries } from '../chronology/entry-rows';
import { readItems } from '../items/item-rows';
import { filesOf } from './files-of';
import { paddingBytes } from './padding';
import { shownOf } from './records/versions';
import { tarBytes } from './tar';
import { whatGoes } from './what-goes';

/** What a package would hold as things are. Throws as `whatGoes`. */
export function forecast(context: VaultContext, asked: Parameters<typeof whatGoes>[1]): PackageForecast {
  const { records, leftOut } = whatGoes(context, asked);
  const { caseId, items, versions } = records;
  const redacted = new Set(
    asked.purpose === 'share'
      ? (asked.chosen?.exhibits.flatMap(({ redactionId }) => redactionId ?? []) ?? [])
      : [],
  );
  const lengths = [...filesOf(context, records).values()].map(({ bytes }) => bytes);
  const entries = shownOf(versions, entryKind.kind).length;
  const whole = {
    exhibits: readItems(context, caseId, 'exhibit').length,
    entries: countEntries(context, caseId),
  };
  return {
    exhibits: items.length,
    redacted: items.filter(({ id }) => redacted.has(id)).length,
    entries,
    others: recordKinds
      .filter((kind) => kind !== entryKind.kind)
      .map((kind) => ({ kind, count: shownOf(versions, kind).length }))
      .filter(({ count }) => count > 0),
    bytes: lengths.reduce((sum, bytes) => sum + bytes, 0),
    needs: tarBytes([...lengths, paddingBytes(lengths)]),
    stays: {
      exhibits: Math.max(0, whole.exhibits - items.length),
      entries: Math.max(0, whole.entries - entries),
    },
    leftOut: countsOf([...leftOut.values()]),
    unknown: versions.filter(
      (version) => !isStub(version) && version.schema > (kindOf(version.kind)?.schema ?? -1),
    ).length,
  };
}

function countsOf(all: readonly LeftOut[]): PackageForecast['leftOut'] {
  return [...new Set(all)].map((why) => ({ why, count: all.filter((each) => each === why).length }));
}
