import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import * as z from 'zod';
import { readFull, readTable } from '../../../electron/readers/tables/read-table';
import { html } from '../../../electron/services/print/html';
import { readEntry } from '../../../shared/domain/casework/breaches/read-entry';
import { readTerm } from '../../../shared/domain/casework/breaches/read-term';
import { icsFile } from '../../../shared/domain/casework/calendar/ics';
import {
  readyAddress,
  readyEmail,
  readyHandle,
  readyPhone,
  readyVehicle,
} from '../../../shared/domain/casework/conflict/identifiers';
import { readyName } from '../../../shared/domain/casework/conflict/names';
import { dateBounds } from '../../../shared/domain/dates/bounds';
import { parseEdtf } from '../../../shared/domain/dates/parse';
import { printDate } from '../../../shared/domain/dates/print';
import { readSpoken } from '../../../shared/domain/dates/spoken/spoken';
import type { SpokenReading } from '../../../shared/domain/dates/spoken/spoken';
import { nothingMore } from '../../../shared/domain/entry-content';
import { csvLine, unguard } from '../../../shared/domain/export/csv';
import { portableCells, portableHead } from '../../../shared/domain/export/portable-csv';
import { lineEntry, lineSource, readLine } from '../../../shared/domain/quick-add/read-line';
import { guessFields, hasHeadings, planTable } from '../../../shared/domain/table-import/mapping';
import { snippetOf } from '../../../shared/domain/text/search';
import { wantedWords } from '../../../shared/domain/text/searchable';
import { newEntrySchema } from '../../../shared/models/chronology';
import { tableReadSchema } from '../../../shared/models/chronology-export';
import { portableEntrySchema } from '../../../shared/models/portable';
import { WrongAnswer } from '../target';
import type { FuzzTarget, Started } from '../target';
import { fixture, texts } from './made';

const today = '2026-11-25';
const context = { today, lastDay: '2026-11-20' };

/** A target that reads what somebody typed. */
const typed = (
  rest: Pick<FuzzTarget, 'name' | 'about' | 'seeds' | 'words'> & { readonly most?: number },
  read: (text: string) => unknown,
): FuzzTarget => ({
  ...rest,
  ...{ form: 'text', slow: 1000 },
  start: (): Promise<Started> =>
    Promise.resolve({ read: (input) => Promise.resolve().then(() => read(input.toString('utf8'))) }),
});

/** What a field of a form lets through. */
const longestTyped = 20_000;
const longestLine = 4000;

const casesSchema = z.object({ cases: z.array(z.object({ input: z.string() })) });
async function phrases(...names: readonly string[]): Promise<readonly Buffer[]> {
  const files = await Promise.all(names.map((name) => fixture('words', name)));
  return files.flatMap((file) =>
    casesSchema.parse(JSON.parse(file.toString('utf8'))).cases.map(({ input }) => Buffer.from(input)),
  );
}

const dateWords = [
  ...[
    'today',
    'yesterday',
    'last',
    'next',
    'Tuesday',
    'Monday',
    'March',
    'Sept',
    'Feb',
    'Christmas',
    'Easter',
    'between',
    'and',
    'until',
  ],
  ...[
    'from',
    'to',
    'or',
    'before',
    'after',
    'since',
    'half past',
    'quarter to',
    'midnight',
    'noon',
    'am',
    'pm',
    "o'clock",
    'ago',
    'weeks',
  ],
  ...[
    'the 29th of February',
    '1st',
    '31st',
    '31/02/2024',
    '3/3/24',
    '2024-03-03',
    '21:05',
    '24:00',
    '9999',
    '0000',
    'every',
    'around',
  ],
  ...[
    'early',
    'mid',
    'late',
    'winter',
    'the week of',
    'weekend',
    'fortnight',
    'Nos Galan',
    'Mawrth',
    '“',
    '”',
    'said',
    "'",
  ],
];

