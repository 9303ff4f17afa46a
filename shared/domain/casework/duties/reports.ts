import { counted } from '../../counts';
import { labelOf } from '../../../records/by-fields';
import { recordedAs } from '../../../records/police-report';
import type { PoliceReport } from '../../../records/police-report';
import { beside } from '../response/beside';
import type { EntryFact, Recorded } from './facts';
import { dueOf, dueSoon, on, onEntries, say, when } from './view';
import type { Found, View } from './view';

type Report = Recorded<PoliceReport>;

/** What is recorded, and what is not, of each report to the police. */
export function reportRules(view: View): readonly Found[] {
  const open = view.facts.reports.filter(({ body }) => body.closedOn === null);
  return [
    ...view.facts.reports.flatMap((report) => [
      ...recordedOtherwise(view, report),
      ...recordedNoCrime(view, report),
    ]),
    ...open.flatMap((report) => [...noNumber(view, report), ...notSaid(view, report)]),
    ...noDetective(open),
    ...spocNotTold(open),
    ...searchNotAsked(view, open),
  ];
}

/** The entries that a report names and that name acts associated with stalking. */
function actsIn({ facts }: View, { body }: Report): readonly EntryFact[] {
  const marked = new Set(beside(body, facts.entries).markedIds);
  return facts.entries.filter(({ id }) => marked.has(id));
}

/** Where the acts are listed, in words that follow "acts". */
function listed({ jurisdiction }: View): string {
  if (jurisdiction === 'scotland') return 'listed in section 39 of the Act of 2010';
  return jurisdiction === 'northern-ireland' ? 'listed in section 1 of the Act of 2022' : 'listed in s.2A(3)';
}

const taken = new Set<string | null>(['harassment', 'malicious_communications']);

function recordedOtherwise(view: View, report: Report): readonly Found[] {
  const { body, id, title } = report;
  const acts = taken.has(body.recordedAs) ? actsIn(view, report) : [];
  return when(acts.length > 0, () => ({
    rule: 'recorded-otherwise',
    subject: id,
    text: `${title} is recorded as ${saidAs(body)}; ${counted(acts.length, 'of its entries names', 'of its entries name')} acts ${listed(view)}.`,
    standsOn: [...on('police-report', { id, title }), ...onEntries(acts)],
    record: id,
  }));
}

const saidAs = ({ recordedAs: code }: PoliceReport): string =>
  labelOf(recordedAs, code ?? '').toLocaleLowerCase('en-GB');

function recordedNoCrime(view: View, report: Report): readonly Found[] {
  const { body, id, title } = report;
  const isNone = body.recordedAs === 'not_recorded' || body.recordedAs === 'domestic_incident';
  const acts = isNone ? actsIn(view, report) : [];
  return when(acts.length > 0, () => ({
    rule: 'recorded-no-crime',
    subject: id,
    text: `${title}: ${saidAs(body)}; ${counted(acts.length, 'of its entries names', 'of its entries name')} acts ${listed(view)}.`,
    standsOn: [...on('police-report', { id, title }), ...onEntries(acts)],
    record: id,
  }));
}

function noNumber(view: View, { id, title, body }: Report): readonly Found[] {
  const isNone = body.recordedAs === 'not_recorded' || body.recordedAs === 'domestic_incident';
  return isNone || body.crimeNumber !== ''
    ? []
    : dueSoon(view, dueOf(view, 'no-crime-number', body.on), {
        rule: 'no-crime-number',
        subject: id,
        text: `No crime number is recorded for the report of ${say(body.on)}.`,
        standsOn: on('police-report', { id, title }),
        record: id,
      });
}

function notSaid(view: View, { id, title, body }: Report): readonly Found[] {
  return body.recordedAs !== null
    ? []
    : dueSoon(view, dueOf(view, 'not-said-recorded-as', body.on), {
        rule: 'not-said-recorded-as',
        subject: id,
        text: `What the police recorded the report of ${say(body.on)} as is not recorded here.`,
        standsOn: on('police-report', { id, title }),
        record: id,
      });
}

/** Counted over the open reports: one line, not one for each. */
function noDetective(open: readonly Report[]): readonly Found[] {
  const unknown = open.filter(({ body }) => body.isDetective === null);
  const without = open.filter(({ body }) => body.isDetective === false);
  const all = [...unknown, ...without];
  const parts = [
    ...(unknown.length === 0 ? [] : [`of ${String(unknown.length)} it is not recorded`]),
    ...(without.length === 0 ? [] : [`${String(without.length)} not, as recorded`]),
  ];
  return when(all.length > 0, () => ({
    rule: 'no-detective',
    text: `Whether a detective has it, of ${counted(open.length, 'open report', 'open reports')}: ${parts.join('; ')}.`,
    standsOn: on('police-report', ...all),
    record: all[0]?.id ?? null,
  }));
}

function spocNotTold(open: readonly Report[]): readonly Found[] {
  const all = open.filter(({ body }) => body.spocContactedOn === null);
  return when(all.length > 0, () => ({
    rule: 'spoc-not-told',
    text: `Of ${String(all.length)} of ${counted(open.length, 'open report', 'open reports')} it is not recorded whether the single point of contact for stalking was told.`,
    standsOn: on('police-report', ...all),
    record: all[0]?.id ?? null,
  }));
}

/** Channels that leave something on a device or with a provider. */
const onDevices = new Set<string | null>([
  ...['call', 'voicemail', 'text', 'whatsapp', 'email', 'social', 'online_post', 'device_or_tracker'],
]);

/** A search under s.2B rests on s.2A being the offence: so the line is there once it is recorded as stalking. */
function searchNotAsked(view: View, open: readonly Report[]): readonly Found[] {
  const asked = view.facts.requests.some(
    ({ body }) => (body.what === 'search_2b' || body.what === 'devices') && body.on !== null,
  );
  const stalking = open.filter(({ body }) => body.recordedAs === 'stalking');
  const speak = stalking
    .flatMap((report) => actsIn(view, report))
    .filter(({ behaviours, channel }) => behaviours.includes('d') || onDevices.has(channel));
  const what = view.jurisdiction === 'england-and-wales' || view.jurisdiction === null ? ' under s.2B' : '';
  return when(!asked && speak.length > 0, () => ({
    rule: 'search-not-asked',
    text: `Recorded as stalking, and ${counted(speak.length, 'entry speaks', 'entries speak')} of devices or accounts; no ask for a search${what} or for devices to be examined is recorded.`,
    standsOn: [...on('police-report', ...stalking), ...onEntries(speak)],
    record: 'new-police-request',
  }));
}
