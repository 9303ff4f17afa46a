import type { OrderTerm } from '../../../models/register';
import { contactConducts, forbiddenByAct } from './conduct';
import type { Conduct } from './conduct';
import { platforms } from './entry-families';
import { distancesIn, itemsOf, listedIn, namesIn, placeSorts, roadsIn } from './places';
import type { NamedPlace } from './places';
import { writtenOut } from './told';
import { topicsOfTerm } from './topics';
import type { TermTopics } from './topics';
import type { Words } from './lexicon';
import { agentWords, plainText, wordsOf } from './words';

/** What a term asks to be done. Not doing it is what breaks it. */
export type Duty = 'report' | 'notify' | 'surrender' | 'programme' | 'reside' | 'tag' | 'return';

/** Somebody whom a term protects beside the client, in a word. */
export type Other = 'kin' | 'children' | 'witnesses' | 'work' | 'agents';

/** What a term says, as far as its words can be read. */
export interface TermReading {
  readonly forbids: ReadonlySet<Conduct>;
  /** It says that contact through others counts, or contact of any kind. */
  readonly isIndirect: boolean;
  /** It says that only what is done directly counts. */
  readonly isDirectOnly: boolean;
  /** It is about getting others to act. */
  readonly isInstructing: boolean;
  /** Everything that troubles the person: harassing, molesting, pestering. */
  readonly isHarassing: boolean;
  /** Going near the person, wherever that is. */
  readonly isNearPerson: boolean;
  /** Places it keeps away from. */
  readonly places: readonly NamedPlace[];
  readonly sorts: ReadonlySet<string>;
  /** It is about a place that its words do not name, such as a map. */
  readonly isUnnamedPlace: boolean;
  readonly metres: number | null;
  /** Hours it is about, as clock times; beyond midnight where the second is smaller. */
  readonly hours: readonly { readonly from: string; readonly to: string }[] | null;
  /** To be at home in those hours. */
  readonly isCurfew: boolean;
  readonly duties: ReadonlySet<Duty>;
  /** Whom it protects, where it says so: the client, others. Both empty: the client. */
  readonly names: 'client' | 'others' | 'both' | 'some';
  readonly others: ReadonlySet<Other>;
  /** Names of the register in it that are nobody's whom the order protects. */
  readonly named: readonly string[];
  /** What it allows, in a word. */
  readonly allows: ReadonlySet<'solicitor' | 'children' | 'court' | 'belongings' | 'other'>;
  /** What it is about beside contact and places. */
  readonly topics: TermTopics;
  /** Programs and places through which it allows contact. */
  readonly means: readonly string[];
  /** It forbids something, and not only asks for something. */
  readonly isForbidding: boolean;
  /** Things it forbids to have. */
  readonly things: ReadonlySet<string>;
}