/** What was read has to be a date, and where it was read from has to lie in the text. */
function requireSpoken(text: string, { value, ask, spans, unread }: SpokenReading): void {
  if (value !== null) {
    parseEdtf(value.edtf);
    printDate(value.edtf, value.time);
    dateBounds(value.edtf, value.time);
  }
  if (ask !== null && (ask.options.length < 1 || ask.options.some((option) => option === '')))
    throw new WrongAnswer('a question without options');
  for (const { start, end } of [...spans, ...unread])
    if (!(start >= 0 && start <= end && end <= text.length))
      throw new WrongAnswer('a place outside of the text');
}

const entryOf = (text: string) => ({
  ...{
    id: 'a',
    kind: 'incident' as const,
    edtf: '2026-11-03',
    time: null,
    title: text.slice(0, 200),
    description: text,
  },
  ...{
    quote: text,
    behaviours: [],
    channel: null,
    place: text.slice(0, 200),
    links: [],
    actor: null,
    others: text,
  },
  ...{ vehicle: '', threat: null },
});

const fullTable = (): readonly Buffer[] => {
  const entry = portableEntrySchema.parse({
    ...{
      ...nothingMore,
      edtf: '2026-11-03',
      time: { from: '21:00', to: null, precision: 'exact' },
      title: 'He rang',
    },
    ...{ exhibits: [], messages: [], links: [], behaviours: ['a'], witnesses: [] },
  });
  const table = csvLine(portableHead) + csvLine(portableCells(entry));
  const whole = { format: 'holdfast-chronology', version: 1, register: [], entries: [entry] };
  return texts(table, JSON.stringify(whole));
};

/** A table as it is taken in: its rows, what its columns seem to be, and its entries. */
function readOwnTable(text: string): unknown {
  const full = readFull(text);
  const table = readTable(text);
  if (!tableReadSchema.safeParse(table).success) throw new WrongAnswer('a table');
  const rows = table.rows.slice(0, 200);
  const hasHead = hasHeadings(rows, today);
  const body = hasHead ? rows.slice(1) : rows;
  const fields = guessFields(hasHead ? (rows[0] ?? []) : [], body);
  const plans = (['day-first', 'month-first', null] as const).map((order) =>
    planTable(body, fields, { today, order, firstNumber: 1, head: rows[0] ?? [] }),
  );
  for (const { entry } of plans.flatMap(({ rows: planned }) => planned))
    if (entry !== null && !newEntrySchema.safeParse(entry).success)
      throw new WrongAnswer('an entry of a table');
  return { full, fields, plans };
}

/** Text put into a page must come out as that text, and as nothing else. */
function showOnPage(text: string): unknown {
  const { text: page } = html`<html>
    <body>
      <p title="${text}">${text}</p>
    </body>
  </html>`;
  const { document } = parseHTML(page);
  const all = [...document.querySelectorAll('*')].map(({ localName }) => localName).join(' ');
  const said = document.querySelector('p');
  if (all !== 'html body p') throw new WrongAnswer('an element out of a text');
  if (said?.textContent !== text || said.getAttributeNames().join(' ') !== 'title')
    throw new WrongAnswer('another text');
  return page;
}

/** Whatever is written into a table comes out of it again. */
function writeCells(text: string): unknown {
  const cells = text.split('\u001f');
  const line = csvLine(cells);
  const rows: string[][] = parse(line, { relax_column_count: true });
  if (rows.length !== 1 || JSON.stringify(rows[0]?.map(unguard)) !== JSON.stringify(cells))
    throw new WrongAnswer('other cells than were written');
  if (rows[0]?.some((cell) => /^[=+\-@\t\r]/u.test(cell)) === true) throw new WrongAnswer('a formula');
  return line;
}

