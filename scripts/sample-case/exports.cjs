/** Exports a phone makes of whole conversations, in the forms that clients bring. Everything in them is invented. */

const pad = (number) => String(number).padStart(2, '0');

/** `[day, time, sender or null for a line of the app itself, text]`; a text may have several lines. */
const conversation = [
  [
    '2026-01-02',
    '09:12',
    null,
    'Messages and calls are end-to-end encrypted. No one outside of this chat can read them.',
  ],
  ['2026-01-02', '09:12', 'Dean', 'happy new year'],
  ['2026-01-02', '09:13', 'Dean', 'we should talk'],
  [
    '2026-01-02',
    '10:40',
    'Rowan',
    'There is nothing to talk about. It has been over since November. Please don’t write.',
  ],
  ['2026-01-02', '10:41', 'Dean', 'you say that every time'],
  [
    '2026-01-04',
    '21:58',
    'Rowan',
    'Dean, I’ve said this twice now. Please don’t contact me again. Not here, not through anyone.',
  ],
  ['2026-01-04', '21:59', 'Dean', 'you dont mean that'],
  ['2026-01-04', '22:02', 'Dean', 'we need to talk properly face to face'],
  ['2026-01-04', '22:13', 'Dean', 'I’ll wait outside till you do'],
  ['2026-01-04', '22:40', 'Dean', '<Media omitted>'],
  ['2026-01-11', '07:05', 'Dean', 'morning'],
  ['2026-01-11', '07:06', 'Dean', 'saw you got the early bus'],
  ['2026-01-11', '07:06', 'Dean', 'new coat\nsuits you'],
  ['2026-01-18', '07:33', 'Dean', 'up already. light’s on'],
  ['2026-01-18', '07:41', null, 'Missed voice call'],
  ['2026-01-18', '07:44', null, 'Missed voice call'],
  ['2026-01-18', '07:52', 'Dean', 'pick up'],
  ['2026-01-25', '23:58', 'Dean', 'This message was deleted'],
  ['2026-01-26', '00:07', 'Dean', 'ignore that'],
  ['2026-02-01', '18:20', 'Dean', 'IMG-20260201-WA0003.jpg (file attached)\nrecognise the street?'],
  ['2026-02-03', '19:10', 'Dean', 'who is he'],
  ['2026-02-03', '19:14', 'Dean', 'Rowan: who is he. I’m asking nicely'],
  ['2026-02-14', '08:05', 'Dean', 'look outside'],
  ['2026-02-14', '08:31', 'Rowan', 'I am asking you for the last time to stop. I will go to the police.'],
  ['2026-02-14', '08:33', 'Dean', 'and say what'],
  ['2026-03-12', '22:38', 'Dean', 'you changed the lock'],
  ['2026-03-12', '22:41', 'Dean', 'that’s not going to keep me out of your life'],
  ['2026-03-29', '00:59', 'Dean', 'awake?'],
  ['2026-03-29', '02:03', 'Dean', 'clocks have gone forward and you still aren’t answering'],
];

/** As WhatsApp on Android writes it; a colon in a text is no sender. */
function whatsApp() {
  const line = ([day, time, sender, text]) => {
    const [year, month, date] = day.split('-');
    return `${date}/${month}/${year}, ${time} - ${sender === null ? '' : `${sender}: `}${text}`;
  };
  return `${conversation.map(line).join('\n')}\n`;
}

const zone = 'Europe/London';
/** The instant of a UK clock time: British Summer Time from the last Sunday of March to the last Sunday of October. */
function instantOf(day, time) {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  const shown = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
  const summer = Number(shown.format(asUtc)) !== Number(time.slice(0, 2));
  return asUtc - (summer ? 3_600_000 : 0);
}