/** Where what a term allows begins. */
const exception =
  /(?:,? (?:\()?(?:save|except|unless|other than|apart from|excepting|but (?:he )?(?:may|can)|with the exception|excluding|without (?:the )?(?:prior |express |written )|otherwise than|aside from|subject to|provided that)(?: |$))/u;

const contactWords = wordsOf([
  'contact(?:ing|ed|s)?',
  'communicat(?:e|es|ing|ion|ions)',
  'get(?:ting)? in touch',
  'be in touch',
  'correspond(?:ence|ing)?(?: with)?',
  'interact(?:ing|ion)? with',
  'engage with the (?:victim|complainant|client|applicant)',
  'non-contact',
]);

const giving =
  '(?:send|sending|give|giving|leave|leaving|deliver|delivering|post|posting|pass|passing)(?:,? (?:or )?\\p{L}+){0,7}?,?(?: or)?';
/** Means, and other conduct, that a term names. */
const conductWords: readonly (readonly [Conduct, Words])[] = [
  [
    'call',
    wordsOf([
      'telephon(?:e|ing)',
      'phon(?:e|ing)(?! numbers?)(?<!(?:mobile|one|any|all|his|second|of|smart|a|and|cell) phone)',
      'calls?',
      'calling',
      'ring(?:ing)?',
      'voicemails?',
      'by telephone',
    ]),
  ],
  ['text', wordsOf(['text(?:s|ing)?', 'text messag(?:e|es|ing)', 'sms', 'messag(?:e|es|ing)', 'messages'])],
  [
    'message',
    wordsOf([
      'messag(?:e|es|ing)',
      'whatsapp',
      'electronic(?:ally)? (?:messages?|communications?|means)',
      'written messages',
      'in writing',
      'writ(?:e|ing) to',
      'direct messages',
      'send(?:ing)? (?:any |her )?(?:communications?|correspondence|money|payments?)',
      'payments? to',
    ]),
  ],
  [
    'email',
    wordsOf([
      'e-?mail(?:s|ing)?',
      'electronic(?:ally)? (?:messages?|communications?|means)',
      'send(?:ing)? (?:any )?(?:correspondence|communications?)',
    ]),
  ],
  [
    'social',
    wordsOf([
      'social (?:media|networking)(?! (?:posts?|about|accounts? (?:in|to be)))',
      'follow (?:or \\p{L}+ )?(?:her |the complainant |the client )?on (?:social|instagram|facebook)',
      'friend requests?',
      'tag(?:ging)?',
      'comment on',
      'online contact',
      'on any (?:online )?platform',
    ]),
  ],
  [
    'post',
    wordsOf([
      'letters?',
      'post(?= or| to|,|\\.|$)',
      'by post',
      'cards?',
      'writ(?:e|ing)',
      'parcels?',
      'packages?',
      '(?<!e-)mail',
      'deliver(?:ing)?',
      `${giving} items?`,
      'correspondence',
      'in writing',
      'send(?:ing)? (?:any |her )?(?:\\p{L}+ ){0,3}(?:thing|anything)',
      'notes?',
    ]),
  ],
  [
    'gift',
    wordsOf([
      'gifts?',
      'presents?',
      'flowers',
      'deliver(?:y|ies|ing)?',
      `${giving} items?`,
      'leav(?:e|ing) (?:any |\\p{L}+ )?(?:items?|things?|objects?|gifts?|notes?|anything|property)',
      'send(?:ing)? (?:any |her )?(?:\\p{L}+ ){0,3}(?:thing|anything|goods)',
      'goods',
    ]),
  ],
  [
    'speak',
    wordsOf([
      'speak(?:ing)?',
      'talk(?:ing)?',
      'verbal(?:ly)?',
      'gestur(?:e|es|ing)',
      'approach(?:ing)?',
      'in person',
      'face to face',
      'address any words',
      'shout(?:ing)?',
    ]),
  ],
  [
    'follow',
    wordsOf([
      'follow(?:ing)?(?! (?:conditions?|terms?|requirements?|prohibitions?|places?|or \\p{L}+ (?:her )?on|(?:her |the complainant |the client |the victim )?on (?:social|instagram|facebook)|addresses|areas|any account|or add))',
      'tail(?:ing)?',
      'stalk(?:ing)?',
      'pursu(?:e|ing)',
    ]),
  ],
  [
    'watch',
    wordsOf([
      'watch(?:ing)?',
      'spy(?:ing)?',
      'surveillance',
      'observ(?:e|ing|ation)',
      'spy',
      'under (?:watch|surveillance|observation)',
      'film(?:ing)?',
      'photograph(?:ing|s)?',
      'tak(?:e|ing) (?:any )?(?:photographs?|pictures?|images)',
      'record(?:ing)?(?= (?:or |her|the complainant|any image|images|the client|the victim))',
      'monitor(?:ing)?',
      'drones?',
      'keep(?:ing)? watch',
    ]),
  ],
  [
    'track',
    wordsOf([
      "monitor(?:ing)?(?! (?:[\\p{L}']+ ){0,4}(?:use|internet|accounts?|e-?mails?|social))",
      'track(?:ing|er|ers)?(?! record)',
      'gps',
      'surveillance',
      'location',
    ]),
  ],
  [
    'access',
    wordsOf([
      'monitor(?:ing)?',
      "access(?:ing)? (?:or \\p{L}+ )?(?:any |her |the )?(?:\\p{L}+'?s? ){0,3}(?:accounts?|devices?|e-?mails?|social|phone|computer|data|profiles?|online|cloud)",
      'log(?:ging)? (?:in|on) ?(?:to)?',
      'spyware',
      'hack(?:ing)?',
      "view(?:ing)? (?:any |her |the )?(?:\\p{L}+'?s? )?(?:social|profiles?|accounts?|pages?)",
      'search(?:ing)? (?:for|online)',
      'internet use',
      'research(?:ing)?',
      'information about',
      'find(?:ing)? out',
      'locat(?:e|ing)',
      'look(?:ing)? (?:at|up)',
    ]),
  ],
  [
    'loiter',
    wordsOf([
      'loiter(?:ing)?',
      'wait(?:ing)?',
      'remain(?:ing)? (?:in|at|outside|near)',
      'linger(?:ing)?',
      'hang(?:ing)? around',
    ]),
  ],
  [
    'publish',
    wordsOf([
      'publish(?:ing)?',
      'post(?:ing)?(?= (?:any|about|on|or|anything|material|comments?|images?|online|photographs?|statements?|to|references?|information|content|upload|share|publish|messages? about|of|her|details|reviews?|,))',
      'upload(?:ing)?',
      'blog(?:ging)?',
      'tweet(?:ing)?',
      'shar(?:e|ing)(?= (?:any|or|images?|photographs?|material|anything|private|intimate|details|content|online|information))',
      'refer(?:ring|ence)? to',
      'refer(?:ence|ences)?',
      'mention(?:ing)?',
      'disclos(?:e|ing)',
      'mak(?:e|ing) (?:any )?(?:\\p{L}+ )?(?:reference|posts?|comments?|statements?|reviews?)',
      'discuss(?:ing)?',
      'display(?:ing)?',
      'distribut(?:e|ing)',
      'broadcast(?:ing)?',
      'circulat(?:e|ing)',
      'reviews?',
      'put(?:ting)? (?:anything|material|any \\p{L}+|information) (?:online|on the internet|on social)',
    ]),
  ],
  [
    'account',
    wordsOf([
      '(?:create|creating|set(?:ting)? up|open|opening|operate|operating|use|using|have|having|hold|holding|register|registering|maintain|maintaining|make|making) (?:or \\p{L}+ )?(?:any |an |more than \\p{L}+ |another |a |other )?(?:\\p{L}+ ){0,4}(?:accounts?|profiles?|e-?mail address(?:es)?)',
      'impersonat(?:e|ing)',
      'pretend(?:ing)? to be',
      'pos(?:e|ing) as',
      'false name',
      'in any (?:other )?name',
      'purport(?:ing)? to',
    ]),
  ],
  [
    'threat',
    wordsOf([
      'threaten(?:ing)?',
      'threats?',
      'intimidat(?:e|ing|ion)',
      'abus(?:e|ive|ing)',
      'insult(?:ing)?',
    ]),
  ],
  ['violence', wordsOf(['violen(?:ce|t)', 'assault(?:ing)?', 'physical(?:ly)?', 'harm(?:ing)?'])],
  [
    'property',
    wordsOf([
      'damag(?:e|ing)',
      'interfer(?:e|ing)',
      'destroy(?:ing)?',
      'tamper(?:ing)?',
      'touch(?:ing)?',
      'remov(?:e|ing)',
    ]),
  ],
];

const harassing = wordsOf([
  'harass(?:ing|ment)?',
  'molest(?:ing)?',
  'pester(?:ing)?',
  'annoy(?:ing)?',
  'intimidat(?:e|ing)',
  'alarm or distress',
  'course of conduct',
  'acts? (?:associated with|of) stalking',
  'stalk(?:ing)?',
  'nuisance',
]);
const violenceOnly = wordsOf(['violence']);
const indirect = wordsOf([
  'indirect(?:ly)?',
  'by any means',
  'by any (?:other )?(?:method|way|person)',
  'whatsoever',
  'any (?:form|kind|sort|type|manner|means) of (?:contact|communication)',
  'in any (?:way|form|manner)',
  '(?:through|via|by|using) (?:a |any |an )?(?:third part(?:y|ies)|other|another|others|anyone|anybody|friends?|family|intermediar(?:y|ies)|agents?)',
  'third part(?:y|ies)',
  'any contact',
  'all contact',
  'no contact of',
  'contact of any',
  'any other person',
  'whether (?:by himself|in person) or',
  'any means',
]);
const direct = wordsOf(['directly', 'direct', 'in person', 'personally', 'face to face']);
const instructingPatterns = [
  '(?:instruct|encourag|caus|ask|allow|permit|request|procur|incit|us|employ|hir|persuad|direct|arrang|suggest|enlist|commission|pay|get|assist|suffer|engag|authoris|counsel)(?:e|es|ing|ting|ed|age)?(?:,? (?:or|and)? ?(?:in any way )?(?:suggest|encourage|instruct|allow|permit|ask|request|cause|encouraging|instructing|assist|suffer|procure|incite|direct|pay|persuade|use|arrange|to|for|that))* (?:(?:any|an|another|some) ?(?:other )?(?:person|people|one|body|individual|third party|party|member|friend|relative|else|agent|private)s?|others|other (?:people|persons)|another|third part(?:y|ies)|anyone|anybody|someone|somebody|(?:his |her )?(?:family|friends|associates|relatives)|people)',
  'through any agent',
  '(?:do|doing) (?:so )?through (?:another|others)',
];
const instructing = wordsOf(instructingPatterns);
const instructed = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${instructingPatterns.join('|')})(?![\\p{L}\\p{N}])[^.;]*`,
  'u',
);
const going = wordsOf([
  'go(?:ing)?(?! online)',
  'attend(?:ing)?',
  'enter(?:ing)?',
  'visit(?:ing)?',
  'return(?:ing)?',
  'come',
  'coming',
  'be (?:in|at|within|found|present|inside|near|on)',
  'being (?:in|at|within|found|on)',
  'within',
  'exclu(?:ded|sion|de)',
  'keep away',
  'stay away',
  'stay out',
  'keep out',
  'stay (?:at least )?\\d+',
  'remain (?:outside|at least|away|in|within|at|on)',
  'approach(?:ing)?',
  'travel(?:ling)?(?! documents?)',
  'set foot',
  'occupy(?:ing)?',
  'trespass(?:ing)?',
  'vacate',
  'leave (?:and|the)',
  'drive (?:past|along|down|into)',
  'pass(?:ing)? (?:by|along)',
  'park(?:ing)?',
  'loiter(?:ing)?',
  'use (?:the )?(?:road|street|bus|train|gym|entrance|route|footpath)',
  'no-?go',
  'wait(?:ing)?',
  'cross',
]);
const nearPerson = wordsOf([
  'approach(?:ing)?(?! (?:within [\\p{L}\\d ]+ of )?(?:the |any |her )?(?:home|house|address|premises|property|place|flat|school|\\d))',
  'go(?:ing)? near (?:to )?(?:her|the (?:complainant|client|victim|applicant|petitioner|protected)|him|them|any)',
  "(?:within|at least|than|nearer than) [\\p{L}\\d ]+ (?:of|from|to) (?:her|him|them|the (?:complainant|client|victim|applicant|protected person|petitioner)|any (?:person|witness))(?!'s| home| house| (?:place|address|workplace|school))",
  'come near (?:her|the)',
  'place where (?:she|the (?:complainant|client|applicant|victim)|\\p{L}+) (?:may be|is|happens|might be|could be)(?! (?:known|believed|work|liv))',
  '(?:anywhere|wherever) (?:she|the (?:complainant|client|applicant|victim)) (?:is|may|might)',
  "keep away from (?:her|the (?:complainant|client|victim|applicant))(?!'s)",
  "stay away from (?:her|the (?:complainant|client|victim|applicant))(?!'s)",
  'any (?:place|location|address|premises) (?:where|at which|that) (?:she|the (?:complainant|client|applicant|victim)) (?:is|may be|might be)',
  "in (?:her|the (?:complainant|client|victim)'s) presence",
  'in the presence of',
  '(?:in|keep) (?:the )?company (?:of|with)',
  'associat(?:e|ing) with',
]);
const notNamed = wordsOf([
  'map',
  'plan',
  'marked',
  'red line',
  'edged',
  'exclusion zone',
  'schedule',
  'hatched',
  'shaded',
  'attached',
  'outlined',
]);

const dutyWords: readonly (readonly [Duty, Words])[] = [
  [
    'report',
    wordsOf([
      'report to',
      'sign on',
      'sign at',
      'attend (?:at )?(?:the )?(?:\\p{L}+ ){0,3}police station',
      'present himself',
      'surrender to (?:custody|bail)',
      'answer (?:his )?bail',
      'attend (?:all )?(?:\\p{L}+ )?(?:appointments?|meetings?|interviews?)',
      'attend (?:any |all )?(?:court|hearings?)',
      'attend court',
      'keep (?:all )?appointments?',
      'meet (?:with )?(?:his|the) (?:offender|probation|supervis)',
      'reporting',
    ]),
  ],
  [
    'notify',
    wordsOf([
      'notify',
      'notif(?:y|ying|ication)',
      'inform the police',
      'provide (?:the )?(?:police|his|details|a)',
      'tell the police',
      'register (?:his|all|any)',
      'disclose (?:to|all|any|his)',
      'give (?:the )?police',
      'inform (?:his|the)',
      'supply (?:his|the)',
    ]),
  ],
  [
    'surrender',
    wordsOf([
      'surrender (?:all|any|his|the|every|to (?:the )?(?:police|court) (?:all|any|his))',
      'hand (?:over|in)',
      'deliver up',
      'give up',
      'deliver to the police',
      'make available',
      'allow (?:the )?police (?:to )?(?:inspect|examine|access|search)',
      'produce (?:his|any|all|the)',
      'provide (?:all )?(?:passwords?|pins?|passcodes?|access)',
      'submit',
    ]),
  ],
  [
    'programme',
    wordsOf([
      'programmes?',
      'treatment',
      'counselling',
      'assessment',
      'perpetrator',
      'mental health',
      'substance',
      'alcohol (?:treatment|abstinence)',
      'rehabilitation',
      'anger management',
      'interventions?',
      'engage with',
      'drug testing',
      'course',
    ]),
  ],
  [
    'reside',
    wordsOf([
      'live and sleep',
      'reside (?:\\p{L}+ )?(?:at|and|as|with)',
      'residence',
      'sleep each night',
      'sleep every night',
      'live at',
      'remain living at',
    ]),
  ],
  ['tag', wordsOf(['tag', 'electronic(?:ally)? monitor(?:ing|ed)', 'wear (?:a|an)', 'curfew'])],
  [
    'return',
    wordsOf([
      "return (?:all|any|her|the (?:keys?|property|belongings|laptop|phone|complainant's))",
      'delete',
      'remove (?:all|any) (?:posts?|images?|photographs?|material|content|references)',
      'take down',
      'pay (?:the|her|all)',
      'vacate',
      'leave the (?:property|family home|home)',
    ]),
  ],
];
const negative =
  /\b(?:not|no|nor|prohibited|forbidden|must never|refrain|barred|banned|excluded|exclusion|keep away|stay away|without|never|neither|non-contact|stay out|keep out|cease|stop|restrained|avoid|abstain|desist|prevented|injuncted|shan't|mustn't|keep at least|remain outside|remain at least|stay at least)\b/u;

const othersWords: readonly (readonly [Other, Words])[] = [
  [
    'kin',
    wordsOf([
      'mother',
      'mum',
      'father',
      'dad',
      'parents?',
      'sisters?',
      'brothers?',
      'family',
      'relatives?',
      'partner',
      'boyfriend',
      'husband',
      'grandparents?',
      'friends?',
    ]),
  ],
  ['children', wordsOf(['child(?:ren)?', 'sons?', 'daughters?'])],
  ['witnesses', wordsOf(['(?:prosecution )?witness(?:es)?'])],
  ['agents', wordsOf([...agentWords, 'housing officers?'])],
  [
    'work',
    wordsOf([
      'colleagues?',
      'employers?',
      'co-workers?',
      'work colleagues?',
      'contact(?:ing)? (?:\\p{L}+ ){0,3}?(?:workplace|place of work|work)',
    ]),
  ],
];
const client = wordsOf([
  'complainant',
  'client',
  'victim',
  'applicant',
  'petitioner',
  'claimant',
  'protected person',
  'pursuer',
  'her',
]);

const thingWords: readonly (readonly [string, Words])[] = [
  [
    'phone',
    wordsOf([
      'phones?',
      'telephones?',
      'sim(?: cards?)?',
      'handsets?',
      'mobiles?',
      'smartphones?',
      'mobile phones?',
    ]),
  ],
  ['device', wordsOf(['devices?', 'computers?', 'laptops?', 'tablets?', 'internet-enabled'])],
  ['weapon', wordsOf(['weapons?', 'knife', 'knives', 'blades?', 'firearms?', 'shotguns?', 'bladed'])],
  [
    'tracker',
    wordsOf([
      'track(?:er|ers|ing)',
      'surveillance',
      'recording',
      'gps',
      'cameras?',
      'drones?',
      'airtags?',
      'listening',
      'binoculars',
      'spyware',
    ]),
  ],
  ['keys', wordsOf(['keys?'])],
];
const having = wordsOf([
  'possess(?:ion|ing)?',
  'have (?:in|more|any|with|access)',
  'own(?:ing)?',
  'carry(?:ing)?',
  'hold(?:ing)?',
  'having',
  'use (?:or|any|more|a|an)',
  'using',
  'more than one',
  'purchase',
  'buy',
  'acquire',
  'obtain',
  'keep',
]);

/** Somebody of the register, by the name, so that none is taken for a place. */
export interface TermPerson {
  readonly name: string;
  /** Whether the order protects them: the client, mostly. */
  readonly isProtected: boolean;
}

/** Reads what a term forbids or asks, from its words. */
export function readTerm(
  term: Pick<OrderTerm, 'text' | 'acts' | 'placeText' | 'placeIds'>,
  people: readonly TermPerson[],
): TermReading {
  const { asked, original, allowed } = partsOf(term.text.replace(overnight, ' '));
  const whole = writtenOut(term.text);
  const rule = writtenOut(original);
  const isNegative = negative.test(rule);
  const isInstructing = instructing.test(rule);
  const isForbidding = isNegative && !/\band to\b|\bmust (?!not)/u.test(rule);
  const duties = new Set([
    ...dutiesIn(asked),
    ...[...dutiesIn(rule)].filter((duty) => !isForbidding || duty === 'tag'),
  ]);
  const isDuty = duties.size > 0 && !isNegative;
  return {
    ...{
      topics: topicsOfTerm(`${asked} ${rule}`.trim(), rule, allowed),
      isForbidding: isNegative,
      means: meansIn(allowed, whole),
    },
    ...whereOf(term, rule, original, people, isDuty),
    ...whenOf(rule, whole, isNegative),
    forbids: forbidden(term, asComplainant(rule, people), isDuty),
    isIndirect: indirect.test(rule),
    isDirectOnly: direct.test(rule) && !indirect.test(rule),
    isInstructing,
    isHarassing: harassing.test(rule.replace(instructed, ' ')) && !isDuty,
    duties,
    ...whom(rule, original, people),
    allows: allowedIn(allowed),
    things:
      having.test(rule) || isDuty
        ? new Set(thingWords.filter(([, words]) => words.test(rule)).map(([thing]) => thing))
        : new Set(),
  };
}

/** Through what alone, or save by what, there may be contact. */
function meansIn(allowed: string, whole: string): readonly string[] {
  const only = /\bonly (?:through|via|by|at|on|using)\b[^.;]*/u.exec(whole)?.[0] ?? '';
  const text = `${allowed} ${only}`;
  return [...text.matchAll(new RegExp(`\\b(?:${platforms}|contact centre|parenting app)\\b`, 'gu'))].map(
    ([found]) => found,
  );
}

/** To be at home at night is nothing about where else not to be. */
const overnight = /\b(?:stay(?:ing)?|be|being|remain) away over ?night\b/iu;
/** Where a term that asks for something goes on to what it forbids. */
const turn = /(?:,|;|\.)? (?:and|but|nor)? ?(?:he )?(?:must |shall |is )?(?:not|never)(?: to)? /u;

/** What a term asks for before it forbids, what it forbids or asks for, and what it allows. */
function partsOf(text: string): {
  readonly asked: string;
  readonly original: string;
  readonly allowed: string;
} {
  const plain = plainText(text);
  const isSame = plain.length === text.length;
  const at = exception.exec(plain)?.index ?? -1;
  const [ruled, allowed] =
    at > 5 ? [isSame ? text.slice(0, at) : plain.slice(0, at), plain.slice(at)] : [text, ''];
  const turns = turn.exec(plainText(ruled));
  const first = turns === null ? '' : ruled.slice(0, turns.index);
  const isAsked =
    turns !== null &&
    turns.index > 10 &&
    !negative.test(plainText(first)) &&
    dutiesIn(writtenOut(first)).size > 0;
  return isAsked
    ? { asked: writtenOut(first), original: `Not to ${ruled.slice(turns.index + turns[0].length)}`, allowed }
    : { asked: '', original: ruled, allowed };
}

function dutiesIn(rule: string): ReadonlySet<Duty> {
  return new Set(dutyWords.filter(([, words]) => words.test(rule)).map(([duty]) => duty));
}

/** By whoever's hand, said before what is forbidden. */
const byWhomever =
  /,? ?\b(?:whether |either )?(?:by|through) (?:him|her|your|them)sel(?:f|ves)[^,;.]*(?:,|$)|,? ?\b(?:including )?by causing others to do so/gu;

function forbidden(
  term: Pick<OrderTerm, 'acts' | 'placeText' | 'placeIds'>,
  rule: string,
  isDuty: boolean,
): ReadonlySet<Conduct> {
  const found = new Set<Conduct>(term.acts.flatMap((act) => forbiddenByAct[act] ?? []));
  if (isDuty) return found;
  // What others are not to be got to do is not what the person is told not to do.
  const read = rule.replace(byWhomever, ' ').replace(instructed, ' ');
  if (contactWords.test(read)) contactIn(read).forEach((each) => found.add(each));
  for (const [conduct, words] of conductWords) if (words.test(read)) found.add(conduct);
  if (
    (going.test(read) && !ofTopic.test(read)) ||
    (found.size === 0 && isAboutPlace(read)) ||
    term.placeIds.length > 0 ||
    term.placeText !== ''
  )
    ['presence' as const, 'enter' as const, 'loiter' as const, 'visit' as const].forEach((each) =>
      found.add(each),
    );
  if (having.test(read) && thingWords.some(([, words]) => words.test(read))) found.add('possess');
  // "Post" beside publishing is publishing, where no letter is named.
  if (
    found.has('publish') &&
    !/\b(?:letters?|by post|parcels?|cards?|correspondence|gifts?)\b/u.test(read) &&
    !contactWords.test(read)
  )
    found.delete('post');
  // "Post" beside publishing is publishing, where no letter is named.
  const isLetter = /\b(?:letters?|by post|parcels?|cards?|correspondence|gifts?)\b/u.test(read);
  if (found.has('publish') && !isLetter && !contactWords.test(read)) found.delete('post');
  if (violenceOnly.test(read)) found.add('violence').add('threat');
  return found;
}

/** "In her street", "at 14 Elm Road": a term that names a place and no other conduct is about being there. */
function isAboutPlace(rule: string): boolean {
  return (placeSorts(rule).size > 0 || roadsIn(rule).length > 0) && !contactWords.test(rule);
}

const onlyOnline = /\binteract\w* with (?:\p{L}+ ){0,3}?(?:social|online|profiles?|accounts?|posts?)/u;

/** Contact in general, or by the means alone that stand behind "by". */
function contactIn(rule: string): readonly Conduct[] {
  if (onlyOnline.test(rule)) return ['social', 'message'];
  if (
    indirect.test(rule) ||
    /\b(?:otherwise|including|such as|whether)\b/u.test(rule) ||
    !/\bcontact\w*[^.;]* (?:by|via|through|on|using|over) (?:any )?(?:telephone|phone|text|e-?mail|letter|post|social|whatsapp|electronic)/u.test(
      rule,
    )
  )
    return contactConducts;
  return conductWords
    .filter(([conduct, words]) => contactConducts.includes(conduct) && words.test(rule))
    .map(([conduct]) => conduct);
}

function whereOf(
  term: Pick<OrderTerm, 'placeText' | 'placeIds'>,
  rule: string,
  original: string,
  people: readonly TermPerson[],
  isDuty: boolean,
): Pick<TermReading, 'places' | 'sorts' | 'isUnnamedPlace' | 'metres' | 'isNearPerson'> {
  const isGoing =
    going.test(rule) ||
    isAboutPlace(asComplainant(rule, people)) ||
    term.placeText !== '' ||
    term.placeIds.length > 0;
  const named =
    isGoing && !isDuty
      ? [...roadsIn(original), ...namesIn(original, namesOf(people)), ...listedIn(original, namesOf(people))]
      : [];
  const said = term.placeText === '' ? [] : placesOfText(term.placeText, people);
  const sorts =
    isGoing && !isDuty
      ? new Set([...placeSorts(asComplainant(original, people)), ...placeSorts(term.placeText)])
      : new Set<string>();
  const places = withoutTowns([...named, ...said]);
  // A number in a road, of which the term says no more, is where somebody lives.
  const isListed = itemsOf(original).length > 1;
  const isLived = ({ isRoad, number }: NamedPlace): boolean => isRoad && number !== null;
  if ((sorts.size === 0 || isListed) && places.some(isLived)) sorts.add('home');
  if (sorts.has('home') && isKinHome.test(rule)) sorts.add('kin');
  if (isListed && places.some(({ name, isRoad }) => !isRoad && isBusiness.test(name))) sorts.add('work');
  const isNear = nearPerson.test(rule) || nearName(rule, people);
  return {
    places,
    sorts,
    isNearPerson: isNear,
    isUnnamedPlace:
      isGoing &&
      !isDuty &&
      places.length === 0 &&
      sorts.size === 0 &&
      term.placeIds.length === 0 &&
      !ofTopic.test(rule) &&
      (notNamed.test(rule) || !isNear),
    metres: distancesIn(`${rule} ${term.placeText}`)[0] ?? null,
  };
}

/** "Sarah Hart's street" is the complainant's. */
function asComplainant(text: string, people: readonly TermPerson[]): string {
  const names = people.filter(({ isProtected }) => isProtected).map(({ name }) => escaped(name));
  return names.length === 0
    ? text
    : text.replace(new RegExp(`(?:${names.join('|')})(?='s|’s)`, 'giu'), 'the complainant');
}

