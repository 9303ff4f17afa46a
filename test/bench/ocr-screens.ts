import { seeded } from '../helpers/seeded';
import type { Seeded } from '../helpers/seeded';

/** A drawn screenshot and what it says, so that what was read off it can be counted. */
export interface Screen {
  readonly name: string;
  readonly html: string;
  /** Size in CSS pixels and how many pixels each becomes: a phone draws at 2 or 3. */
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly words: readonly string[];
}

interface Kind {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly dark: boolean;
  readonly font: 'Inter' | 'Arimo';
  /** Height of the letters of a message in CSS pixels. */
  readonly size: number;
  readonly page: string;
  readonly mine: string;
  readonly theirs: string;
  readonly bar: string;
}

/** The looks of the common messengers, in both themes, on phones of three densities and in a window of a computer. */
const kinds: readonly [Kind, ...Kind[]] = [
  look('phone, light', 360, 780, 3, 'Inter', 16, '#efeae2', '#d9fdd3', '#ffffff', '#ffffff'),
  look('phone, dark', 360, 780, 3, 'Inter', 16, '#0b141a', '#005c4b', '#202c33', '#1f2c34', true),
  look('phone, blue bubbles', 375, 812, 2, 'Arimo', 16, '#ffffff', '#0a7cff', '#e9e9eb', '#f7f7f7'),
  look(
    'phone, blue bubbles, dark',
    390,
    844,
    2,
    'Arimo',
    17,
    '#000000',
    '#0a84ff',
    '#26252a',
    '#161617',
    true,
  ),
  look('phone, small letters', 360, 780, 2, 'Inter', 13, '#ffffff', '#7f33d6', '#f0f0f0', '#ffffff'),
  look('window, light', 900, 640, 1, 'Arimo', 14, '#ffffff', '#dcf8c6', '#f1f0f0', '#ededed'),
  look('window, dark', 900, 640, 1, 'Inter', 15, '#18191a', '#0084ff', '#3e4042', '#242526', true),
  look('old phone', 360, 640, 1.5, 'Arimo', 15, '#e5ddd5', '#dcf8c6', '#ffffff', '#075e54'),
];

function look(
  name: string,
  width: number,
  height: number,
  scale: number,
  font: Kind['font'],
  size: number,
  page: string,
  mine: string,
  theirs: string,
  bar: string,
  dark = false,
): Kind {
  return { name, width, height, scale, font, size, page, mine, theirs, bar, dark };
}

const openings = ['Why', 'Where', 'You', 'I', 'Please', 'Answer', 'Nobody', 'They', 'Tell', 'Stop'] as const;
const middles = [
  'are you ignoring my calls again',
  'saw your car outside the station',
  'know where you went last night',
  'will be waiting by the gate',
  'should have answered when I asked',
  'walked past your window twice',
  'told your sister about the photographs',
  'left something on the doorstep for you',
  'was watching from across the road',
  'can explain everything if you meet me',
] as const;
const endings = [
  'at 7.30pm',
  'on 14 October',
  'before Friday',
  'or I will come round',
  'and you know why',
  'outside 12 Mill Lane',
  'call 07700 900123',
  'for £250',
  'so do not block me',
  'next to the library',
] as const;
const names = ['Jordan', 'Unknown number', 'Sam B', 'J. Marsh', '+44 7700 900456'] as const;

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A screen full of bubbles. The same seed draws the same screen. */
function screenOf(kind: Kind, from: Seeded, index: number): Screen {
  const words: string[] = [];
  const say = (text: string): string => {
    words.push(...text.split(' '));
    return escaped(text);
  };
  const clock = (): string =>
    `${String(from.below(24)).padStart(2, '0')}:${String(from.below(60)).padStart(2, '0')}`;
  const barInk = kind.dark || kind.bar === '#075e54' ? '#ffffff' : '#111111';
  const bubbles: string[] = [];
  const parts = [
    `<div class="status"><span>${say(clock())}</span><span>${say(`${10 + from.below(89)}%`)}</span></div>`,
    `<div class="bar">${say(from.pick(names))}</div>`,
    `<div class="day"><span>${say(`${1 + from.below(28)} ${from.pick(['March', 'June', 'August', 'November'])} 2026`)}</span></div>`,
  ];
  // Every bubble is drawn whole: each must fit, counted by its lines.
  const perLine = Math.floor((kind.width * 0.72 - 24) / (kind.size * 0.56));
  let left = kind.height - 24 - 52 - 44 - 10;
  for (;;) {
    const text = `${from.pick(openings)} ${from.pick(middles)} ${from.pick(endings)}`;
    const lines = Math.ceil((text.length * 1.12) / perLine);
    const high = lines * kind.size * 1.35 + 14 + 20 + 8;
    if (high > left) break;
    left -= high;
    const mine = from.next() < 0.4;
    bubbles.push(
      `<div class="line ${mine ? 'mine' : 'theirs'}"><div class="bubble"><div>${say(text)}</div><div class="time">${say(clock())}</div></div></div>`,
    );
  }
  const ink = (fill: string): string => (luminance(fill) > 0.45 ? '#111b21' : '#f4f6f7');
  const faint = (fill: string): string => (luminance(fill) > 0.45 ? '#5b6b73' : '#c3ccd1');
  const html = `<!doctype html><meta charset="utf-8"><style>
    *{margin:0;box-sizing:border-box} body{width:${kind.width}px;height:${kind.height}px;overflow:hidden;background:${kind.page};
      font:${kind.size}px/1.35 ${kind.font},sans-serif}
    .status{display:flex;justify-content:space-between;height:24px;padding:3px 16px;font-size:13px;background:${kind.bar};color:${barInk}}
    .bar{height:52px;padding:14px 20px;font-weight:600;background:${kind.bar};color:${barInk}}
    .day{height:44px;padding-top:12px;text-align:center;font-size:12.5px}
    .day span{padding:4px 10px;border-radius:8px;background:${kind.theirs};color:${faint(kind.theirs)}}
    .line{display:flex;padding:4px 12px}.mine{justify-content:flex-end}
    .bubble{max-width:72%;padding:7px 12px;border-radius:12px;background:${kind.theirs};color:${ink(kind.theirs)}}
    .mine .bubble{background:${kind.mine};color:${ink(kind.mine)}}
    .time{font-size:11.5px;height:20px;text-align:end;color:${faint(kind.theirs)}}.mine .time{color:${faint(kind.mine)}}
    </style>${parts.join('')}${bubbles.join('')}`;
  return {
    name: `${String(index).padStart(2, '0')} ${kind.name}`,
    html,
    width: kind.width,
    height: kind.height,
    scale: kind.scale,
    words,
  };
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** `count` screens, each look in turn. */
export function screens(count: number, seed: number): readonly Screen[] {
  const from = seeded(seed);
  return Array.from({ length: count }, (_, index) =>
    screenOf(kinds[index % kinds.length] ?? kinds[0], from, index),
  );
}

/**
 * How many of the words of the one list are in the other, each counted as often as it stands in both, and what the
 * better-known measure F1 makes of it: words missed and words made up both count against it. The order does not: what
 * is left and what is right of a conversation may be read one after the other.
 */
export function wordAccuracy(expected: readonly string[], read: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1);
  let same = 0;
  for (const word of read) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    same += 1;
  }
  return expected.length + read.length === 0 ? 1 : (2 * same) / (expected.length + read.length);
}
