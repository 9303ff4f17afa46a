import * as z from 'zod';
import { dateBounds } from '../../../shared/domain/dates/bounds';
import { printDate } from '../../../shared/domain/dates/print';
import { newEntrySchema } from '../../../shared/models/chronology';
import { jurisdictionSchema } from '../../../shared/models/jurisdiction';
import { registerBodySchema } from '../../../shared/models/register';
import type {
  ResponseEntry,
  ResponseFacts,
  ResponseHearing,
  ResponseOrder,
} from '../../../shared/models/response';
import type { VaultContext } from '../../vault/api';
import { shownAbout } from '../../vault/records/shown-about';
import { allRows, parseJson } from '../../vault/rows/rows';
import { readProceedings } from '../proceedings/read-proceedings';

type Context = Pick<VaultContext, 'db'>;

const row = z.object({ id: z.string(), body: z.string() });
/** The few fields of an entry that are read here. */
const narrowBody = newEntrySchema.pick({
  edtf: true,
  time: true,
  kind: true,
  title: true,
  behaviours: true,
  reported: true,
  unreported: true,
});

/** Entries in the order of their dates, without evidence, messages and links, which have tables of their own. */
export function readResponseEntries({ db }: Context, caseId: string): ResponseEntry[] {
  return allRows(
    db,
    row,
    'SELECT id, body FROM entries WHERE case_id = ? AND removed = 0 ORDER BY earliest, latest, id',
    caseId,
  ).map(({ id, body }) => {
    const { edtf, time, ...entry } = parseJson(narrowBody, body);
    const { earliest, latest } = dateBounds(edtf, time);
    return { ...entry, id, printedDate: printDate(edtf, time), earliest, latest };
  });
}

/** Orders and bail of the register, in the order in which they were written down. */
export function readResponseOrders({ db }: Context, caseId: string): ResponseOrder[] {
  return allRows(
    db,
    row,
    "SELECT id, body FROM register WHERE case_id = ? AND kind = 'order' AND removed = 0 ORDER BY created_at, id",
    caseId,
  ).map(({ id, body }) => {
    const { name, orderType, from, until, order = null } = parseJson(registerBodySchema, body);
    return { id, name, orderType, from, until, order };
  });
}

/** Hearings of all proceedings of a case that have a date. */
function readHearings(context: VaultContext, caseId: string): ResponseHearing[] {
  return readProceedings(context, caseId).flatMap(({ id, court, title, hearings }) =>
    hearings.flatMap(({ edtf, what }) =>
      edtf === null ? [] : [{ id, edtf, what, court: court === '' ? title : court }],
    ),
  );
}

const said = z.object({
  jurisdiction: jurisdictionSchema.nullable().catch(null),
  enhancedRights: z.boolean().nullable().catch(null),
});

/** What the details of a case say of its law and of the client's rights; null where nobody has said. */
function readDetails({ db }: Context, caseId: string): z.infer<typeof said> {
  const read = said.safeParse(shownAbout(db, 'case-details', caseId)?.body);
  return read.success ? read.data : { jurisdiction: null, enhancedRights: null };
}

/** What the records of police and court stand beside. */
export function readResponse(context: VaultContext, caseId: string): ResponseFacts {
  return {
    ...readDetails(context, caseId),
    entries: readResponseEntries(context, caseId),
    orders: readResponseOrders(context, caseId),
    hearings: readHearings(context, caseId),
  };
}