const texts = [
  ['2026-05-30', '06:20', 1, '+447700900341', 'new number. dont block this one'],
  ['2026-05-30', '06:21', 1, '+447700900341', 'its me'],
  ['2026-05-30', '09:02', 2, '+447700900341', 'Do not contact me.'],
  ['2026-06-14', '10:41', 1, '+447700900341', 'you looked tired today'],
  ['2026-06-14', '10:55', 1, '+447700900341', 'the green jacket & the red bag <3'],
  ['2026-07-04', '22:47', 1, '+447700900862', 'third phone this year. your fault'],
  ['2026-07-04', '22:49', 1, '+447700900862', 'I know what time you finish'],
];
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** As the app "SMS Backup & Restore" writes messages. */
function sms() {
  const rows = texts.map(
    ([day, time, type, address, body]) =>
      `  <sms protocol="0" address="${address}" date="${instantOf(day, time)}" type="${type}" subject="null" body="${escaped(body)}" toa="null" sc_toa="null" service_center="null" read="1" status="-1" contact_name="(Unknown)" />`,
  );
  return `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count="${rows.length}">\n${rows.join('\n')}\n</smses>\n`;
}

/** Forty-seven calls on one evening, from 21:00 to 23:10, and a few before. */
function callRows() {
  const rows = [
    ['2026-10-03', '20:14', 3, '-1', 0],
    ['2026-10-03', '20:15', 3, '-1', 0],
    ['2026-10-09', '19:40', 1, '-1', 34],
    ['2026-10-09', '21:05', 2, '+447700900555', 260],
  ];
  for (let call = 0; call < 47; call += 1) {
    const minutes = Math.round((call * 130) / 46);
    const answered = call === 12 || call === 31;
    rows.push([
      '2026-10-13',
      `${pad(21 + Math.floor(minutes / 60))}:${pad(minutes % 60)}`,
      answered ? 1 : 3,
      '-1',
      answered ? 9 : 0,
    ]);
  }
  return rows;
}

function calls() {
  const rows = callRows().map(
    ([day, time, type, number, duration]) =>
      `  <call number="${number}" duration="${duration}" date="${instantOf(day, time)}" type="${type}" presentation="${number === '-1' ? 2 : 1}" contact_name="(Unknown)" />`,
  );
  return `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<calls count="${rows.length}">\n${rows.join('\n')}\n</calls>\n`;
}

/** A bill as a company lets one download it. */
function bill() {
  const rows = [
    ['01/10/2026', '08:12', 'Voice', '07700 900555', '00:03:10', '0.00'],
    ['03/10/2026', '18:55', 'Voice', '020 7946 0991', '00:11:42', '0.00'],
    ['09/10/2026', '21:05', 'Voice', '07700 900555', '00:04:20', '0.00'],
    ['13/10/2026', '23:15', 'Voice', '101', '00:17:05', '0.15'],
    ['14/10/2026', '09:01', 'Voice', '020 7946 0991', '00:06:33', '0.00'],
  ];
  const head = ['Date', 'Time', 'Type', 'Number dialled', 'Duration', 'Cost (GBP)'];
  return `${[head, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')}\r\n`;
}

const note = Buffer.from('Order 4471: flowers, no card. Paid in cash, man about 40, dark beard.\n').toString(
  'base64',
);

/** A message of a florist with a note attached. */
const email = [
  'Received: from mail.florist.example by mx.example; Tue, 18 Aug 2026 15:21:08 +0100',
  'From: "Petal and Stem" <shop@florist.example>',
  'To: rowan@mail.example',
  'Subject: Your question about the flowers',
  'Date: Tue, 18 Aug 2026 15:21:05 +0100',
  'Message-ID: <4471@florist.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="part"',
  '',
  '--part',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Hello,',
  '',
  'the flowers were ordered in the shop on Friday 14 August and paid in cash.',
  'He asked us to leave them at your door and not to ring. Our note is attached.',
  '',
  'Petal and Stem',
  '--part',
  'Content-Type: text/plain; name="order 4471.txt"',
  'Content-Disposition: attachment; filename="order 4471.txt"',
  'Content-Transfer-Encoding: base64',
  '',
  note,
  '--part--',
  '',
].join('\r\n');

/** Files of the sample case. */
const exports_ = [
  { name: 'WhatsApp Chat with Dean.txt', form: 'text', text: whatsApp() },
  { name: 'sms-20261101083000.xml', form: 'text', text: sms() },
  { name: 'calls-20261101083000.xml', form: 'text', text: calls() },
  { name: 'Phone bill October 2026.csv', form: 'text', text: bill() },
  {
    name: 'Your question about the flowers.eml',
    form: 'text',
    text: email,
    captured: ['2026-08-18', '15:21:05', 'email'],
  },
];

module.exports = { exports_ };
