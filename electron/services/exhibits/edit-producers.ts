import { HoldfastError } from '../../../shared/errors';
import type { Producer } from '../../../shared/models/exhibit';
import { producerKind } from '../../../shared/records/producer';
import type { VaultContext } from '../../vault/api';
import { recordIdAbout } from '../../vault/records/record-id';
import {
  chooseInitials,
  initialsToChoose,
  insertProducer,
  readProducer,
  readProducers,
} from '../items/producers';

interface Person {
  readonly name: string;
  readonly initials: string;
}

/** Adding, naming, choosing and taking away the producers of a case. References that were given never change. */
export function producerEditor(context: VaultContext) {
  const { db } = context;

  function act(action: string, subject: string, caseId: string, change: () => void): Producer[] {
    context.act({ action, subject }, change);
    context.changed('cases', caseId);
    context.changed('evidence', caseId);
    return readProducers(context, caseId);
  }

  const recordOf = (id: string): string => recordIdAbout(producerKind.kind, id);

  /** The case's producer is the one with the case's initials. */
  function makeDefault(caseId: string, initials: string): void {
    const { shown } = context.records.standing(caseId);
    context.records.change(caseId, { ...shown?.body, exhibitInitials: initials });
  }

  return {
    add: (caseId: string, { name, initials }: Person): Producer[] => {
      const id = context.newId();
      if (db.prepare('SELECT 1 FROM cases WHERE id = ?').get(caseId) === undefined)
        throw new HoldfastError('not-found');
      return act('producer.create', id, caseId, () => {
        insertProducer(context, { id, caseId, name, initials });
        makeDefault(caseId, initials);
      });
    },
    change: (id: string, { name, initials }: Person): Producer[] => {
      const before = readProducer(context, id);
      return act('producer.update', id, before.caseId, () => {
        if (name !== before.name) context.records.change(recordOf(id), { producerId: id, name });
        if (initials === before.initials) return;
        chooseInitials(context, before, initials);
        if (before.isDefault) makeDefault(before.caseId, initials);
      });
    },
    remove: (id: string): Producer[] => {
      const before = readProducer(context, id);
      if (!before.removable) throw new HoldfastError('conflict');
      return act('producer.remove', id, before.caseId, () => {
        context.records.remove(recordOf(id));
      });
    },
    choose: (id: string): Producer[] => {
      const producer = readProducer(context, id);
      const { caseId, isDefault } = producer;
      if (isDefault) return readProducers(context, caseId);
      return act('producer.choose', id, caseId, () => {
        makeDefault(caseId, initialsToChoose(context, producer));
      });
    },
  };
}
