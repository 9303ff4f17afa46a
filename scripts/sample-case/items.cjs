/** Every file of the sample case: how it is drawn, what it is called, what its maker writes into it. All of it is invented. */
const { callLog, chat, document_, letter, photo, post, scenes } = require('./templates.cjs');

const { exports_ } = require('./exports.cjs');

const samsung = { make: 'samsung', model: 'SM-A546B' };
const iphone = { make: 'Apple', model: 'iPhone 14' };
const phone = { width: 360, height: 780, scale: 3 };
const tall = { width: 360, height: 800, scale: 3 };
const ios = { width: 390, height: 844, scale: 3 };

/** A day as EXIF writes it. */
const exifTime = (date, time) => `${date.replaceAll('-', ':')} ${time}`;
const taken = (date, time, offset, more = {}) => ({ taken: exifTime(date, time), offset, ...more });

const longThread = [];
for (let day = 14; day <= 18; day += 1) {
  longThread.push({ day: `${day} April 2026` });
  const lines = [
    'morning',
    'are you up',
    'I know you read these',
    'fine. ignore me then',
    'you cant just stop talking to someone after four years',
    'I drove past, your light was on',
    'ok sorry. sorry. please just answer',
    'last one I promise',
    'Rowan',
    'ROWAN',
  ];
  for (const [index, text] of lines.entries())
    longThread.push({
      text: index === 5 && day > 15 ? 'saw you at the bus stop. new coat' : text,
      time: `${String(7 + index).padStart(2, '0')}:${String((day * 7 + index * 11) % 60).padStart(2, '0')}`,
    });
}

