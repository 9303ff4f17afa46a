/** HTML for every kind of picture in the sample case. The layouts are those people know; names and marks are invented. */
const escape = (text) =>
  text.replace(/[&<>"]/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter]);

const styles = {
  green: {
    bg: '#efe7dd',
    head: '#0b5d52',
    headInk: '#fff',
    mine: '#d8f6c6',
    theirs: '#fff',
    ink: '#15202b',
    meta: '#667781',
    radius: 9,
    font: 'Arimo',
  },
  greenDark: {
    bg: '#0c151a',
    head: '#1f2c33',
    headInk: '#e9edef',
    mine: '#054d44',
    theirs: '#1f2c33',
    ink: '#e9edef',
    meta: '#8fa0a8',
    radius: 9,
    font: 'Arimo',
  },
  blue: {
    bg: '#fff',
    head: '#f6f6f8',
    headInk: '#111',
    mine: '#0a7cff',
    mineInk: '#fff',
    theirs: '#e6e5ea',
    ink: '#111',
    meta: '#8a8a8f',
    radius: 19,
    font: 'Inter, Arimo',
  },
  sms: {
    bg: '#f8faf8',
    head: '#f8faf8',
    headInk: '#1d1b20',
    mine: '#4b5c92',
    mineInk: '#fff',
    theirs: '#e2e2ec',
    ink: '#1d1b20',
    meta: '#5a5d72',
    radius: 22,
    font: 'Arimo',
  },
  social: {
    bg: '#000',
    head: '#000',
    headInk: '#f5f5f5',
    mine: '#6a3df0',
    mineInk: '#fff',
    theirs: '#262626',
    ink: '#f5f5f5',
    meta: '#a8a8a8',
    radius: 20,
    font: 'Inter, Arimo',
  },
  request: {
    bg: '#fff',
    head: '#fff',
    headInk: '#050505',
    mine: '#0866ff',
    mineInk: '#fff',
    theirs: '#f0f0f2',
    ink: '#050505',
    meta: '#65676b',
    radius: 18,
    font: 'Inter, Arimo',
  },
  signal: {
    bg: '#fdfdff',
    head: '#fdfdff',
    headInk: '#1b1b1f',
    mine: '#2f5fe0',
    mineInk: '#fff',
    theirs: '#e9e9ee',
    ink: '#1b1b1f',
    meta: '#6b6b72',
    radius: 18,
    font: 'Inter, Arimo',
  },
};

function page(body, css) {
  return `<!doctype html><meta charset="utf-8"><style>*{box-sizing:border-box}html,body{margin:0}body{overflow:hidden;font:15px/1.35 Inter,Arimo,"Noto Sans Arabic",sans-serif;-webkit-font-smoothing:antialiased}${css}</style>${body}`;
}

function statusBar(time, colour, ios) {
  const battery = `<svg width="25" height="12" viewBox="0 0 25 12"><rect x=".5" y=".5" width="21" height="11" rx="3" fill="none" stroke="${colour}" opacity=".5"/><rect x="2" y="2" width="${ios ? 14 : 11}" height="8" rx="1.6" fill="${colour}"/><rect x="22.5" y="4" width="2" height="4" rx="1" fill="${colour}" opacity=".5"/></svg>`;
  const bars = `<svg width="17" height="12" viewBox="0 0 17 12" fill="${colour}"><rect y="8" width="3" height="4" rx="1"/><rect x="4.6" y="5.5" width="3" height="6.5" rx="1"/><rect x="9.2" y="3" width="3" height="9" rx="1"/><rect x="13.8" width="3" height="12" rx="1" opacity=".35"/></svg>`;
  return `<div style="display:flex;align-items:center;justify-content:space-between;height:${ios ? 47 : 30}px;padding:${ios ? '8px 26px 0 34px' : '0 16px'};font-weight:600;font-size:${ios ? 16 : 13}px;color:${colour}"><span>${time}</span><span style="display:flex;gap:6px;align-items:center">${bars}<span style="font-size:12px">4G</span>${battery}</span></div>`;
}

/** A message thread. `ticks` shows read marks; `notice` is a line of the app itself. */
function chat({ style, who, sub = '', avatar = '', status, ios = false, messages, foot = true }) {
  const s = styles[style];
  const rows = messages
    .map((message) => {
      if (message.day) return `<div class="day"><span>${escape(message.day)}</span></div>`;
      if (message.notice)
        return `<div class="day"><span style="max-width:82%">${escape(message.notice)}</span></div>`;
      const tail = `<span class="t">${message.time ?? ''}${message.me && style.startsWith('green') ? ' ✓✓' : ''}</span>`;
      const inner = message.call
        ? `<b>✕ ${escape(message.call)}</b>`
        : message.photo
          ? `<div class="photo">${message.photo}</div>${escape(message.text ?? '')}`
          : escape(message.text);
      return `<div class="m ${message.me ? 'me' : ''}" dir="auto">${inner}${tail}</div>`;
    })
    .join('');
  const initial =
    avatar ||
    who
      .replace(/[^\p{L}\p{N}]/gu, '')
      .charAt(0)
      .toUpperCase() ||
    '?';
  return page(
    `<div class="phone">${`<div class="top">${statusBar(status, s.headInk, ios)}<div class="head"><span class="back">‹</span><span class="av">${initial}</span><div><b dir="auto">${escape(who)}</b><small>${escape(sub)}</small></div></div></div>`}<div class="list">${rows}</div>${foot ? `<div class="foot"><span class="box">Message</span><span class="send">➤</span></div>` : ''}</div>`,
    `body{background:${s.bg};font-family:${s.font},"Noto Sans Arabic",sans-serif;color:${s.ink}}
.phone{display:flex;flex-direction:column;height:100vh}
.top{background:${s.head};color:${s.headInk};${s.head === s.bg ? 'border-bottom:1px solid rgba(128,128,128,.25)' : ''}}
.head{display:flex;gap:11px;align-items:center;padding:8px 14px 11px}.head b{display:block;font-size:17px;line-height:1.2}.head small{opacity:.75;font-size:12.5px}
.back{font-size:30px;line-height:22px;font-weight:300;margin-right:2px}.av{display:grid;place-items:center;width:38px;height:38px;border-radius:50%;background:linear-gradient(135deg,#9aa7b8,#6b7787);color:#fff;font-weight:600}
.list{flex:1;display:flex;flex-direction:column;justify-content:flex-end;gap:5px;padding:12px 12px 14px;overflow:hidden}
.m{align-self:flex-start;max-width:80%;padding:8px 12px 7px;border-radius:${s.radius}px;background:${s.theirs};font-size:16px;overflow-wrap:anywhere}
.me{align-self:flex-end;background:${s.mine};color:${s.mineInk ?? s.ink}}
.t{float:right;margin:7px -2px -2px 12px;font-size:11px;opacity:.62}
.day{align-self:center;margin:8px 0}.day span{display:inline-block;padding:4px 11px;border-radius:8px;background:rgba(128,128,128,.16);color:${s.meta};font-size:12.5px;text-align:center}
.photo{width:210px;height:270px;margin:-2px -5px 5px;border-radius:8px;overflow:hidden}.photo svg{width:100%;height:100%}
.foot{display:flex;gap:9px;align-items:center;padding:8px 12px 24px}.box{flex:1;padding:10px 15px;border:1px solid rgba(128,128,128,.3);border-radius:22px;color:${s.meta}}.send{display:grid;place-items:center;width:42px;height:42px;border-radius:50%;background:${style.startsWith('green') ? '#0b8f78' : 'rgba(128,128,128,.2)'};color:${style.startsWith('green') ? '#fff' : s.ink}}`,
  );
}

function callLog({ status, rows }) {
  return page(
    `${statusBar(status, '#1b1b1f', false)}<h1>Recents</h1>${rows
      .map(
        ([who, detail, time, missed]) =>
          `<div class="c"><span class="av">${missed ? '✕' : '☎'}</span><div><b style="color:${missed ? '#b3261e' : '#1b1b1f'}">${escape(who)}</b><small>${escape(detail)}</small></div><time>${time}</time></div>`,
      )
      .join('')}`,
    `body{background:#fbfbff;color:#1b1b1f}h1{margin:12px 18px 10px;font-size:27px;font-weight:500}.c{display:flex;gap:14px;align-items:center;padding:10px 18px}.c b{display:block;font-weight:500;font-size:16.5px}.c small{color:#5a5d66;font-size:13px}.c time{margin-left:auto;color:#5a5d66;font-size:13px}.av{display:grid;place-items:center;width:40px;height:40px;border-radius:50%;background:#e4e6f2;color:#5b6072}`,
  );
}

function post({ status, account, sub, text, scene, likes, comments, when }) {
  return page(
    `${statusBar(status, '#111', true)}<div class="bar">Post</div><div class="who"><span class="av"></span><div><b>${escape(account)}</b><small>${escape(sub)}</small></div><span class="dots">···</span></div><div class="pic">${scene}</div><div class="acts">♡ &nbsp; ◌ &nbsp; ➢</div><div class="txt"><b>${likes} likes</b><p><b>${escape(account)}</b> ${escape(text)}</p>${comments.map(([who, words]) => `<p dir="auto"><b>${escape(who)}</b> ${escape(words)}</p>`).join('')}<time>${when}</time></div>`,
    `body{background:#fff;color:#111;font-family:Inter}.bar{padding:9px;text-align:center;font-weight:700;border-bottom:1px solid #eee}.who{display:flex;gap:11px;align-items:center;padding:11px 14px}.who b{display:block;font-size:14.5px}.who small{color:#666;font-size:12px}.dots{margin-left:auto;font-weight:700}.av{width:36px;height:36px;border-radius:50%;background:conic-gradient(from 30deg,#e8935b,#b4558f,#5a5fd1,#e8935b)}.pic{width:390px;height:390px}.pic svg{width:100%;height:100%;display:block}.acts{padding:11px 14px 4px;font-size:24px}.txt{padding:2px 15px}.txt p{margin:5px 0;font-size:14.5px}time{color:#777;font-size:12px}`,
  );
}

const grain = (seed) =>
  `<filter id="g"><feTurbulence type="fractalNoise" baseFrequency=".9" numOctaves="2" seed="${seed}"/><feColorMatrix values="0 0 0 0 .5 0 0 0 0 .5 0 0 0 0 .5 0 0 0 .22 0"/></filter><rect width="100%" height="100%" filter="url(#g)"/>`;

/** Drawn "photographs": enough to see what is meant, with grain and blur as cameras have. */
const scenes = {
  door: (extra = '') =>
    `<svg viewBox="0 0 400 300" preserveAspectRatio="xMidYMid slice"><defs><linearGradient id="w" y2="1"><stop stop-color="#8d5444"/><stop offset="1" stop-color="#6f3f33"/></linearGradient><pattern id="b" width="40" height="18" patternUnits="userSpaceOnUse"><rect width="40" height="18" fill="url(#w)"/><path d="M0 0H40M0 9H40M10 0V9M30 9V18" stroke="#c9b3a6" stroke-width="1.1" opacity=".55"/></pattern><radialGradient id="l"><stop stop-color="#ffe9b0" stop-opacity=".9"/><stop offset="1" stop-color="#ffe9b0" stop-opacity="0"/></radialGradient></defs><rect width="400" height="300" fill="url(#b)"/><rect x="138" y="34" width="124" height="228" rx="3" fill="#efe9dc"/><rect x="148" y="44" width="104" height="216" fill="#1f4e46"/><g fill="#173d37"><rect x="158" y="56" width="38" height="70" rx="2"/><rect x="204" y="56" width="38" height="70" rx="2"/><rect x="158" y="150" width="38" height="90" rx="2"/><rect x="204" y="150" width="38" height="90" rx="2"/></g><rect x="178" y="134" width="46" height="7" rx="3" fill="#d8b65a"/><circle cx="240" cy="150" r="4" fill="#d8b65a"/><rect y="258" width="400" height="42" fill="#777069"/><rect x="120" y="256" width="160" height="14" fill="#9b938a"/><circle cx="290" cy="80" r="70" fill="url(#l)"/><rect x="285" y="62" width="12" height="26" rx="4" fill="#333"/>${extra}${grain(3)}</svg>`,
  flowers: () =>
    scenes.door(
      `<g transform="translate(166 196)"><path d="M10 70 34 24 58 70Z" fill="#e9dcc0" stroke="#b9a67f"/><g fill="#a8173b"><circle cx="20" cy="22" r="11"/><circle cx="38" cy="12" r="12"/><circle cx="52" cy="26" r="11"/><circle cx="34" cy="30" r="10"/></g><g fill="#d7365c"><circle cx="22" cy="20" r="4"/><circle cx="39" cy="10" r="5"/><circle cx="53" cy="24" r="4"/></g><path d="M8 30c-8 4-8 12-2 16M62 34c8 4 8 12 2 16" stroke="#2f6b3a" stroke-width="5" fill="none"/><rect x="30" y="46" width="26" height="17" fill="#fff" transform="rotate(-8 40 50)"/></g>`,
    ),
  carpark: () =>
    `<svg viewBox="0 0 400 300" preserveAspectRatio="xMidYMid slice"><defs><linearGradient id="s" y2="1"><stop stop-color="#10151f"/><stop offset="1" stop-color="#2a3142"/></linearGradient><radialGradient id="p"><stop stop-color="#ffcf7a" stop-opacity=".85"/><stop offset="1" stop-color="#ffcf7a" stop-opacity="0"/></radialGradient></defs><rect width="400" height="300" fill="url(#s)"/><rect y="178" width="400" height="122" fill="#333a45"/><path d="M20 300 110 182M140 300 180 182M280 300 240 182M390 300 300 182" stroke="#d7dbe0" stroke-width="3" opacity=".55"/><rect x="250" y="60" width="150" height="120" fill="#1d232e"/><g fill="#f1d48d" opacity=".8"><rect x="266" y="78" width="20" height="16"/><rect x="300" y="78" width="20" height="16"/><rect x="334" y="112" width="20" height="16"/></g><g transform="translate(76 150)"><path d="M6 52c4-18 18-24 36-26l22-20c10-8 70-8 82 2l20 20c18 2 28 8 30 26v16H4Z" fill="#59616f"/><path d="M70 24 84 11c8-5 50-5 58 1l13 13Z" fill="#0d1118"/><circle cx="46" cy="70" r="17" fill="#0c0e12"/><circle cx="152" cy="70" r="17" fill="#0c0e12"/><circle cx="46" cy="70" r="7" fill="#7a828f"/><circle cx="152" cy="70" r="7" fill="#7a828f"/><rect x="188" y="46" width="9" height="6" fill="#b33"/><rect x="2" y="46" width="9" height="7" fill="#ffe9b0"/></g><circle cx="210" cy="40" r="90" fill="url(#p)"/><rect x="207" y="34" width="4" height="150" fill="#151a22"/>${grain(9)}</svg>`,
  tracker: () =>
    `<svg viewBox="0 0 400 300" preserveAspectRatio="xMidYMid slice"><defs><radialGradient id="t"><stop stop-color="#6d7178"/><stop offset="1" stop-color="#24272c"/></radialGradient><filter id="bl"><feGaussianBlur stdDeviation="5"/></filter></defs><rect width="400" height="300" fill="#1b1d20"/><circle cx="300" cy="330" r="210" fill="#0d0e10"/><circle cx="300" cy="330" r="130" fill="url(#t)" filter="url(#bl)"/><path d="M40 120C120 40 300 30 400 90" stroke="#3c4148" stroke-width="60" fill="none" filter="url(#bl)"/><g transform="rotate(-14 150 130)"><rect x="108" y="92" width="92" height="58" rx="9" fill="#101113" stroke="#44484e" stroke-width="2"/><rect x="118" y="102" width="46" height="20" rx="2" fill="#e8e4da"/><path d="M122 108h36M122 114h28" stroke="#555" stroke-width="2"/><circle cx="184" cy="140" r="3" fill="#4fe07a"/><rect x="100" y="110" width="10" height="24" fill="#8a8f96"/></g>${grain(21)}</svg>`,
  street: () =>
    `<svg viewBox="0 0 400 300" preserveAspectRatio="xMidYMid slice"><defs><linearGradient id="k" y2="1"><stop stop-color="#9fb6cb"/><stop offset="1" stop-color="#dfe6ea"/></linearGradient></defs><rect width="400" height="300" fill="url(#k)"/><path d="M0 120h110v90H0Z" fill="#a4705a"/><path d="M0 120 55 82l55 38Z" fill="#5d4338"/><path d="M290 105h110v105H290Z" fill="#b98a6b"/><path d="M290 105 345 66l55 39Z" fill="#60463a"/><g fill="#dfe9ef"><rect x="20" y="140" width="28" height="26"/><rect x="66" y="140" width="28" height="26"/><rect x="312" y="128" width="28" height="28"/><rect x="356" y="128" width="28" height="28"/></g><rect y="210" width="400" height="90" fill="#6d7176"/><path d="M0 212h400" stroke="#c9c9c4" stroke-width="8"/><path d="M180 300 194 230M230 300 206 230" stroke="#fff" stroke-width="3" opacity=".6"/><g transform="translate(196 150)"><circle cx="8" cy="8" r="7" fill="#2a2622"/><path d="M-2 18h20l4 34H-6Z" fill="#22303c"/><path d="M0 52v26M16 52v26" stroke="#1a1d21" stroke-width="7"/></g>${grain(5)}</svg>`,
  flat: () =>
    `<svg viewBox="0 0 400 300" preserveAspectRatio="xMidYMid slice"><rect width="400" height="300" fill="#232c3a"/><rect x="60" y="20" width="280" height="280" fill="#4b4a50"/><g fill="#2b2d33">${[0, 1, 2, 3].map((x) => [0, 1, 2, 3].map((y) => `<rect x="${82 + x * 64}" y="${42 + y * 64}" width="42" height="40"/>`).join('')).join('')}</g><rect x="210" y="106" width="42" height="40" fill="#ffd98a"/>${grain(12)}</svg>`,
  parcel: () =>
    `<svg viewBox="0 0 400 300" preserveAspectRatio="xMidYMid slice"><rect width="400" height="300" fill="#c9b79c"/><rect width="400" height="300" fill="#8d7657" opacity=".35"/><g transform="rotate(-5 200 150)"><rect x="90" y="60" width="220" height="170" fill="#b98d58"/><path d="M90 140h220M200 60v170" stroke="#d9bd8b" stroke-width="18" opacity=".8"/><rect x="112" y="80" width="82" height="46" fill="#f5f1e6"/><path d="M120 92h60M120 102h48M120 112h54" stroke="#333" stroke-width="2.4"/></g>${grain(30)}</svg>`,
};

function photo(name, overlay = '') {
  return page(
    `<div style="width:100vw;height:100vh">${scenes[name]()}</div>${overlay}`,
    'svg{width:100%;height:100%;display:block}',
  );
}

function document_({ head, lines, landscape = false, table = null, foot = '' }) {
  const body = table
    ? `<table>${table.map((row, index) => `<tr>${row.map((cell) => (index === 0 ? `<th>${escape(cell)}</th>` : `<td>${escape(cell)}</td>`)).join('')}</tr>`).join('')}</table>`
    : '';
  return `<!doctype html><meta charset="utf-8"><style>@page{size:A4 ${landscape ? 'landscape' : 'portrait'};margin:20mm}body{font:11pt/1.5 Arimo,Arial,sans-serif;color:#111}h1{font-size:15pt;margin:0 0 4mm}.meta{display:grid;grid-template-columns:28mm 1fr;gap:1mm 4mm;border-bottom:.4mm solid #999;padding-bottom:5mm;margin-bottom:6mm}.meta b{color:#555}table{border-collapse:collapse;width:100%}th,td{border-bottom:.3mm solid #bbb;padding:1.7mm 3mm 1.7mm 0;text-align:left;font-size:9.5pt}p{margin:0 0 4mm}.foot{color:#666;font-size:9pt;margin-top:9mm}</style>${head}${lines.map((line) => `<p dir="auto">${escape(line)}</p>`).join('')}${body}<p class="foot">${escape(foot)}</p>`;
}

function letter(lines) {
  return page(
    `<div class="sheet">${lines.map((line) => `<p>${escape(line)}</p>`).join('')}</div>`,
    `body{background:#e9e4d6}.sheet{width:794px;height:1123px;padding:110px 96px;background:linear-gradient(100deg,#f7f2e4,#efe8d6);font:italic 25px/1.75 "Brush Script MT","URW Chancery L",Georgia,serif;color:#27304f;transform:rotate(.7deg)}p{margin:0 0 12px}`,
  );
}

module.exports = { callLog, chat, document_, letter, photo, post, scenes };
