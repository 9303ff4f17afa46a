import type { Behaviour, Channel, EntryTime } from '../../../models/chronology';
import type { EntryLink } from '../../../models/chronology';
import { conductsOfAct, conductsOfChannel, contactConducts, inPerson } from './conduct';
import type { Conduct } from './conduct';
import { entryWords } from './entry-words';
import { distancesIn, placeSorts, whereOf } from './places';
import type { Duty, Other } from './read-term';
import { settle } from './settle';
import { subjectOf } from './subject';
import type { Subject } from './subject';
import { writtenOut } from './told';
import type { Teller } from './told';
import { topicsTold } from './topics';
import type { ToldTopics } from './topics';
import { Lexicon } from './lexicon';
import { agentWords, plainText, wordsOf } from './words';

/** What the matching needs of an entry. */
export interface EntryFacts {
  readonly id: string;
  readonly kind: 'incident' | 'event';
  readonly edtf: string;
  readonly time: EntryTime | null;
  readonly title: string;
  readonly description: string;
  readonly quote: string;
  readonly behaviours: readonly Behaviour[];
  readonly channel: Channel | null;
  readonly place: string;
  readonly links: readonly EntryLink[];
  readonly actor: { readonly certainty: 'named' | 'suspected' | 'unknown'; readonly why: string } | null;
  readonly others: string;
  readonly vehicle: string;
  readonly threat: string | null;
}

/** What an entry tells, as far as its words, acts and channel can be read. */
export interface EntryReading {
  readonly conducts: ReadonlySet<Conduct>;
  /** Through somebody else, or done by them for the person. */
  readonly isThrough: boolean;
  /** By his lawyer, a court or an agency. */
  readonly isOfficial: boolean;
  readonly subject: Subject;
  /** Words say that nobody knows who it was. */
  readonly isUnknown: boolean;
  readonly words: string;
  /** The same in the words that patterns know: she is who is protected, he who is bound. */
  readonly told: string;
  /** Where, in words that places are looked for in. */
  readonly where: string;
  readonly sorts: ReadonlySet<string>;
  readonly metres: readonly number[];
  /** What was asked for and is told as not done. */
  readonly failed: ReadonlySet<Duty>;
  /** Others than the client whom it names at all. */
  readonly mentions: ReadonlySet<Other>;
  /** Whom it reached, beside or in place of the client. */
  readonly reached: ReadonlySet<Other>;
  /** What it is about beside contact and places. */
  readonly topics: ToldTopics;
  readonly flags: Flags;
  readonly isAboutChildren: boolean;
  readonly isAboutBelongings: boolean;
}