/** `captured` is what the file says, `conflict` where two sources are meant to disagree. */
const items = [
  {
    name: 'Screenshot_20260104_221507_WhatsApp.jpg',
    form: 'jpeg',
    size: phone,
    exif: taken('2026-01-04', '22:15:07', '+00:00', samsung),
    captured: ['2026-01-04', '22:15:07', 'exif'],
    html: chat({
      style: 'green',
      who: 'Dean',
      sub: 'last seen today at 22:14',
      status: '22:15',
      messages: [
        { day: 'TODAY' },
        {
          text: 'Dean, I’ve said this twice now. Please don’t contact me again. Not here, not through anyone.',
          time: '21:58',
          me: true,
        },
        { text: 'you dont mean that', time: '21:59' },
        { text: 'we need to talk properly face to face', time: '22:02' },
        { text: 'I’ll wait outside till you do', time: '22:13' },
      ],
    }),
  },
  {
    name: 'Screenshot_20260118_073344_WhatsApp.jpg',
    form: 'jpeg',
    size: phone,
    exif: taken('2026-01-18', '07:33:44', '+00:00', samsung),
    captured: ['2026-01-18', '07:33:44', 'exif'],
    html: chat({
      style: 'green',
      who: '+44 7700 900412',
      sub: 'Not in your contacts',
      status: '07:33',
      messages: [
        { notice: 'The sender is not in your contact list. Block or report.' },
        { day: 'TODAY' },
        { text: 'its me. you blocked the other one', time: '06:12' },
        { text: 'happy birthday for tuesday', time: '06:12' },
        { text: 'got you something', time: '06:40' },
      ],
    }),
  },
  {
    name: 'Screenshot_20260203-191822.png',
    form: 'png',
    size: { width: 412, height: 915, scale: 2.625 },
    captured: ['2026-02-03', '19:18:22', 'file-name'],
    html: chat({
      style: 'sms',
      who: '07700 900388',
      sub: 'Text message',
      status: '19:18',
      messages: [
        { day: 'Tue 3 Feb, 18:47' },
        { text: 'Your desk is by the window now. Nice.' },
        { text: 'Who is this?', me: true },
        { text: 'someone who notices' },
      ],
    }),
  },
  {
    name: '20260214_081205.jpg',
    form: 'jpeg',
    size: { width: 1500, height: 1125, scale: 2 },
    exif: taken('2026-02-14', '08:12:05', '+00:00', {
      ...samsung,
      software: 'A546BXXS8CXC1',
      gps: [53.7466, -1.5301],
    }),
    gps: true,
    captured: ['2026-02-14', '08:12:05', 'exif'],
    html: photo('flowers'),
  },
  {
    name: 'IMG_0398.PNG',
    form: 'png',
    size: ios,
    exif: taken('2026-02-21', '13:04:51', '+00:00', { comment: 'Screenshot' }),
    captured: ['2026-02-21', '13:04:51', 'exif'],
    html: chat({
      style: 'blue',
      who: 'Mum',
      sub: '',
      status: '13:04',
      ios: true,
      messages: [
        { day: 'Today 12:51' },
        {
          text: 'Dean has just rung me asking for your new number. I didn’t give it. He said you two are “sorting things out”?',
        },
        { text: 'Mum we are not. Please don’t answer him.', me: true },
        { text: 'I won’t love. He also asked where you park xx' },
      ],
    }),
  },
  {
    name: 'Screenshot_20260312_224107_WhatsApp.jpg',
    form: 'jpeg',
    size: phone,
    exif: taken('2026-03-12', '22:41:07', '+00:00', samsung),
    captured: ['2026-03-12', '22:41:07', 'exif'],
    html: chat({
      style: 'greenDark',
      who: '+44 7700 900455',
      sub: '',
      status: '22:41',
      messages: [
        { day: 'TODAY' },
        { call: 'Missed voice call', time: '22:17' },
        { call: 'Missed voice call', time: '22:19' },
        { call: 'Missed voice call', time: '22:24' },
        { text: 'pick up', time: '22:25' },
        { call: 'Missed voice call', time: '22:31' },
        { text: 'I can do this all night', time: '22:40' },
      ],
    }),
  },
  {
    name: 'Screenshot_20260405-231244.png',
    form: 'png',
    size: { width: 412, height: 915, scale: 2.625 },
    captured: ['2026-04-05', '23:12:44', 'file-name'],
    html: callLog({
      status: '23:12',
      rows: [
        ['Withheld number', 'Missed', '23:10', 1],
        ['Withheld number', 'Missed', '23:08', 1],
        ['Withheld number', 'Missed', '23:07', 1],
        ['Withheld number', 'Missed', '23:03', 1],
        ['Withheld number', 'Answered, 4 s', '22:58', 0],
        ['Withheld number', 'Missed', '22:57', 1],
        ['Withheld number', 'Missed', '22:51', 1],
        ['Withheld number', 'Missed', '22:50', 1],
        ['Mum', 'Outgoing, 12 min', '20:14', 0],
        ['Withheld number', 'Missed', '19:42', 1],
        ['Withheld number', 'Missed', '19:40', 1],
      ],
    }),
  },
  {
    name: 'Screenshot_20260418-201533.png',
    form: 'png',
    size: { width: 360, height: 3000, scale: 3 },
    captured: ['2026-04-18', '20:15:33', 'file-name'],
    html: chat({
      style: 'sms',
      who: '07700 900388',
      sub: 'Text message',
      status: '20:15',
      messages: longThread,
      foot: false,
    }),
  },
  {
    name: 'IMG_0412.PNG',
    form: 'png',
    size: ios,
    exif: taken('2026-05-09', '17:22:30', '+01:00', { comment: 'Screenshot' }),
    captured: ['2026-05-09', '17:22:30', 'exif'],
    html: post({
      status: '17:22',
      account: 'rowan.real.story',
      sub: 'Harrowgate Mills',
      text: 'Ask her why she really left. Some people smile at work and wreck lives at home.',
      scene: scenes.flat(),
      likes: 14,
      comments: [
        ['m_okafor', 'Is this about someone you know??'],
        ['pz_krak', 'Proszę to usunąć. Znam ją.'],
        ['rowan.real.story', 'she knows who she is'],
      ],
      when: '9 May',
    }),
  },
  { name: 'IMG_0412 (1).PNG', copyOf: 'IMG_0412.PNG' },
  {
    name: 'IMG_0419.PNG',
    form: 'png',
    size: ios,
    exif: taken('2026-05-23', '09:47:12', '+01:00', { comment: 'Screenshot' }),
    captured: ['2026-05-23', '09:47:12', 'exif'],
    html: chat({
      style: 'social',
      who: 'rowan.real.story',
      sub: 'Active now',
      status: '09:47',
      ios: true,
      messages: [
        { day: 'Today 09:31' },
        { text: 'nice yellow car seat' },
        { text: 'where’s it going without me' },
        { text: 'I told you. Leave me alone.', me: true },
        { text: 'you look tired when you unlock the shop' },
      ],
    }),
  },
  {
    name: 'PXL_20260530_061544210.jpg',
    form: 'jpeg',
    size: { width: 1440, height: 1080, scale: 1.4 },
    exif: taken('2026-05-30', '07:15:44', '+01:00', { make: 'Google', model: 'Pixel 7a' }),
    captured: ['2026-05-30', '07:15:44', 'exif'],
    html: photo('street'),
  },
  {
    name: 'IMG-20260614-WA0007.jpg',
    form: 'jpeg',
    size: { width: 900, height: 1200, scale: 1 },
    captured: ['2026-06-14', null, 'file-name'],
    html: photo('tracker'),
  },
  {
    name: 'IMG_20260614_103312.jpg',
    form: 'jpeg',
    size: { width: 1200, height: 1600, scale: 1.25 },
    stored: 'sideways',
    exif: taken('2026-06-14', '10:33:12', '+01:00', {
      make: 'motorola',
      model: 'moto g54 5G',
      orientation: 6,
      gps: [53.7481, -1.5342],
    }),
    gps: true,
    captured: ['2026-06-14', '10:33:12', 'exif'],
    html: photo('tracker'),
  },
  {
    name: 'Screenshot_2026-06-28-21-06-21-191_com.whatsapp.jpg',
    form: 'jpeg',
    size: tall,
    captured: ['2026-06-28', '21:06:21', 'file-name'],
    html: chat({
      style: 'green',
      who: 'Kas (work)',
      sub: 'online',
      status: '21:06',
      messages: [
        { day: 'TODAY' },
        { text: 'Hey, Dean’s been in the shop again asking when you’re on', time: '20:55' },
        { text: 'Said he was your brother to the new girl', time: '20:55' },
        { text: 'Did she tell him??', time: '20:58', me: true },
        { text: 'She said you finish at six on Thursdays. She’s really sorry', time: '21:05' },
      ],
    }),
  },
  {
    name: 'Screenshot_2026-06-28-21-09-40-142-edit_com.whatsapp.jpg',
    form: 'jpeg',
    size: { width: 360, height: 520, scale: 3 },
    edited: true,
    captured: ['2026-06-28', '21:09:40', 'file-name'],
    html: chat({
      style: 'green',
      who: 'Kas (work)',
      sub: 'online',
      status: '21:09',
      foot: false,
      messages: [
        { text: 'She said you finish at six on Thursdays. She’s really sorry', time: '21:05' },
        { text: 'He wrote it on his hand', time: '21:08' },
      ],
    }),
  },
  {
    name: 'Bail notice 12 July 2026.pdf',
    form: 'pdf',
    made: '20260712144207',
    captured: 'pdf',
    html: document_({
      head: '<h1>Notice of bail conditions</h1><div class="meta"><b>Reference</b><span>13/4471/26</span><b>Given to</b><span>Dean H.</span><b>Date</b><span>12 July 2026</span></div>',
      lines: [
        'You have been bailed to return to Harrowgate Mills police station on 9 October 2026 at 10:00.',
        'You must not contact, directly or indirectly, the person named in the schedule.',
        'You must not go within 200 metres of Mill Row Stationers or of any address where you believe that person to be.',
        'These conditions stay in force until you answer bail or they are changed in writing.',
      ],
      foot: 'Fictional document made for the Holdfast sample case.',
    }),
  },
  {
    name: 'Doorbell_Front_2026-08-03 22-14-07.jpg',
    form: 'jpeg',
    size: { width: 1280, height: 960, scale: 1 },
    exif: taken('2026-08-03', '21:14:07', null, { make: 'Lanthorn', model: 'Doorbell 2' }),
    conflict: true,
    captured: ['2026-08-03', '21:14:07', 'exif'],
    html: photo(
      'door',
      '<div style="position:fixed;left:18px;top:14px;color:#fff;font:600 24px monospace;text-shadow:0 0 4px #000">Front door 03/08/2026 22:14:07</div><svg style="position:fixed;left:820px;top:300px;width:330px;height:660px" viewBox="0 0 100 200"><circle cx="50" cy="32" r="22" fill="#14161a"/><path d="M14 62h72l12 138H2Z" fill="#191c22"/></svg>',
    ),
  },
  {
    name: 'WhatsApp Image 2026-08-13 at 16.14.32.jpeg',
    form: 'jpeg',
    size: { width: 1200, height: 900, scale: 1 },
    captured: ['2026-08-13', '16:14:32', 'file-name'],
    html: photo('parcel'),
  },
  {
    name: 'signal-2026-08-20-184502.jpg',
    form: 'jpeg',
    size: phone,
    captured: ['2026-08-20', '18:45:02', 'file-name'],
    html: chat({
      style: 'signal',
      who: 'Ines',
      sub: '',
      status: '18:45',
      messages: [
        { day: 'Today' },
        { text: 'He messaged me on here, look. He wants me to “pass something on”', time: '18:41' },
        { text: 'Don’t. Just screenshot it for me please', time: '18:43', me: true },
        {
          text: '“tell her I only want five minutes and then it’s over one way or the other”',
          time: '18:44',
        },
      ],
    }),
  },
  {
    name: 'Screenshot 2026-08-27 181503.png',
    form: 'png',
    size: { width: 1280, height: 720, scale: 1.5 },
    texts: { Software: 'Snipping Tool' },
    captured: ['2026-08-27', '18:15:03', 'file-name'],
    html: document_({
      head: '<div style="padding:40px 60px"><h1>Sign-in attempt blocked</h1>',
      lines: [
        'Someone tried to sign in to the account r•••@example.org with the correct password.',
        'Device: unknown Windows computer. Place: near Harrowgate Mills. Thursday 27 August 2026, 17:52 BST.',
        'If this was not you, change your password.',
      ],
      foot: 'Fictional picture made for the Holdfast sample case.',
    }),
  },
  {
    name: 'Screenshot 2026-09-02 at 10.21.45\u202fPM.png',
    form: 'png',
    size: { width: 1100, height: 760, scale: 1.6 },
    exif: taken('2026-09-02', '22:21:45', '+01:00', { comment: 'Screenshot' }),
    captured: ['2026-09-02', '22:21:45', 'exif'],
    html: chat({
      style: 'request',
      who: 'Dee Hollis',
      sub: 'Message request. Joined 1 September 2026',
      status: '22:21',
      foot: false,
      messages: [
        { notice: 'You are not friends. They will not know you have seen this until you accept.' },
        { day: 'Today 21:50' },
        { text: 'new page same me' },
        { text: 'police dont scare me. its only talking' },
        { text: 'wear the green scarf thursday so I know you got this' },
      ],
    }),
  },
  {
    name: 'Screenshot_20260923_220541_Instagram.png',
    form: 'png',
    size: phone,
    exif: taken('2026-09-23', '23:05:41', '+01:00', samsung),
    conflict: true,
    captured: ['2026-09-23', '23:05:41', 'exif'],
    html: chat({
      style: 'social',
      who: 'r_w_new3',
      sub: 'Instagram',
      status: '23:05',
      messages: [
        { day: 'Today 22:58' },
        { photo: scenes.door(), text: '' },
        { text: 'nice door. new colour' },
        { text: 'i can see the light on upstairs' },
        { text: 'Who is this? Leave me alone.', me: true },
        { text: 'you know who. five minutes thats all' },
      ],
    }),
  },
  { name: 'Voicemail 2026-10-02.wav', form: 'wav' },
  {
    name: 'police email 6 oct.pdf',
    form: 'pdf',
    made: '20261006190311',
    captured: 'pdf',
    html: document_({
      head: '<h1>RE: 13/4471/26 further contact on 23 September</h1><div class="meta"><b>From</b><span>PC Amara Lindqvist &lt;a.lindqvist@example.org&gt;</span><b>To</b><span>Rowan &lt;r.w@example.net&gt;</span><b>Sent</b><span>Tue, 6 Oct 2026 14:22 +0100</span></div>',
      lines: [
        'Dear Rowan,',
        'Thank you for sending the Instagram messages. I have added them to the log (reference 214 of 23 September). As the account is not in his name I will need to ask the company who opened it, and that can take some weeks.',
        'In the meantime please keep everything and do not reply. If he comes to the shop or the flat ring 999.',
        'On your question whether this breaks his bail: I have passed it to my sergeant and will come back to you.',
        'Kind regards,',
        'Amara Lindqvist',
        '----',
        'From: Rowan. Sent: Thu, 24 Sep 2026 09:10. Subject: further contact on 23 September',
        'Hello, I was told to write to you. Last night a new account sent me a photo of my front door. It was painted on Sunday, so the photo is from this week. I am frightened he has been to the flat. My neighbour پروین saw a man at the gate on Monday evening. Can you tell me what happens about bail?',
      ],
      foot: 'Fictional document made for the Holdfast sample case.',
    }),
  },
  {
    name: 'Phone bill October 2026 page 3 withheld and unknown callers itemised 07700900127 for R.pdf',
    form: 'pdf',
    made: '20261103091455',
    landscape: true,
    captured: 'pdf',
    html: document_({
      landscape: true,
      head: '<h1>Itemised incoming calls, 1 to 31 October 2026</h1>',
      lines: [],
      table: [
        ['Date', 'Time', 'Number', 'Length', 'Type'],
        ...Array.from({ length: 22 }, (_, index) => [
          `${String(3 + Math.floor(index / 2)).padStart(2, '0')}/10/2026`,
          `${String(20 + (index % 4)).padStart(2, '0')}:${String((index * 13) % 60).padStart(2, '0')}`,
          'Withheld',
          index % 5 === 0 ? '00:00:06' : '00:00:00',
          index % 5 === 0 ? 'Answered' : 'Missed',
        ]),
      ],
      foot: 'Fictional document made for the Holdfast sample case.',
    }),
  },
  {
    name: 'letter under windscreen.pdf',
    form: 'scan',
    made: '20261028174926',
    captured: 'pdf',
    html: letter([
      'Rowan,',
      'You can change the number, you can change the door. You can not change what we are.',
      'I have been fair. I waited. I only want five minutes and you make me wait in the cold like a dog.',
      'After the 19th I am done waiting.',
      'D.',
    ]),
  },
  {
    name: 'IMG_0455.HEIC',
    form: 'heic',
    size: { width: 1512, height: 2016, scale: 1 },
    exif: taken('2026-11-03', '21:04:18', '+00:00', { ...iphone, software: '19.1', gps: [53.7473, -1.5316] }),
    gps: true,
    captured: ['2026-11-03', '21:04:18', 'exif'],
    html: photo('carpark'),
  },
  {
    name: 'IMG_20261103_210811.jpg',
    form: 'jpeg',
    size: { width: 2000, height: 1500, scale: 2 },
    exif: taken('2026-11-03', '21:08:11', '+00:00', {
      make: 'motorola',
      model: 'moto g54 5G',
      software: 'Snapseed 2.0',
    }),
    edited: true,
    captured: ['2026-11-03', '21:08:11', 'exif'],
    html: photo('carpark'),
  },
  {
    name: 'staff entrance cctv still.webp',
    form: 'webp',
    size: { width: 1280, height: 720, scale: 1 },
    html: photo(
      'carpark',
      '<div style="position:fixed;right:22px;bottom:16px;color:#fff;font:600 22px monospace">CAM 02 2026-11-03 20:57:31</div>',
    ),
  },
  {
    name: 'typing.gif',
    form: 'gif',
    size: { width: 240, height: 200, scale: 1 },
    html: chat({
      style: 'social',
      who: 'r_w_new3',
      status: '07:40',
      foot: false,
      messages: [{ text: '•••' }],
    }),
  },
  {
    name: 'Screenshot_20261119-091155.png',
    form: 'png',
    size: { width: 412, height: 915, scale: 2.625 },
    captured: ['2026-11-19', '09:11:55', 'file-name'],
    html: callLog({
      status: '09:11',
      rows: Array.from({ length: 11 }, (_, index) => [
        'Withheld number',
        index === 6 ? 'Voicemail, 0:41' : 'Missed',
        `09:${String(10 - index).padStart(2, '0')}`,
        index === 6 ? 0 : 1,
      ]),
    }),
  },
  {
    name: 'Screenshot_20261119-091230.png',
    form: 'png',
    size: { width: 412, height: 915, scale: 2.625 },
    captured: ['2026-11-19', '09:12:30', 'file-name'],
    html: callLog({
      status: '09:12',
      rows: Array.from({ length: 11 }, (_, index) => [
        'Withheld number',
        'Missed',
        `08:${String(41 - index * 4).padStart(2, '0')}`,
        1,
      ]),
    }),
  },
  {
    name: 'voicemail transcript.txt',
    form: 'text',
    text: 'Voicemail left 19 Nov 2026, 09:04, number withheld.\nWritten down by Rowan the same morning.\n\n"You can\'t ignore me for ever. Today\'s the day, Rowan. I said the nineteenth."\n',
  },
  {
    name: 'IMG_20261119_183301.jpg',
    form: 'jpeg',
    size: { width: 1600, height: 1200, scale: 1 },
    damaged: true,
    exif: taken('2026-11-19', '18:33:01', '+00:00', samsung),
    captured: ['2026-11-19', '18:33:01', 'exif'],
    html: photo('street'),
  },
  { name: 'Photo from Ines.png', form: 'damaged-png' },
  ...exports_,
];

module.exports = { items };