/** "Within 50 metres of Sarah Hart": a person, by the name in the register. */
function nearName(rule: string, people: readonly TermPerson[]): boolean {
  return people.some(({ name }) => {
    const plain = plainText(name).replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
    const [first = plain] = plain.split(' ');
    return (
      new RegExp(
        String.raw`(?:within|at least|than) [\p{L}\d ]+ (?:of|from|to) (?:(?:mr|mrs|ms|miss|dr) )?(?:${plain}|${first})(?!'s)`,
        'u',
      ).test(rule) ||
      new RegExp(
        String.raw`(?:go(?:ing)? near|come near|keep away from|stay away from|approach(?:ing)?) (?:to )?(?:(?:mr|mrs|ms|miss|dr) )?(?:${plain}|${first})(?!'s)`,
        'u',
      ).test(rule)
    );
  });
}

/** A place that was put down in its own field: every part of it, without what is only a word of distance. */
function placesOfText(text: string, people: readonly TermPerson[]): readonly NamedPlace[] {
  const roads = roadsIn(text);
  if (roads.length > 0) return roads;
  const named = namesIn(`in ${text}`, namesOf(people));
  if (named.length > 0 || placeSorts(text).size > 0) return named;
  const name = plainText(text).replace(/^(?:the|area of|within .* of) /u, '');
  return name === '' ? [] : [{ shown: text, number: null, name, postcode: null, isRoad: false }];
}

