import { Lexicon } from './lexicon';
import { plainText } from './words';

/** Sorts of places that a term and an account name in a word, without an address. */
const sorts = new Lexicon<string>([
  [
    'home',
    [
      "(?:her|my|their|the client's|client's|the complainant's|complainant's|the victim's|victim's|the applicant's|applicant's) (?:own |new |current |front |back |family |then |old |\\p{L}+ floor )?(?:home|house|flat|address|door|garden|drive|driveway|doorstep|street|road|cul-de-sac|close|property|building|gate|windows?|letter ?box|block|bungalow|apartment|porch|hallway|kitchen|bedroom|shed|garage|fence|terrace|yard|caravan|estate|wall|path|doorbell|steps?|stairs|stairwell|landing|close|lawn|bins?|mat|hedge|balcony|bedroom|front|back)",
      'home address',
      'family home',
      'former matrimonial home',
      'matrimonial home',
      '(?:the|at|to|outside|near|her) (?:home|house|flat|address|front door|back door|front garden|back garden|garden|doorstep|driveway|doorbell|property|gate|kitchen window|bedroom window|bungalow|premises)',
      '(?:lives|living|resides?|residing|live)',
      'residence',
      'place of residence',
      'letter ?box',
      'doorbell',
      'front door',
      '(?:round|around) the block',
      '(?:across|opposite|outside|near|by|past|at|to|from) (?:from )?(?:mine|hers)',
      '(?:outside|at|past|opposite|near|to|by) (?:number|no\\.?) \\d+',
      "next[ -]door(?:'s)?(?! to (?:the|a|his))",
      '(?:to|at|on|through) the (?:door|step|gate|letter ?box)',
      '(?:sat|stood|standing|sitting|parked|waiting|waited|on the \\p{L}+|in the \\p{L}+|watching|engine) (?:opposite|outside|over the road|across the (?:road|street))(?! (?:the|a|his|\\p{L}+))',
    ],
  ],
  [
    'work',
    [
      "(?:work|workplace|place of work|place of employment|employment|employer'?s?|office|offices|her shop|the salon|her salon|salon|the surgery|work's|works|working|reception|staff entrance|staff car park|staff room|colleagues?|business premises|workplaces)",
      "(?:her|the client's|client's) (?:shop|school|clinic|ward|restaurant|cafe|studio|surgery|hospital|firm|branch|desk|shift|building)",
      '(?:in|into|to|at|outside) the (?:branch|salon|shop|store|clinic|ward|restaurant|cafe|studio|surgery|depot|warehouse|call centre)',
    ],
  ],
  [
    'school',
    [
      'schools?',
      'nursery',
      'school gates?',
      'playground',
      'pre-?school',
      "childminder'?s?",
      'school run',
      'head ?(?:teacher|master|mistress)',
      'head (?:reports|says|said|saw|rang|told|emailed|of)',
      'the head',
      "(?:parents'?|open) evening",
      'sports day',
      'school fair',
    ],
  ],
  [
    'college',
    [
      'colleges?',
      'universit(?:y|ies)',
      'campus',
      'lecture',
      'halls of residence',
      'halls',
      'student union',
      'class(?:es|room)?',
      'canteen',
      'seminars?',
      'tutorials?',
    ],
  ],
  [
    'gym',
    [
      '\\p{L}*gym',
      'treadmill',
      'in the pool',
      'weights (?:room|area)',
      'changing rooms?',
      'leisure centre',
      'swimming pool',
      'fitness',
      'sports (?:centre|club)',
      'yoga',
      'spin class',
      'pilates',
      'zumba',
    ],
  ],
  [
    'club',
    [
      '(?:football|rugby|cricket|netball|hockey|swimming|dance|gymnastics|judo|karate|tennis|boxing|youth) ?(?:club|practice|training|class|lessons?|match|game)?',
      'touchline',
      'pitch',
      'sidelines?',
      'brownies',
      'cubs',
      'scouts',
      'guides',
      'clubs?',
    ],
  ],
  ['worship', ['church', 'mosque', 'temple', 'synagogue', 'chapel', 'gurdwara', 'place of worship']],
  ['hospital', ['hospital', 'clinic', 'surgery', 'refuge', 'gp']],
  ['station', ['railway station', 'train station', 'bus station', 'bus stop', 'station platform']],
]);

/** Somebody else's home or work is not the client's. */
const kin =
  '(?:mother|mum|mam|mom|father|dad|sister|brother|parents?|grandmother|nan|gran|grandparents|aunt|uncle|daughter|son|friend|boyfriend|partner|new partner|family|cousin|neighbour|in-laws|best friend|boss)';
