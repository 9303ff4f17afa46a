import { plainText } from './words';

/*
 * What people write, in the words that the patterns know: shorthand and slang written out, the person who is protected as "she" and
 * "her", whoever tells of her (by name, by initials, as the client, in the first person), and the person who is bound as "he". Only
 * for reading: nothing of it is shown.
 */

/** How the two are called beside the words that everybody uses. */
export interface Names {
  readonly client: readonly string[];
  readonly bound: readonly string[];
  /** Her family, by name. */
  readonly kin?: readonly string[];
}

const gerunds = (
  'ringing messaging spamming texting calling pretending poking reading posting following watching sitting standing waiting parking ' +
  'coming going shouting knocking banging chatting saying asking sending staying living driving walking getting being kicking having ' +
  'hanging harassing talking taking telling trying screaming leaving using buying catfishing stalking slagging mouthing looking turning ' +
  'phoning tagging commenting liking filming staring glaring revving tooting beeping begging threatening kicking hitting pushing wanting'
).split(' ');

/** Words as they are cut short, misspelt or said, and what they stand for. */
const shorthand: ReadonlyMap<string, string> = new Map([
  ...gerunds.flatMap((each): [string, string][] => {
    const cut = each.slice(0, -1);
    return cut === 'bein'
      ? []
      : [
          [cut, each],
          [`${cut}'`, each],
        ];
  }),
  ...Object.entries({
    ...{ "rec'd": 'received', recd: 'received', rcvd: 'received', rcd: 'received' },
    ...{ txt: 'text', txts: 'texts', txted: 'texted', "txt'd": 'texted', texed: 'texted', txting: 'texting' },
    ...{ msg: 'message', msgs: 'messages', msgd: 'messaged', "msg'd": 'messaged', msged: 'messaged' },
    ...{ msging: 'messaging', mssg: 'message', mssgs: 'messages', mesage: 'message', mesaged: 'messaged' },
    ...{
      mob: 'mobile',
      tel: 'telephone',
      fone: 'phone',
      foned: 'phoned',
      phned: 'phoned',
      vmail: 'voicemail',
    },
    ...{
      wa: 'whatsapp',
      'w/app': 'whatsapp',
      watsapp: 'whatsapp',
      whatsap: 'whatsapp',
      whatsaped: 'whatsapped',
    },
    ...{
      snapchated: 'snapchatted',
      facetimed: 'facetimed',
      acc: 'account',
      acct: 'account',
      accs: 'accounts',
    },
    ...{ 'o/s': 'outside', opp: 'opposite', nr: 'near', addr: 'address', bk: 'back', bk2: 'back to' },
    ...{
      sol: 'solicitor',
      sols: 'solicitors',
      solictor: 'solicitor',
      solictors: 'solicitors',
      solr: 'solicitor',
    },
    ...{ solrs: 'solicitors', appt: 'appointment', appts: 'appointments' },
    ...{ ps: 'police station', 'p/stn': 'police station', dna: 'did not attend', "dna'd": 'did not attend' },
    ...{ 'w/out': 'without', 'w/o': 'without', 'w/': 'with', wiv: 'with', thru: 'through', thro: 'through' },
    ...{
      n: 'and',
      '&': 'and',
      inc: 'including',
      incl: 'including',
      re: 'about',
      bout: 'about',
      cos: 'because',
    },
    ...{
      u: 'you',
      ur: 'your',
      nite: 'night',
      '2nite': 'tonight',
      '2day': 'today',
      '2moro': 'tomorrow',
      in2: 'into',
    },
    ...{ wen: 'when', wat: 'what', rite: 'right', jus: 'just', mornin: 'morning', owt: 'out', tho: 'though' },
    ...{
      b4: 'before',
      l8r: 'later',
      some1: 'someone',
      any1: 'anyone',
      m8: 'mate',
      m8s: 'mates',
      ppl: 'people',
    },
    ...{
      hes: "he's",
      shes: "she's",
      im: "i'm",
      ive: "i've",
      didnt: "didn't",
      dont: "don't",
      hed: "he'd",
      doesnt: "doesn't",
    },
    ...{
      wasnt: "wasn't",
      hasnt: "hasn't",
      wouldnt: "wouldn't",
      wont: "won't",
      couldnt: "couldn't",
      cudnt: "couldn't",
    },
    ...{ cant: "can't", isnt: "isn't", havent: "haven't", hadnt: "hadn't" },
    ...{
      bro: 'brother',
      bros: 'brothers',
      sis: 'sister',
      cuz: 'cousin',
      lad: 'son',
      lads: 'sons',
      gf: 'girlfriend',
    },
    ...{
      bf: 'boyfriend',
      fella: 'boyfriend',
      missus: 'partner',
      hubby: 'husband',
      mums: "mum's",
      dads: "dad's",
    },
    ...{
      nans: "nan's",
      mams: "mam's",
      grans: "gran's",
      sisters: "sister's",
      bezzie: 'friend',
      bestie: 'friend',
    },
    ...{ pal: 'mate', pals: 'mates', buddy: 'mate', colleage: 'colleague', neighbor: 'neighbour' },
    ...{
      pic: 'photo',
      pics: 'photos',
      piccy: 'photo',
      vid: 'video',
      vids: 'videos',
      bday: 'birthday',
      xmas: 'christmas',
    },
    ...{
      prezzie: 'present',
      prezzy: 'present',
      choccies: 'chocolates',
      tenner: '£10',
      fiver: '£5',
      quid: 'pounds',
    },
    ...{ footie: 'football', footy: 'football', uni: 'university', pw: 'password', pwd: 'password' },
    ...{
      telly: 'television',
      wheely: 'wheelie',
      sm: 'social media',
      socials: 'social media',
      fbook: 'facebook',
    },
    ...{
      req: 'request',
      reqs: 'requests',
      invite: 'invite',
      yr: 'year',
      hr: 'hr',
      pkg: 'package',
      del: 'delivery',
    },
    ...{
      recieved: 'received',
      adress: 'address',
      arrivd: 'arrived',
      folowed: 'followed',
      follwed: 'followed',
    },
    ...{
      follwing: 'following',
      tole: 'told',
      sed: 'said',
      woz: 'was',
      ov: 'of',
      da: 'the',
      dat: 'that',
      dis: 'this',
    },
    ...{ 'l&s': 'live and sleep', 'd/i': 'directly or indirectly', complt: 'complainant', def: 'defendant' },
    ...{
      resp: 'respondent',
      vic: 'victim',
      perp: 'perpetrator',
      sus: 'suspect',
      veh: 'vehicle',
      approx: 'about',
    },
  }),
]);
/** Verbs and people before which a 2 is "to". */
const two =
  /(?<=\p{L} )2 (?=(?:me|him|her|my|his|them|us|do|say|tell|ask|ring|call|text|see|get|give|go|come|talk|chat|speak|watch|pass|put|school|work|be|b|contact|meet|mine|drop|send|find|make|keep|stop|try|look|report|follow|scare|lily|the|our|kill|hurt|have|let|leave|know)\b)/gu;