/** Where a road is named, the town behind it alone says nothing. */
function withoutTowns(all: readonly NamedPlace[]): readonly NamedPlace[] {
  const roads = all.filter(({ isRoad }) => isRoad);
  const rest = all.filter(
    ({ isRoad, name }) =>
      !isRoad && !roads.some((each) => each.name.includes(name) || name.includes(each.name)),
  );
  return [...roads, ...rest];
}

/** Places by what is sold or done there, wherever that is. */
const ofTopic = /\b(?:licensed|public house|pubs?|bars?|casinos?|betting|internet caf)/u;
const isKinHome =
  /\b(?:mother|mum|father|dad|parents?|sister|brother|family|grandparents?|relatives?|friends?)\b/u;
/** Where people work who are named by it alone. */
const isBusiness =
  / (?:dental|salon|surgery|cafe|shop|store|ltd|limited|hotel|bar|restaurant|clinic|practice|solicitors|bakery|beauty|hair|garage|studio|care home)$/u;

const span =
  /(?:between|from|hours of|until|,)? ?((?:\d{1,4}(?:[:.]\d{2})? ?(?:am|pm|hours|hrs)?|midnight|noon|midday))(?: hours| hrs)? ?(?:and|to|until|-|till) ?((?:\d{1,4}(?:[:.]\d{2})? ?(?:am|pm|hours|hrs)?|midnight|noon|midday))(?![\d ]*(?:metres?|meters?|m\b|miles?|yards?|[\p{L}]+ (?:road|street|avenue|lane)))/gu;