const ofKin = new RegExp(
  `(?:her|the client's|my|the complainant's|client's|the victim's|the applicant's) ${kin}(?:'s|s')`,
  'u',
);
const atKin =
  /(?<!\bhis (?:own )?)\b(?:mother|mum|mam|mom|father|dad|sister|brother|parents|nan|gran|grandad|grandparents|aunt|uncle)(?:'s|s')(?: \p{L}+)? ?(?:house|door|home|place|flat|address|gate|garden|road|street|doorstep|bungalow|drive)?(?![\p{L}])|\b(?:mother|mum|mam|mom|father|dad|parents|nan|gran)\b[^.]* (?:at|outside|to|on|knocking on) (?:her|his|their) (?:door|house|home|flat|gate|garden|street|road|doorstep)/u;
const hisOwn =
  /(?<![\p{L}])his (?:own )?(?:\p{L}+ )?(?:home|house|flat|address|work|workplace|office|garden|mother's|mum's|parents'|sister's|brother's|gym|school|college|church|place|street|bedsit)/gu;

/** Church Lane is no church. */
const roadNames =
  /(?:church|chapel|school|college|temple|station|mosque) (?:road|rd|lane|ln|street|st|close|hill|avenue|way|walk|row|drive|terrace)(?![\p{L}])/gu;

/** The sorts of places that a text names. */
export function placeSorts(text: string): ReadonlySet<string> {
  const plain = plainText(text)
    .replace(roadNames, ' ')
    .replace(hisOwn, ' ')
    .replaceAll('worked out', ' ')
    .replaceAll('homework', ' ')
    .replaceAll('home time', ' ');
  const found = new Set<string>();
  if (ofKin.test(plain) || atKin.test(plain)) found.add('kin');
  const own = plain.replace(new RegExp(`${ofKin.source} (?:[\\p{L}]+ )?[\\p{L}]*`, 'gu'), ' ');
  for (const sort of sorts.in(own)) found.add(sort);
  return found;
}

const roadWords: Readonly<Record<string, string>> = {
  rd: 'road',
  st: 'street',
  ave: 'avenue',
  av: 'avenue',
  ln: 'lane',
  dr: 'drive',
  cl: 'close',
  ct: 'court',
  cres: 'crescent',
  cresc: 'crescent',
  pl: 'place',
  sq: 'square',
  gdns: 'gardens',
  tce: 'terrace',
  ter: 'terrace',
  gr: 'grove',
  pk: 'park',
  hse: 'house',
};
const roadEnds = new Set([
  ...Object.values(roadWords),
  'way',
  'row',
  'hill',
  'mews',
  'walk',
  'parade',
  'wharf',
  'quay',
  'rise',
  'view',
  'green',
  'court',
  'gate',
  'path',
  'bank',
  'brow',
  'wynd',
  'vale',
  'end',
  'yard',
  'drove',
  'fold',
  'croft',
]);
/** No names, though they end like roads. */
const notRoads = new Set(
  'public place,car park,any place,work place,front gate,back gate,school gate,garden gate,side gate,play park,retail park,business park,week end,first place,other place,back yard,whole place,dead end,public park,river bank,bus park,caravan park,lorry park,multi-storey car park,food bank'.split(
    ',',
  ),
);
const postcode = /\b([a-z]{1,2}\d[a-z\d]?)(?: ?(\d[a-z]{2}))?\b/gu;

/** One place as a term names it: its number, its road or name, its postcode. */
export interface NamedPlace {
  readonly shown: string;
  readonly number: string | null;
  /** What must stand in the account: `elm road`, `harrow`. */
  readonly name: string;
  readonly postcode: string | null;
  readonly isRoad: boolean;
}

/** Small letters without marks, road words written out. */
export function plainPlace(text: string): string {
  return plainText(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ (?:&|n|and) /gu, ' ')
    .replace(/['.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, (gap) =>
      gap.includes(',') || gap.includes(';') || gap.includes('\n') ? ' , ' : ' ',
    )
    .split(' ')
    .map((word, at, all) => {
      const before = all[at - 1] ?? '';
      const next = all[at + 1] ?? ',';
      const isEnd =
        word === 'st' || word === 'dr'
          ? next === ',' || at === all.length - 1 || /^\p{Ll}{1,3}$/u.test(next)
          : true;
      return at > 0 && before !== ',' && isEnd ? (roadWords[word] ?? word) : word;
    })
    .join(' ')
    .trim();
}

const road = new RegExp(
  `(?:\\b(\\d+[a-z]?)(?: ?(?:to|-) ?\\d+)? )?((?:\\p{L}+ ){1,4}?(?:${[...roadEnds].join('|')}))\\b`,
  'gu',
);
const small = new Set([
  'the',
  'of',
  'to',
  'at',
  'in',
  'on',
  'near',
  'any',
  'a',
  'an',
  'or',
  'and',
  'her',
  'his',
  'within',
  'enter',
  'attend',
  'from',
  'go',
  'visit',
  'metres',
  'street',
  'road',
  'address',
  'known',
  'as',
  'namely',
  'being',
  'home',
  'outside',
  'into',
  'along',
  'area',
  'side',
  'onto',
  'flat',
  'house',
  'number',
  'no',
  'premises',
  'walk',
  'drive',
  'by',
  'past',
  'same',
  'this',
  'that',
  'down',
  'up',
  'she',
  'he',
  'was',
  'opposite',
  'behind',
  'for',
  'with',
  'across',
  'through',
  'around',
  'round',
  'towards',
  'between',
  'length',
]);

/** Roads and postcodes in words, with the number before them. */
export function roadsIn(text: string): readonly NamedPlace[] {
  const plain = plainPlace(text);
  const roads = [...plain.matchAll(road)].flatMap(([, number, whole = '']): NamedPlace[] => {
    const all = whole.split(' ');
    const last = all.findLastIndex((word, at) => at < all.length - 1 && small.has(word));
    const words = all.slice(last + 1);
    const name = words.join(' ');
    if (words.length < 2 || notRoads.has(name)) return [];
    const before = new RegExp(`(\\d+[a-z]?) ${name}`, 'u').exec(plain)?.[1];
    return [{ shown: name, number: number ?? before ?? null, name, postcode: null, isRoad: true }];
  });
  // M14 is a motorway too: half a postcode counts where it is called one.
  const isPostcode = /post ?code/u.test(plain);
  const codes = [...plain.matchAll(postcode)].map(([shown, out = '', into]): NamedPlace => {
    const code = into === undefined ? out : `${out} ${into}`;
    return { shown: shown.toUpperCase(), number: null, name: code, postcode: code, isRoad: false };
  });
  return [
    ...roads,
    ...codes.filter(({ name }) => isPostcode || !/^(?:m|a|b)\d{1,4}$/u.test(name) || name.includes(' ')),
  ];
}

const before =
  '(?:enter(?:ing)?|attend(?:ing)?|visit(?:ing)?|in|into|within|to|at|near|of|the area of|return(?:ing)? to|inside|from|and|or|called|as|boundary of|centre of|around|on|use|using|be in|(?:workplace|place of work|work|school|gym|club|church|nursery|employer|college|business|employment),?)';
const capital = new RegExp(
  `(?:^|[\\s(])${before}(?: (?:the|any part of|any|all of|part of|town of|city of|village of|county of|borough of|area of|district of|parish of|estate of|known|area known as|called|as|branch of|premises of|premises known as|of))* ((?:[A-Z][\\p{L}'&.-]*|St\\.?|M\\d+|A\\d+)(?:[ -](?:[A-Z][\\p{L}'&.-]*|&|of|the|and|on|upon|de|le)(?= |$|[,.;)-]))*)`,
  'gu',
);

/** Names of areas, buildings and shops: what begins with a capital behind a word of place. Names of people are told. */
export function namesIn(text: string, people: readonly string[]): readonly NamedPlace[] {
  const known = new Set(
    people.flatMap((name) => plainText(name).split(/[^\p{L}]+/u)).filter((each) => each.length > 1),
  );
  const months =
    /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mr|mrs|ms|miss|dr|court|order|police|gps|wi|christmas|facebook|instagram|whatsapp|tiktok|snapchat|twitter|x|youtube|linkedin|respondent|defendant|applicant|complainant|victim|client|internet|stalking|protection|crown|i|she|he|the|a|an)$/u;
  return [...text.replace(/[’]/gu, "'").matchAll(capital)].flatMap(([, found = '']): NamedPlace[] => {
    const name = plainPlace(
      found
        .replace(
          /^(?:London Borough|Royal Borough|City|Borough|Town|County|Village|Parish|District|Metropolitan Borough) of /u,
          '',
        )
        .replace(/(?: (?:of|the|and|on|upon|de|le))+$/u, '')
        .replace(/'s$/u, ''),
    );
    const words = name.split(' ').filter((each) => each !== ',');
    if (words.every((each) => known.has(each) || months.test(each)) || words.length === 0) return [];
    if (known.has(words[0] ?? '') || /^(?:mr|mrs|ms|miss|dr)$/u.test(words[0] ?? '')) return [];
    return [{ shown: found, number: null, name: words.join(' '), postcode: null, isRoad: false }];
  });
}

/** The items of a list with letters or numbers in brackets, or with semicolons. */
export function itemsOf(text: string): readonly string[] {
  return text
    .split(/\((?:[a-z]|[ivx]+|\d{1,2})\)|;/u)
    .slice(1)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Names of places that stand in a list: each of its items, or one after another with commas. */
export function listedIn(text: string, people: readonly string[]): readonly NamedPlace[] {
  const items = itemsOf(text)
    .filter((each) => roadsIn(each).length === 0)
    .flatMap((each) => each.split(/[,.]/u));
  const list =
    /(?:[A-Z][\p{L}'-]+(?: [A-Z][\p{L}'-]+)*, )+(?:[A-Z][\p{L}'-]+(?: [A-Z][\p{L}'-]+)*),? (?:and|or) [A-Z]/u.exec(
      text,
    );
  const inRow = list === null || roadsIn(text).length > 0 ? [] : list[0].split(/,| and | or /u);
  return [...items, ...inRow]
    .map((each) => each.trim())
    .filter((each) => /^[A-Z]/u.test(each) && each.length > 2)
    .flatMap((each) => namesIn(`in ${each}`, people));
}

/** What a name ends in that people leave out: they say "Beechwood" or "Beechwood Primary". */
const tails =
  / (?:school|primary|secondary|high|academy|nursery|pre ?school|college|university|centre|center|cafe|surgery|dental|practice|salon|gym|leisure|station|ltd|limited|hospital|building|buildings|premises|shop|store|supermarket|club|hotel|pub|restaurant|park|church|estate|village|town|city|area|bar|inn|market|place)$/u;
/** A name and what is left of it without such an end, as long as that says enough. */
const known = new WeakMap<NamedPlace, readonly string[]>();
function names(place: NamedPlace): readonly string[] {
  const before = known.get(place);
  if (before !== undefined) return before;
  const { name, isRoad } = place;
  const all = [name];
  while (!isRoad) {
    const short = (all.at(-1) ?? '').replace(tails, '');
    if (short === all.at(-1) || short.length < 5 || small.has(short)) break;
    all.push(short);
  }
  known.set(place, all);
  return all;
}

/** Where an account says it was, as `placeIn` wants it. */
export const whereOf = (parts: readonly string[]): string =>
  ` ${plainPlace(parts.join(' , ')).replaceAll(' , ', ' ')} `;

/** The same place in an account: the road with a number that does not say another house, the postcode, or the name. */
export function placeIn(plain: string, place: NamedPlace, isNear: boolean): boolean {
  if (place.postcode !== null) {
    const codes = [...plain.matchAll(postcode)].map(([, out = '', into]) =>
      into === undefined ? out : `${out} ${into}`,
    );
    return codes.some((code) => code === place.postcode || code.startsWith(`${place.postcode} `));
  }
  if (!names(place).some((name) => plain.includes(` ${name} `) || plain.includes(` ${name}s `))) return false;
  if (place.number === null || isNear) return true;
  const numbers = [...plain.matchAll(new RegExp(` (\\d+[a-z]?) ${place.name} `, 'gu'))].map(
    ([, number]) => number,
  );
  return numbers.length === 0 || numbers.includes(place.number);
}

const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:m|metres?|meters?)$/u, 1],
  [/^(?:yards?|yds?)$/u, 0.9144],
  [/^(?:feet|foot|ft)$/u, 0.3048],
  [/^(?:km|kilometres?|kilometers?)$/u, 1000],
  [/^miles?$/u, 1609.344],
];
const numberWords: Readonly<Record<string, number>> = {
  'half a': 0.5,
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  five: 5,
  ten: 10,
  twenty: 20,
  thirty: 30,
  fifty: 50,
  'a hundred': 100,
  'one hundred': 100,
  'two hundred': 200,
  'five hundred': 500,
};
const distance = new RegExp(
  `(?<![\\p{L}\\d.])(\\d+(?:[.,]\\d+)?|${Object.keys(numberWords)
    .sort((one, two) => two.length - one.length)
    .join('|')})[ -]?(m|metres?|meters?|yards?|yds?|feet|foot|ft|km|kilomet(?:re|er)s?|miles?)(?![\\p{L}])`,
  'gu',
);

/** Distances in metres, as words tell them. */
export function distancesIn(text: string): readonly number[] {
  const plain = plainText(text).replace(
    /(?<!\p{L})for (?:about |over |nearly )?[\p{L}\d.]+ (?:\p{L}+ )?(?:miles?|metres?|yards?|km)(?! (?:from|away))/gu,
    ' ',
  );
  return [...plain.matchAll(distance)].flatMap(([, amount = '', unit = '']) => {
    const factor = units.find(([pattern]) => pattern.test(unit))?.[1];
    const size = numberWords[amount] ?? Number(amount.replace(',', ''));
    return factor === undefined || !Number.isFinite(size) ? [] : [size * factor];
  });
}