const twoAfter =
  /(?<=\b(?:tried|trying|try|asked|asking|ask|told|telling|tell|wants?|wanted|got|going|had|used|paid|needs?|like|refused|begged|threatened|promised|forced|pretending|him|her|them|me|some1|someone|access|able|next|close|spoke|chat|talk|went|came|up|over|down|ready|back)) 2 (?!\p{L}+s\b|(?:missed|more|new|silent|phone|voice|text|whatsapp|of|am|pm|different|other|separate|hang)\b)(?=\p{L})/gu;
const four = /(?<=\p{L} )4 (?=(?:me|him|her|my|his|us|the|a|it|lily|our)\b)/gu;
const tokens = /(?:\p{L}|\p{N}|['&/])+/gu;

/** Small letters, with shorthand written out. */
export function writtenOut(text: string): string {
  const plain = plainText(text)
    .replace(two, 'to ')
    .replace(twoAfter, ' to ')
    .replace(four, 'for ')
    .replace(/\bto b\b/gu, 'to be');
  return plain
    .replace(tokens, (word) => shorthand.get(word) ?? word)
    .replace(/\b(opposite|near|outside|about|with)\. /gu, '$1 ');
}

/** First names that are words as well: only with a capital are they names. */
const words = new Set(
  'will may grace hope faith joy dawn bill rob art pat sue drew chase rose summer autumn may june april miles grant rich rick frank earl guy jack ray dean drew'.split(
    ' ',
  ),
);
const titles = '(?:mr|mrs|ms|miss|dr)\\.?';
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** A name in the ways people are called by it: whole, the first, with a title, by initials in capitals. */
function calledBy(names: readonly string[]): { readonly any: string; readonly capital: string } {
  const any: string[] = [];
  const capital: string[] = [];
  for (const name of names) {
    const parts = name.trim().split(/\s+/u);
    const [first = ''] = parts;
    const last = parts.at(-1) ?? '';
    if (parts.length > 1) {
      any.push(escaped(plainText(name)), `${titles} ${escaped(plainText(last))}`);
      const initials = parts.map((each) => each.slice(0, 1).toUpperCase()).join('');
      const dotted = parts.map((each) => each.slice(0, 1).toUpperCase()).join('.');
      capital.push(escaped(initials), `${escaped(dotted)}\\.?`);
      capital.push(`${escaped(first.slice(0, 1))}\\.? ?${escaped(last)}`);
    }
    if (first.length < 3) continue;
    if (words.has(first.toLowerCase())) capital.push(escaped(first));
    else any.push(escaped(plainText(first)));
  }
  return { any: any.join('|'), capital: capital.join('|') };
}

/** Reads what is written in the words for her and for him. */
export type Teller = (text: string) => string;

const herWords =
  '(?:the |our |my )?(?<!(?:a|another|other) )(?:client|cl|complainant|complainer|applicant|victim|petitioner|pursuer|claimant)(?! (?:liaison|support|care|contact|services?|personal|impact|blames?)\\b|s\\b)';
const hisWords =
  "(?:the |her |my |this )?(?:respondent|defendant|offender|perpetrator|suspect|accused|defender|ex-partner|ex-husband|ex-boyfriend|ex partner|ex husband|ex boyfriend|ex-wife|(?<=(?:my|her) )ex|daddy)(?! (?:manager|supervisor)|[-'] ?(?:manager)|s\\b)";
/** Behind these, or at the beginning, a name is who does something. */
const begins =
  /(?:^|[.;:,!?(–-] ?|\b(?:when|as|while|that|and|after|before|because|if|where|then|but|believed|says|so|how) )$/u;

/** Nothing is told of what is hers: it is her home. */
const isAlone =
  /^ ?(?:$|[.,;:!?)–-]|(?:with|at|on|in|and|by|to|again|last|this|when|while|but|twice|drunk|tonight|yesterday|x\d|\d)\b)/u;
/** Replaces each of these by the word for who does, whom it is done to, or whose it is. */
function called(pattern: RegExp, [does, done, whose]: readonly [string, string, string]): Teller {
  return (text) =>
    text.replace(pattern, (...all: readonly unknown[]) => {
      const owns = all[1];
      const at = Number(all.at(-2));
      if (typeof owns === 'string' && owns !== '') {
        const next = text.slice(at + String(all[0]).length);
        return whose === 'her' && isAlone.test(next) ? 'hers' : whose;
      }
      return begins.test(text.slice(0, at)) ? does : done;
    });
}
const whole = (alternatives: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}'])(?:${alternatives})('s?(?![\\p{L}]))?(?![\\p{L}\\p{N}])`, flags);

const firstPerson: Readonly<Record<string, string>> = {
  ...{ i: 'she', me: 'her', my: 'her', mine: 'hers', myself: 'herself', our: 'her' },
  ...{ "i'm": 'she is', "i've": 'she has', "i'd": 'she had' },
};

/** For one case, whose people have these names. */
export function tellerOf({ client, bound, kin = [] }: Names): Teller {
  const hers = calledBy(client);
  const his = calledBy(bound);
  const family = calledBy(kin);
  const steps: Teller[] = [];
  const her = ['she', 'her', 'her'] as const;
  const him = ['he', 'him', 'his'] as const;
  if (hers.capital !== '') steps.push(called(whole(hers.capital, 'gu'), her));
  if (his.capital !== '') steps.push(called(whole(his.capital, 'gu'), him));
  steps.push(writtenOut);
  steps.push(called(whole(hers.any === '' ? herWords : `${hers.any}|${herWords}`, 'gu'), her));
  steps.push(called(whole(his.any === '' ? hisWords : `${his.any}|${hisWords}`, 'gu'), him));
  if (family.any !== '')
    steps.push(called(whole(family.any, 'gu'), ['her family', 'her family', "her family's"]));
  // What stands in quotation marks was said by him.
  steps.push((text) =>
    text.replace(
      /"[^"]*"|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}])|[\p{L}']+/gu,
      (word) => firstPerson[word] ?? word,
    ),
  );
  return (text) => steps.reduce((before, step) => step(before), text);
}