/** A clock time in words: `7pm`, `19:00`, `midnight`. */
export function clockOf(text: string): string | null {
  const plain = text.trim();
  if (plain === 'midnight') return '00:00';
  if (plain === 'noon' || plain === 'midday') return '12:00';
  const four = /^(\d{2})(\d{2})(?: ?(?:hours|hrs))?$/u.exec(plain);
  if (four !== null) return `${four[1] ?? ''}:${four[2] ?? ''}`;
  const read = /^(\d{1,2})(?:[:.](\d{2}))? ?(am|pm|hours|hrs)?$/u.exec(plain);
  if (read === null) return null;
  const [, hour = '0', minutes = '00', half] = read;
  if (half === undefined && !/[:.]/u.test(plain)) return null;
  const hours = (Number(hour) % (half === 'am' || half === 'pm' ? 12 : 24)) + (half === 'pm' ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${minutes}`;
}

/** Hours from one clock time to another, each time that a text names some. */
function spansIn(text: string): readonly { readonly from: string; readonly to: string }[] {
  return [...text.matchAll(span)].flatMap(([, first = '', second = '']) => {
    const [from, to] = [clockOf(first), clockOf(second)];
    return from === null || to === null ? [] : [{ from, to }];
  });
}

function whenOf(rule: string, whole: string, isNegative: boolean): Pick<TermReading, 'hours' | 'isCurfew'> {
  const found = spansIn(rule);
  const all = found.length > 0 ? found : spansIn(whole).slice(0, 1);
  const hours = all.length === 0 ? null : all;
  const isHome =
    /\bcurfew\b|(?:remain|stay|be|reside|sleep) (?:indoors |inside )?(?:indoors|in|inside|at|within) (?:his|the|\d|home)|not (?:to )?(?:leave|be outside|be absent from)/u.test(
      rule,
    );
  return {
    hours,
    isCurfew:
      isHome &&
      (hours !== null || /\bcurfew\b/u.test(rule)) &&
      (!isNegative || /leave|outside|absent|curfew/u.test(rule)),
  };
}

const namesOf = (people: readonly TermPerson[]): readonly string[] => people.map(({ name }) => name);
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
const relations =
  '(?:mother|mum|father|dad|parents?|sisters?|brothers?|family|relatives?|partner|boyfriend|husband|grandparents?|friends?|child(?:ren)?|sons?|daughters?|colleagues?|employers?|workplace|place of work|landlords?|letting agents?|housing officers?|witness(?:es)?)';

/** Somebody whom a term names and who stands in no register, such as a child: "contact with Lily". */
function strangersIn(original: string, people: readonly TermPerson[]): readonly string[] {
  const known = new Set(people.flatMap(({ name }) => plainText(name).split(' ')));
  return [
    ...original.matchAll(
      /\b(?:contact(?:ing)?(?: with)?|approach(?:ing)?|communicat(?:e|ing) with|speak(?:ing)? to|collect(?:ing)?) ([A-Z]\p{Ll}+)(?! ?[A-Z])(?!'s|’s)/gu,
    ),
  ].flatMap(([, name = '']) => (known.has(name.toLowerCase()) || ownWords.test(name) ? [] : [name]));
}
const ownWords =
  /^(?:The|Any|Mr|Mrs|Ms|Miss|Dr|Police|Complainant|Applicant|Victim|Respondent|Defendant|Witness(?:es)?|Ms|Her|His|Petitioner|Claimant|Pursuer|Person|Persons|Anyone)$/u;

/** "Any member of staff at the refuge": somebody whom it says in words of its own, and not the client. */
function isOfSomeElse(rule: string, people: readonly TermPerson[]): boolean {
  const isClient =
    client.test(rule) ||
    people.some(({ name, isProtected }) => isProtected && rule.includes(plainText(name)));
  return !isClient && contactSome.test(rule);
}
const contactSome =
  /\bcontact(?:ing)? (?:or (?:\p{L}+ ){1,3}?contact )?(?:with )?(?:any|the|a|an) (?:member of |members of )?(?!person|persons|other|means|kind|form|sort|complainant|victim|applicant|petitioner|pursuer|claimant|protected|children|child)\p{L}/u;

/** Whom a term protects: "the complainant's mother" is not the complainant, "the complainant or her mother" is both. */
function whom(
  rule: string,
  original: string,
  people: readonly TermPerson[],
): Pick<TermReading, 'names' | 'others' | 'named'> {
  const others = new Set(othersWords.filter(([, words]) => words.test(rule)).map(([other]) => other));
  const named = people
    .filter(({ name, isProtected }) => !isProtected && rule.includes(plainText(name)))
    .map(({ name }) => name);
  const children = strangersIn(original, people);
  if (
    children.length > 0 &&
    !client.test(rule.replace(/\b(?:approach|contact|see|collect|remove) her\b/gu, ' ')) &&
    !people.some(({ name, isProtected }) => isProtected && rule.includes(plainText(name)))
  )
    return { names: 'others', others, named: [...named, ...children] };
  if (others.size === 0 && named.length === 0)
    return { names: isOfSomeElse(rule, people) ? 'some' : 'client', others, named };
  const owner = [
    'complainant',
    'client',
    'victim',
    'applicant',
    'petitioner',
    'claimant',
    'protected person',
    'her',
  ];
  const owners = [...owner, ...namesOf(people).map((each) => escaped(plainText(each)))].join('|');
  const without = rule.replace(
    new RegExp(String.raw`(?:the )?(?:${owners})(?:'s|s')? (?:\p{L}+ )?${relations}`, 'gu'),
    ' ',
  );
  const isClient = people.some(({ name, isProtected }) => isProtected && without.includes(plainText(name)));
  const isPlace = /\b(?:school|nursery|home|house|address)\b/u.test(rule) && !contactWords.test(rule);
  const isBoth = isClient || client.test(without) || isPlace || others.has('witnesses');
  return { names: isBoth ? 'both' : 'others', others, named };
}

function allowedIn(text: string): TermReading['allows'] {
  if (text === '') return new Set();
  const found = new Set<'solicitor' | 'children' | 'court' | 'belongings' | 'other'>();
  if (/solicitor|lawyer|legal/u.test(text)) found.add('solicitor');
  if (/child|contact (?:centre|arrangements|order)|handover|arrangements/u.test(text)) found.add('children');
  if (/court|hearing|proceedings/u.test(text)) found.add('court');
  if (/belongings|collect|property|possessions/u.test(text)) found.add('belongings');
  if (found.size === 0) found.add('other');
  return found;
}
