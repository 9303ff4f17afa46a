import type { VaultHandlers } from '../../../shared/contract/vault-methods';
import { HoldfastError } from '../../../shared/errors';
import type { VaultContext } from '../../vault/api';
import { readCertificate } from './certificate';
import { certificateHtml } from './certificate-html';
import { producerEditor } from './edit-producers';
import { labelsHtml } from './labels-html';
import { readPaperHead } from './paper-head';
import type { PaperHead } from './paper-head';
import { readPaperItems } from './paper-items';
import { nameItem } from '../items/name-item';
import { setPoliceRef, withPoliceRef } from './police-ref';
import { printTo } from '../print/print-to';
import { readProducers } from '../items/producers';
import { readSharedReferences, renumber } from './shared-references';
import { scheduleHtml } from './schedule-html';
import { caseOfItem } from '../items/case-of-item';

type ExhibitMethods = Extract<keyof VaultHandlers, `exhibits.${string}`>;

/** Producers, references, and the papers that go with exhibits. */
export function exhibitHandlers(context: VaultContext): Pick<VaultHandlers, ExhibitMethods> {
  const producers = producerEditor(context);

  const headOf = (caseId: string): PaperHead => readPaperHead(context, caseId);

  return {
    'exhibits.producers': ({ caseId }) => readProducers(context, caseId),
    'exhibits.addProducer': ({ caseId, ...person }) => producers.add(caseId, person),
    'exhibits.changeProducer': ({ id, ...person }) => producers.change(id, person),
    'exhibits.removeProducer': ({ id }) => producers.remove(id),
    'exhibits.chooseProducer': ({ id }) => producers.choose(id),
    'exhibits.setPoliceRef': ({ id, policeRef }) => setPoliceRef(context, id, policeRef),
    'exhibits.sayDocument': ({ id, document, title }) =>
      nameItem(context, 'evidence.document', id, { document, ...(title === null ? {} : { title }) }),
    'exhibits.withPoliceRef': ({ id, policeRef }) => ({
      exhibitRefs: [...withPoliceRef(context, id, policeRef)],
    }),
    'exhibits.sharedReferences': ({ caseId }) => readSharedReferences(context, caseId),
    'exhibits.renumber': ({ id }) => renumber(context, id),
    'exhibits.labels': async ({ itemIds, target, ...options }) => {
      const path = context.pathOf(target);
      const [first = ''] = itemIds;
      const caseId = caseOfItem(context, first);
      // A document is no exhibit of a witness, and gets no label.
      const items = readPaperItems(context, caseId, itemIds).filter(({ item }) => item.document === null);
      if (items.length === 0) throw new HoldfastError('no-exhibits');
      const printed = await printTo(context, labelsHtml(items, options), 'Exhibit labels', path);
      const subject = items.length === 1 ? first : null;
      const detail = { exhibits: items.length };
      context.act({ action: 'labels.save', subject, caseId, detail }, () => undefined);
      return printed;
    },
    'exhibits.schedule': async ({ caseId, itemIds, target }) => {
      const path = context.pathOf(target);
      const items = readPaperItems(context, caseId, itemIds);
      if (items.length === 0) throw new HoldfastError('bundle-empty');
      const page = scheduleHtml(headOf(caseId), items);
      const printed = await printTo(context, page, 'Schedule of exhibits', path);
      const detail = { exhibits: items.length };
      context.act({ action: 'schedule.save', subject: caseId, detail }, () => undefined);
      return printed;
    },
    'exhibits.certificate': async ({ id, withPlace, target }) => {
      const path = context.pathOf(target);
      const content = await readCertificate(context, id, withPlace, headOf);
      const printed = await printTo(context, certificateHtml(content), 'Record of an exhibit', path);
      context.act(
        {
          action: 'certificate.save',
          subject: id,
          detail: { exhibit: content.paper.item.exhibitRef, place: withPlace },
        },
        () => undefined,
      );
      context.changed('evidence', content.paper.item.caseId);
      return printed;
    },
  };
}