function writeCalendar(text: string): unknown {
  const fileOf = (summary: string): string =>
    icsFile(
      [{ uid: 'a', day: '2026-11-03', time: '09:30', minutes: 30, summary }],
      '2026-11-01T10:00:00.000Z',
    );
  const file = fileOf(text);
  const lines = file.split('\r\n');
  if (lines.some((line) => Buffer.byteLength(line) > 75)) throw new WrongAnswer('a line that is too long');
  const unfolded = file.replaceAll('\r\n ', '').split('\r\n');
  if (unfolded.length !== fileOf('').split('\r\n').length || /[\r\n]/u.test(unfolded.join('')))
    throw new WrongAnswer('a line out of a text');
  return file;
}

export const wordTargets: readonly FuzzTarget[] = [
  typed(
    {
      name: 'spoken-dates',
      about: 'dates as people say them',
      seeds: () => phrases('phrases.json', 'hard-phrases.json', 'phrases-already-right.json'),
      words: dateWords,
      most: longestLine,
    },
    (text) => {
      const reading = readSpoken(text, context);
      requireSpoken(text, reading);
      // Each answer to the first question leads somewhere.
      const { ask } = reading;
      const further = ask?.options.map((_, index) => {
        const next = readSpoken(text, context, { [ask.question]: index });
        requireSpoken(text, next);
        return next;
      });
      return { reading, further };
    },
  ),
  typed(
    {
      name: 'typed-lines',
      about: 'lines of what somebody tells, as entries',
      seeds: () => phrases('quick-add.json'),
      words: [...dateWords, 'He texted', 'rang 14 times', 'sent', 'flowers', 'He said: “', 'I am outside'],
      most: longestLine,
    },
    (text) => {
      const line = readLine(text, context);
      requireSpoken(text, line.date);
      const entry = lineEntry(line, line.acts, lineSource(text, line, 'Client'));
      if (entry !== null && !newEntrySchema.safeParse(entry).success)
        throw new WrongAnswer('an entry of a line');
      return { line, entry };
    },
  ),
  typed(
    {
      name: 'edtf',
      about: 'dates as they are stored',
      seeds: () =>
        Promise.resolve(
          texts(
            '2026-11-03',
            '2026-11',
            '2026',
            '2026-11-03?',
            '2026-11~',
            '202X',
            '2026-21',
            '2026-XX-XX',
            '2026-11-01/2026-11-03',
            '../2026',
            '2026-11-03/',
            '2026-11-03T21:05:00Z',
            '2026-11-XX%',
          ),
        ),
      words: [
        '..',
        '/',
        '?',
        '~',
        '%',
        'X',
        'XX',
        '-',
        'Y',
        'E3',
        'S2',
        'T',
        'Z',
        '+01:00',
        '{',
        '}',
        '[',
        ']',
        '-00',
        '-13',
        '-31',
      ],
      most: 64,
    },
    (text) => {
      const parsed = parseEdtf(text);
      const bounds = dateBounds(text, null);
      if (bounds.earliest > bounds.latest) throw new WrongAnswer('an end before the beginning');
      return {
        parsed,
        bounds,
        printed: printDate(text, null),
        at: dateBounds(text, { from: '21:05', to: null, precision: 'exact' }),
      };
    },
  ),
  typed(
    {
      name: 'tables',
      about: 'tables and chronologies that are taken in as entries',
      seeds: async () => [
        ...texts(
          'Date,What happened\n3 March 2024,He rang\n14/3/24 21:05,He came\n',
          'Date\tTime\tWhat\n3/3/24\t9pm\tRang\n',
          'sep=;\nDate;What\n03.03.2024;Rang\n',
        ),
        ...fullTable(),
        ...(await Promise.all(
          ['01-two-dates.csv', '05-us.csv', '07-semicolon-title.csv', '22-mixed-order.csv'].map((name) =>
            fixture('tables', name),
          ),
        )),
      ],
      words: [
        '"',
        '""',
        ',',
        ';',
        '\t',
        '\n',
        '\r\n',
        'sep=;',
        'Date',
        '31/02/2024',
        '"[{',
        '{"format":"holdfast-chronology"',
        '__proto__',
        "'=1+1",
      ],
    },
    readOwnTable,
  ),
  typed(
    {
      name: 'table-cells',
      about: 'cells written into a table and read again',
      seeds: () => Promise.resolve(texts('a\u001fb', '=1+1\u001f\'=1\u001f"x"', 'He said\r\n“no”\u001f')),
      words: ['=', "'", '"', '@', '\t', '\r', '\u001f', ',', '\ufeff'],
    },
    writeCells,
  ),
  typed(
    {
      name: 'page-text',
      about: 'text put into a page',
      seeds: () => Promise.resolve(texts('He said “no” & left', '<b>', '"\'><script>')),
      words: ['<script>', '&lt;', '&amp;', '"', "'", '<!--', ']]>', '</p>', '`', '\u0000'],
      most: longestTyped,
    },
    // What no HTML can hold is left out before it is compared.
    (text) => showOnPage(text.replaceAll(/[\u0000\r\ud800-\udfff\ufffd]/gu, '')),
  ),
  typed(
    {
      name: 'calendar',
      about: 'words put into a calendar file',
      seeds: () => Promise.resolve(texts('Hearing: 2 cases, 1 due; 09:30', 'a\\b')),
      words: ['\\', ';', ',', '\r\n', '\n', '\u2028', 'END:VEVENT', '😀'],
      most: 2000,
    },
    writeCalendar,
  ),
  typed(
    {
      name: 'searches',
      about: 'what is typed into a search',
      seeds: () => Promise.resolve(texts('Birch Lane', '"I am outside"', 'he AND she NOT*', 'кафе', '東京')),
      words: ['AND', 'OR', 'NOT', 'NEAR(', '*', '"', '^', '-', ':', '(', ')', '\u0301', '😀'],
      most: longestLine,
    },
    (text) => ({
      wanted: wantedWords(text),
      found: snippetOf(`${text} again. He was outside ${text}`, text),
    }),
  ),
  typed(
    {
      name: 'order-terms',
      about: 'terms of orders, and entries that may breach them',
      seeds: () =>
        Promise.resolve(
          texts(
            'Not to contact Sarah Hart by any means, direct or indirect.',
            'Not to go within 100 metres of 5 Birch Lane, Leeds, between 9 pm and 7 am, except to attend court.',
            'To surrender his passport and report to Elland Road police station every Monday at 10:00.',
            'He stood outside 5 Birch Lane at 21:05 and texted her 14 times.',
          ),
        ),
      words: [
        'except',
        'not to',
        'within',
        'metres',
        'directly',
        'by any means',
        'contact',
        'between',
        'and',
        'her home',
        'children',
        '100',
        'curfew',
        'tag',
      ],
      most: 4000,
    },
    (text) => {
      const people = [{ name: 'Sarah Hart', isProtected: true }];
      const places = ['Birch Lane', text.slice(0, 40)];
      const term = readTerm({ text, acts: [], placeText: text.slice(0, 200), placeIds: [] }, people);
      const entry = readEntry(entryOf(text), places);
      return { conducts: [...entry.conducts], duties: [...term.duties] };
    },
  ),
  typed(
    {
      name: 'identifiers',
      about: 'names, numbers and addresses that two cases are compared by',
      seeds: () =>
        Promise.resolve(
          texts(
            'Dr Sarah-Jane O’Hart (née Bell)',
            '+44 (0)7700 900123',
            'R.Example+a@Mail.example',
            '@r_example',
            'AB12 CDE',
            'Flat 3, 5 Birch Lane, Leeds LS1 1AA',
          ),
        ),
      words: ['+44', '(0)', '@', '.', 'née', 'Mc', "O'", 'Flat', 'LS1 1AA', '\u0301', 'ß'],
      most: 2000,
    },
    (text) =>
      [readyName, readyPhone, readyEmail, readyHandle, readyVehicle, readyAddress].map((ready) =>
        ready(text),
      ),
  ),
];