/** What is told as not done, and clauses of what the person was told not to do: no act. */
const notDone =
  /(?<![\p{L}])(?:did not|didn't|has not|hasn't|had not|hadn't|have not|haven't|never|no longer|was not|wasn't|without|not|refused to|stopped short of|no sign of|there (?:was|were|has been|have been) no|no further|no)(?: (?:yet|actually|been|any|try to|attempt to|further|more|contact or))? (?:calls?|text(?:ed|s)?|messag(?:e|es|ed)|contact(?:ed)?|e-?mail(?:ed|s)?|approach(?:ed)?|follow(?:ed)?|c[ao]me|gone|go|seen|see|spoken|speak|spoke|written|posted|phoned|rang|rung|visit(?:ed)?|enter(?:ed)?|threat(?:s|en(?:ed)?)?|violence|damage|attend(?:ed)?|turn(?:ed)? up|sign(?:ed)?|report(?:ed)?|replied|reply|incidents?|sightings?)(?:[^.;,]*)/gu;
/** Where the person lives or works themselves: no place that anybody is kept from. */
const ownPlace =
  /(?<![\p{L}])(?:at|in|to|near|outside|leaving|left|stayed at|from|back at) his (?:own )?(?:\p{L}+ )?(?:home|house|flat|workplace|work|office|bail address|address|mother's|mum's|parents'|bedsit)/gu;
const asked = /(?<![\p{L}])(?:told|warned|ordered|reminded|asked) (?:him |by [\p{L} ]+ )?not to [^.;,]*/gu;

const through = wordsOf([
  "(?:his|the respondent's|the defendant's) (?:\\p{L}+ )?(?:mother|mum|father|dad|brother|sister|friend|friends|mate|mates|cousin|uncle|aunt|partner|girlfriend|wife|colleague|flatmate|neighbour|son|daughter|nephew|niece|family|parents|housemate|boss|ex|cellmate|associate|associates|new girlfriend|sister-in-law|brother-in-law)(?!'s)",
  '(?:a|an|one|mutual|another|some) (?:mutual |old |close |former )?(?:friend|acquaintance|mate|associate|friends|friend of his|cellmate) (?:of (?:his|hers|both) )?(?:called|texted|messaged|told|asked|said|rang|came|passed|delivered|handed|contacted|approached|brought|gave|wrote|e-?mailed|phoned|to pass)',
  '(?:friends?|mate|relative|colleague|associate|member|cousin) of (?:his|the (?:respondent|defendant))',
  'on his behalf',
  'on behalf of (?:him|he)',
  'sends? his (?:love|regards)',
  '(?:put|posted|shared|gave out|published) her (?:phone |mobile )?(?:number|address|details)',
  '(?:telling|told|asking|asked|urging|getting|got) (?:\\p{L}+ ){0,2}?(?:lads|people|everyone|followers|members|fans|strangers|mates) to',
  'for him',
  '(?:message|note|letter|apology|gift|flowers) from him',
  'pass(?:ed|ing)? (?:on|a|his|the) ?(?:a |the |his |on |message)',
  'pass(?:ed)? on',
  'pass(?:ed)? (?:her |a )?(?:\\p{L}+ )?messages?',
  'relay(?:ed|ing)?',
  'via (?:his|a|her|the|mutual|their|friends)',
  '(?:through|using) (?:his|a|her|mutual|their|the|friends|another|someone|somebody) ?(?:\\p{L}+ )?(?:mother|mum|brother|sister|friends?|son|daughter|child|children|father|family|colleague|cousin|partner|mate|parents?|else|person|boss|employer|neighbours?)',
  '(?:asked|told|got|sent|had|paid|instructed|persuaded|used|encouraged|urged|hired|arranged for|begged|pressured|enlisted|recruited|made) (?!her (?:to|he|she|that|not|if|what|why|where|about|friends? (?:he|she))\\b)(?:his|a|her|their|another|an|someone|somebody|mutual|the children|the kids|friends|other people|followers|strangers|people|others|one of) ?(?:\\p{L}+ ){0,3}?(?:mother|mum|dad|father|brother|sister|friends?|mate|mates|son|daughter|children|kids|cousin|colleague|family|parents?|person|to|else|private|investigator|followers|neighbour|uncle|aunt|partner|girlfriend|them)',
  'private investigator',
  '(?:told|asked|got|sent|paid|instructed|persuaded|had|made|begged|wants|wanted|tells|asks) (?!her |the client |me )(?:\\p{L}+ ){1,3}(?:to|2) (?:have a word|tell|ask|ring|message|text|call|contact|speak|pass|give|warn|say|go|drop|watch|report|follow|post|find|threaten|shout|beat|get|keep|put|drive|knock|visit|send|deliver|check|take|let|do|chat|talk)',
  'third part(?:y|ies)',
  'intermediary',
  'go-between',
  '(?:children|daughter|son|child|kids) (?:to (?:tell|ask|give|hand|pass|say)|said (?:that )?(?:daddy|dad|he)|with a (?:note|letter|message|card|gift))',
]);
const official = wordsOf([
  "(?:his|the (?:respondent|defendant)'s) (?:solicitors?|lawyers?|barristers?|counsel|legal team|representatives?)",
  '(?<!what (?:her|the|his) )solicitors? (?:wrote|sent|e-?mailed|called|letter|acting)',
  "solicitor'?s'? letter",
  'letters? from (?:his |the )?(?:\\p{L}+ )?solicitors?',
  'through (?:his |her |the |their )?(?:solicitors?|lawyers?)',
  'served with',
  'court papers',
  'through the court',
  'application to (?:the )?court',
  'statement filed',
  'contact centre',
]);
const unknown = wordsOf([
  'unknown (?:man|woman|person|male|female|number|caller|sender|account|individual|people|user|visitor|driver)',
  'somebody',
  'someone',
  'unidentified',
  'anonymous(?:ly)?',
  'withheld(?: number)?',
  '(?:number|caller id) withheld',
  'private number',
  'no caller id',
  'stranger',
  'persons? unknown',
  'unsigned',
  'nobody saw',
  'not known who',
  'does not know who',
  "doesn't know who",
  "a (?:man|woman|person|figure|male) (?:she|the client) (?:did not|does not|didn't|doesn't) (?:know|recognise)",
  'unrecognised',
]);

const notMet =
  "(?:did not|didn't|failed to|fails to|failing to|has not|hasn't|had not|not|never|missed|without|refused(?: to)?|would not|wouldn't|late|absent|no|stopped|neglected to|breached|skipped|removed|cut|walked out|left|dropped out|still|unable|non-?attendance|failure)";
const failures = new Lexicon<Duty>([
  [
    'report',
    [
      `${notMet} (?:\\p{L}+ ){0,4}(?:report(?:ed|ing)?|sign(?:ed)?(?: on| in)?|signing|attend(?:ed|ance)?(?! (?:the |his |a |any )?(?:\\p{L}+ )?(?:programme|course|session|group|counselling|treatment))|turn(?:ed)? up|appointments?|answer(?:ed)?(?: his)? bail|surrender(?:ed)? (?:to|at|as)|appear(?:ed)?|keep (?:his |the )?appointment|meetings?|show up|probation|hearing|court|interview)`,
      'failed to (?:appear|answer)',
      'warrant (?:was )?issued',
      'no-?show',
    ],
  ],
  [
    'notify',
    [
      `${notMet} (?:\\p{L}+ ){0,4}(?:notif(?:y|ied|ication|ying)|inform(?:ed|ing)?|tell(?:ing)?|told|regist(?:er|ered|ering)|provid(?:e|ed|ing)|disclos(?:e|ed|ing)|giv(?:e|en)|declar(?:e|ed)|updat(?:e|ed))`,
      'undeclared',
      'unregistered',
      'undisclosed',
      '(?:false|wrong|old) (?:name|address|details)',
      'moved (?:\\p{L}+ ){0,4}without',
      'living at (?:a|an|another) (?:\\p{L}+ )?address',
      '(?:using|driving|bought|opened|has|got|with|found|have) (?:a |an )(?:new|second|secret|another) (?:\\p{L}+ )?(?:phone|account|address|vehicle|car|mobile|e-?mail)',
    ],
  ],
  [
    'surrender',
    [
      `${notMet} (?:\\p{L}+ ){0,4}(?:surrender(?:ed)?|hand(?:ed)?|giv(?:e|en)|deliver(?:ed)?|produce[d]?|has (?:his|the)|have|had|keep|kept|allow(?:ed)?|provid(?:e|ed)|let|submit(?:ted)?|unlock(?:ed)?|using)`,
      '(?:kept|keeps|hid|hidden|retained) (?:\\p{L}+ ){0,3}(?:phone|handset|mobile|sim|device|laptop|passport|passports|firearm|shotgun|keys?|tablet|computer|gun)',
      'refused (?:\\p{L}+ ){0,4}(?:passwords?|pin|passcode|phone|access)',
      '(?:still has|second|another|hidden) (?:\\p{L}+ ){0,3}(?:phone|device|laptop|passport|tablet|keys?|guns?|sim)',
    ],
  ],
  [
    'programme',
    [
      `${notMet} (?:\\p{L}+ ){0,5}(?:programme|sessions?|course|treatment|counselling|assessment|appointments?|engage[d]?|engag(?:ing|ement)|attend(?:ed)?|complet(?:e|ed)|start(?:ed)?|test|tests|interventions?|group)`,
      'dropped out',
      'walked out',
      'missed (?:\\p{L}+ ){0,3}sessions?',
    ],
  ],
  [
    'reside',
    [
      `${notMet} (?:\\p{L}+ ){0,5}(?:sle(?:ep|pt|eping)|stay(?:ed|ing)?|liv(?:e|ed|ing)|resid(?:e|ed|ing)|at (?:home|the address|his address|his bail address)|there|address|home)`,
      'moved out',
      'moved (?:\\p{L}+ )?(?:in|away|to)',
      '(?:living|staying|sleeping|lives|slept|stayed|spent the (?:night|weekend|week)) (?:\\p{L}+ ){0,3}?(?:at|with|elsewhere|in|away|rough|there)',
      'no longer (?:at|lives|living)',
      'not at (?:his|the|home|\\d+|\\p{L}+ (?:road|street|way|avenue|lane|close|drive|court|house|terrace|place|crescent|gardens))',
      '(?:police|officers?|probation) (?:checked|called|visited|knocked|attended) (?:\\p{L}+ ){0,4}(?:no reply|no answer|absent|not there|not in)',
      'out all night',
      'away from (?:his|the) (?:bail )?address',
    ],
  ],
  [
    'tag',
    [
      'tag (?:was |had been )?(?:cut|removed|off|tampered|flat|alarm)',
      '(?:cut|removed|remove|tampered with|took|broke|damaged|take) (?:off )?(?:his|the) (?:\\p{L}+ )?(?:tag|ankle)',
      'uncharged',
      `${notMet} (?:\\p{L}+ ){0,3}(?:curfew|charge|wear(?:ing)?|tag)`,
      'breach(?:ed)? (?:of )?(?:his |the )?curfew',
      'out (?:after|past|during|beyond) (?:his |the )?curfew',
      'after curfew',
      'curfew (?:breach|missed|broken)',
      'during (?:his|the) curfew',
    ],
  ],
  [
    'return',
    [
      `${notMet} (?:\\p{L}+ ){0,4}(?:return(?:ed)?|delet(?:e|ed)|remov(?:e|ed)|taken? down|pa(?:y|id)|giv(?:e|en)|left|leave|online|up|handed|vacat(?:e|ed)|mov(?:e|ed))`,
      'still (?:online|up|there|has|have|public|visible|living|in the)',
      '(?:posts?|photos?|images?|videos?|page|profile) (?:\\p{L}+ )?(?:remain|are still|is still|still)',
    ],
  ],
]);

const kinOfClient =
  "(?:her|the client's|client's|my)(?: \\p{L}+)? (?:mother|mum|mam|father|dad|sister|brother|parents?|grandmother|nan|grandparents|aunt|uncle|cousin|friends?|best friend|partner|boyfriend|husband|fianc[eé]|flatmate|neighbour|family|in-laws|housemate)";
const reaching =
  '(?:called|rang|ringing|phoned|telephoned|texted|messaged|messaging|e-?mailed|emailed|wrote to|written to|contacted|contacting|approached|visited|spoke to|confronted|followed|sent|told|asked|letter to|e-?mail to|message to|messages to|calls? to|text to|texts to|threatened|card to|shouted at|flowers to|tried to|harassed|request to|went to|came to|called at|knocked for|turned up at|outside|drove past|waited for|waited outside|parked outside|wrote|parcel to|gift to|watched|speaking to|watching|following)';
const reached = new Lexicon<Other>([
  ['kin', [`${reaching} (?:\\p{L}+ ){0,2}?${kinOfClient}`]],
  [
    'children',
    [
      `${reaching} (?:\\p{L}+ ){0,2}?(?:her|the client's|their|the|my)(?: \\p{L}+)? (?:son|daughter|child|children|kids|boy|girl|boys|girls|baby|toddler|sons|daughters)`,
      "(?:children|daughter|son)(?:'s|s')? (?:school|nursery)",
    ],
  ],
  [
    'work',
    [
      `${reaching} (?:\\p{L}+ ){0,2}?(?:her|the client's|my)(?: \\p{L}+)? (?:boss|employer|manager|colleagues?|workplace|hr|line manager|team|head teacher|supervisor|co-workers?)`,
    ],
  ],
  ['witnesses', [`${reaching} (?:\\p{L}+ ){0,3}?witness(?:es)?`]],
]);

const mentioned = new Lexicon<Other>([
  [
    'kin',
    [
      "(?:her |our )?(?:mother|mum|mam|father|dad|sister|brother|parents?|grandmother|nan|gran|grandad|aunt|auntie|uncle|cousin|best friend|friends?(?! requests?)|mate|partner|boyfriend|husband|family|nephew|niece)(?:'s)?",
    ],
  ],
  [
    'children',
    [
      "(?:her |our |the )?(?:son|daughter|child|children|kids?|boys?|girls?|baby|toddler|grandchildren|twins)(?:'s)?",
    ],
  ],
  [
    'work',
    [
      '(?:boss|employer|manager|colleagues?|workplace|hr|team|head teacher|supervisor|co-workers?|work|works? with|salon|shop|cafe|office|reception|receptionist|staff|customers?|clients?)',
    ],
  ],
  ['witnesses', ['witness(?:es)?']],
  ['agents', [...agentWords, 'lettings?', 'housing(?: officers?)?']],
]);

const aboutChildren = wordsOf([
  'child(?:ren)?',
  'kids?',
  'son',
  'daughter',
  'handover',
  'pick-?up',
  'contact centre',
  'parenting',
  'school run',
  'collect(?:ing)? (?:him|them)',
]);
const aboutBelongings = wordsOf([
  'belongings',
  'his things',
  'collect(?:ed|ing)? his',
  'possessions',
  'his clothes',
  'his tools',
]);

/** What is asked of an entry under one term or another, answered once. */
interface Flags {
  /** Of her, in a word. */
  readonly isOfHer: boolean;
  /** Beside her, as far as words say. */
  readonly isBeside: boolean;
  readonly isWith: boolean;
  /** Past, and nobody need say past whom. */
  readonly isPassing: boolean;
  readonly isAtCourt: boolean;
  readonly isSolicitor: boolean;
  /** What courts, police and lawyers do. */
  readonly isOfficeTalk: boolean;
  /** He tells others something. */
  readonly isTellingOthers: boolean;
  readonly isMessage: boolean;
  /** The tag says that he was where he must not be. */
  readonly isZoneAlert: boolean;
}

const isOfHer = /\b(?:her|hers|she)\b/u;
const isBeside = /\b(?:her|she|client|same|near|nearby|behind|aisles?)\b/u;
const isWith = /\b(?:with|beside|next to|alongside|opposite) /u;
const isPassing =
  /\b(?:drove|drives|driving|walk(?:ed|s|ing)|cycl(?:ed|es|ing)|rode) (?:slowly )?(?:past|by)\b(?! (?:his|the (?:court|police)))/u;
const isAtCourt = /\b(?:court|hearing|trial)\b/u;
const isOfficeTalk =
  /\b(?:judge|court|hearing|trial|police|officers?|probation|solicitors?|lawyers?|barrister|counsel|charged|arrested|bailed|remanded|sentenced|interview(?:ed)?|cps|statement)\b/u;
const isTellingOthers =
  /^(?:he )?(?:told|tells|asked|informed|said to|spoke to|showed|complained to|chatted to) (?!her\b)/u;
const isMessage = /\b(?:tell|told|say|said|pass|message|speak|give|gave|ask)\b/u;
const isZoneAlert =
  /\b(?:exclusion|restricted|buffer) (?:zone|area)\b|\bzone (?:alert|entered|breach|violation)/u;

const flagsOf = (said: string, words: string): Flags => ({
  isOfHer: isOfHer.test(said),
  isBeside: isBeside.test(said),
  isWith: isWith.test(said),
  isPassing: isPassing.test(said),
  isAtCourt: isAtCourt.test(said),
  isSolicitor: /\b(?:solicitors?|lawyers?)\b/u.test(said),
  isOfficeTalk: isOfficeTalk.test(said),
  isTellingOthers: isTellingOthers.test(said),
  isMessage: isMessage.test(words),
  isZoneAlert: isZoneAlert.test(said),
});

/** Reads what an entry tells. `placeNames`: the names of the places that it is linked to. */
export function readEntry(
  entry: EntryFacts,
  placeNames: readonly string[],
  teller: Teller = writtenOut,
): EntryReading {
  const words = plainText(`${entry.title}. ${entry.description}`);
  const title = teller(entry.title);
  const said = `${title}. ${teller(entry.description)}`;
  const acts = said.replace(notDone, ' ').replace(asked, ' ').replace(ownPlace, ' ');
  const conducts = new Set<Conduct>();
  for (const behaviour of entry.behaviours) conductsOfAct[behaviour].forEach((each) => conducts.add(each));
  if (entry.channel !== null) conductsOfChannel[entry.channel].forEach((each) => conducts.add(each));
  byWords(entry, acts, conducts);
  if (entry.threat !== null) conducts.add('threat');
  if (entry.behaviours.includes('b') && !contactConducts.some((each) => conducts.has(each))) {
    conducts.add(entry.channel === 'in_person' ? 'speak' : 'message');
  }
  const where = whereOf([entry.place, ...placeNames, entry.title, entry.description]);
  const head = title;
  const subject = subjectOf(head, said);
  const isUnknown =
    entry.actor?.certainty === 'unknown' ||
    (entry.actor === null && unknown.test(head) && subject !== 'him' && !through.test(said));
  const isThrough =
    entry.channel === 'third_party' ||
    entry.others !== '' ||
    entry.links.some(({ role }) => role === 'proxy') ||
    through.test(said);
  return {
    ...{ conducts, isUnknown, isThrough, words, told: said, where },
    isOfficial: entry.channel === 'legal_process' || official.test(said),
    subject,
    topics: topicsTold(said),
    flags: flagsOf(said, words),
    sorts: placeSorts([entry.place, ...placeNames, said].join('. ')),
    metres: distancesIn(said),
    failed: failures.in(said),
    mentions: mentioned.in(said),
    reached: isThrough ? new Set() : reached.in(said),
    isAboutChildren: aboutChildren.test(said),
    isAboutBelongings: aboutBelongings.test(said),
  };
}

/** What words tell. A channel that somebody chose says more about contact than a word that may stand for another. */
function byWords(entry: EntryFacts, acts: string, conducts: Set<Conduct>): void {
  const isRemote =
    entry.channel !== null &&
    [...conductsOfChannel[entry.channel]].some((each) => contactConducts.includes(each) && each !== 'gift');
  const isPublished = entry.channel === 'online_post';
  for (const conduct of entryWords.in(acts)) {
    if ((isRemote || isPublished) && inPerson.includes(conduct)) continue;
    if (isPublished && contactConducts.includes(conduct) && conduct !== 'social') continue;
    conducts.add(conduct);
  }
  settle(acts, conducts, { isRemote: isRemote || isPublished, isPlaced: entry.place !== '' });
}
