import { platforms } from './entry-families';
import { Lexicon } from './lexicon';
import { aboutWhat } from './shared-words';
import { wordsOf } from './words';

/*
 * What some terms forbid to have or do, or ask for, that is neither contact nor a place: the same thing must be named by the term and
 * told by the entry. What is forbidden is broken by being told; what is asked for by being told as not done.
 */

interface Topic {
  readonly term: readonly string[];
  readonly told: readonly string[];
}

const t = (term: readonly string[], told: readonly string[]): Topic => ({
  term,
  told,
});

const devices =
  '(?:devices?|phones?|mobiles?|handsets?|smartphones?|laptops?|tablets?|computers?|ipads?|iphones?|consoles?|macbook)';

/** Forbidden to have, use or do. */
const forbidden: readonly Topic[] = [
  t(
    [
      'alcohol',
      'intoxicat\\p{L}+',
      'licensed premises',
      'drunk',
      'public house',
      'pubs?',
      'bars?',
      'drink(?:ing)?',
    ],
    [
      '(?:pint|pints|beers?|lager|cider|vodka|whisky|whiskey|wine|drunk|drunken|drinking|drank|drink|boozing|boozed|pissed|hammered|intoxicated|alcohol|tipsy|paralytic|legless|pub|bar|nightclub|wetherspoons|spoons|arms|tavern|inn|brewery|beer garden|breathalysed|bottle)',
      'blew \\d+',
      'smell(?:ed|ing|s|t) of (?:drink|alcohol|booze|beer)',
    ],
  ),
  t(
    ['drugs?', 'controlled substances?', 'psychoactive', 'cannabis'],
    [
      '(?:drugs?|cannabis|weed|cocaine|coke|heroin|crack|spice|ketamine|mdma|ecstasy|spliff|joint|stoned|high on|tested positive)',
    ],
  ),
  t(
    ['firearms?', 'shotguns?', 'air ?(?:rifles?|weapons?)', 'ammunition', 'imitation firearms?', 'guns?'],
    [
      '(?:firearms?|shotguns?|air ?(?:rifles?|pistols?|guns?)|guns?|pistols?|rifles?|bb gun|ammunition|cartridges|crossbow)',
    ],
  ),
  t(
    ['weapons?', 'knife', 'knives', 'bladed?', 'offensive'],
    [
      '(?:weapons?|knife|knives|machete|blade|axe|hammer|bat|crowbar|sword|dagger|knuckle ?duster|screwdriver|acid|cosh|baton|cleaver)',
    ],
  ),
  t(
    [
      'track(?:er|ers|ing)',
      'air ?tags?',
      'surveillance',
      'listening',
      'spyware',
      'gps',
      'covert',
      'recording (?:device|equipment)s?',
    ],
    [
      '(?:air ?tags?|track(?:er|ers|ing)|gps|bug|bugs|listening|spyware|stalkerware|hidden cameras?|spy cameras?|key ?logger|covert|binoculars|drone|smart ?tags?|magnetic)',
    ],
  ),
  t(
    [
      '(?:photographs?|photos?|pictures?|images?) of (?:her|the|sarah|any)',
      'any (?:photograph|image|picture)s? of',
    ],
    [
      '(?:pictures?|photos?|photographs?|images?|nudes?|video|videos|album) (?:\\p{L}+ )?(?:of (?:her|hers)|on his)',
      'her (?:photos?|pictures?|photograph)',
    ],
  ),
  t(
    [
      '(?:items?|property|belongings|possessions|clothing|document\\p{L}*) (?:\\p{L}+ )?(?:belonging to|of|owned by)',
    ],
    [
      'her (?:\\p{L}+ )?(?:underwear|passport|keys?|clothes|phone|laptop|ring|bag|purse|diary|jewell?ery|belongings|bank card|driving licence|birth certificate|coat|post|letters|photos?|jumper|knickers|scarf|perfume|toothbrush)',
    ],
  ),
  t(
    ['(?:remov|collect|tak)(?:e|ing) (?:[\\p{L}]+ ){0,3}?(?:from|out of)'],
    [
      '(?:pick(?:ed|s|ing)?|took|take|taken|taking|collect(?:ed|s|ing)?|remov(?:ed|ing)|fetch(?:ed|ing)?|snatch(?:ed)?) (?:[\\p{L}]+ ){1,3}?(?:up|out|from|away|off)',
    ],
  ),
  t(
    ['child(?:ren)?', 'under (?:the age of )?(?:16|18|sixteen|eighteen)', 'unsupervised'],
    [
      '(?:alone|on his own|unsupervised|by himself|babys(?:at|it\\p{L}*)|looking after|minding|child ?minding|took \\p{L}+,? (?:\\d+,? )?(?:to|out|swimming)|picked up)',
    ],
  ),
  t(
    ['vehicles?', 'motor vehicles?', 'car', 'driv(?:e|ing)'],
    [
      "(?:driving|drove|drives|driven|at the wheel|behind the wheel) (?:[\\p{L}']+ ){0,4}?(?:an?|the|his|her|another|hire|borrowed)? ?(?:[\\p{L}'-]+ ){0,3}?(?:transit|golf|van|car|bmw|audi|corsa|fiesta|motorbike|bike|moped|truck|lorry|suv|merc|mercedes|focus|astra|vehicle|scooter|quad)",
    ],
  ),
  t(
    ['(?:discuss|disclos|refer|comment|talk|speak)(?:e|ing)? (?:\\p{L}+ ){0,6}?(?:with|to)'],
    [
      `(?:told|tells|telling|said|showed|shown|e-?mailed|messaged|wrote|written|text|texted|rang|spoke|sent|discussed|disclosed|talked|bragged) (?:[\\p{L}]+ ){0,4}?(?:everyone|everybody|people|hr|colleagues?|boss|manager|employer|work|friends?|mates?|mother|mum|father|dad|sister|brother|uncle|aunt|cousin|nan|family|neighbours?|landlord|press|journalist|pub|locals|followers|children|kids|teacher|school)`,
    ],
  ),
  t(
    ['gambl(?:e|ing)', 'betting', 'casinos?'],
    [
      '(?:bookies|betting|casino|gambling|gambled|bet|slot machines?|bingo|ladbrokes|william hill|paddy power)',
    ],
  ),
  t(
    [
      '(?:undertak|seek|tak|do|accept)\\p{L}* (?:any |up )?(?:work|employment)',
      'activit(?:y|ies)',
      'volunteer\\p{L}*',
    ],
    [
      '(?:begun|began|started|got|taken|has|new) (?:[\\p{L}]+ ){0,2}?(?:work|working|job|volunteering|training|shifts?)',
    ],
  ),
];

/** The internet, its places and its programs: using them at all. */
const online = t(
  [
    '(?:use|using|access|accessing|have|having|hold|holding|operate|be on|log(?:ging)? (?:on|in) ?(?:to)?|possess|download|downloading|install|installing|reinstall|reinstalling|keep|open|maintain|delete|deactivate|close|remove) (?:or \\p{L}+ )?(?:any |all |his |the |it |them )?(?:form of |kind of |other )?(?:\\p{L}+ ){0,3}?(?:social media|social networking|social networks?|internet|apps?|applications?|websites?|facebook|instagram|whatsapp|snapchat|tiktok|telegram|dating|messaging|accounts?|profiles?)',
  ],
  [
    platforms,
    'social media',
    'online',
    '(?:tweet(?:ed|s)?|snap(?:ped|s)?|retweeted|went live|livestream\\p{L}*|posted (?:a )?(?:selfie|photo|video|reel|story))',
  ],
);
/** Names of places online: where a term names some, it is about those. */
const named = new RegExp(`\\b${platforms}\\b`, 'gu');
const alike: Readonly<Record<string, string>> = {
  ...{
    snap: 'snapchat',
    snapped: 'snapchat',
    snaps: 'snapchat',
    insta: 'instagram',
    ig: 'instagram',
    fb: 'facebook',
  },
  ...{ messenger: 'facebook', 'tik tok': 'tiktok', tweeted: 'twitter' },
};
const oneName = (word: string): string => alike[word] ?? word;
const namesIn = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(named), ...text.matchAll(/\b(?:snapped|snaps|tweeted)\b/gu)].map(([word]) =>
      oneName(word),
    ),
  );

/** What was done as asked, or by leave; what is told of it is no breach. */
const complied = wordsOf([
  '(?:told|notified|informed|declared|disclosed|registered|attended|reported|answered|met|gave|given|handed|provided|sent|showed) (?:[\\p{L}]+ ){0,6}?(?:police|probation|officer|supervisor|supervising|court)',
  '(?:gave|given|handed|surrendered|returned|returning|sold|got rid of) (?:[\\p{L}]+ ){0,6}?(?:up|in|back|over|his|it|them|police|probation)',
  '(?:deleted|deactivated|closed|removed|uninstalled) (?:his|the|all|it|them)',
  'signed (?:on|in|as)',
  '(?:returned|lodged|charged) (?:her|his|the|with)',
  '(?:inspected|checked|no concerns|nothing found|with permission|with approval|approved|permitted|agreed|supervised|as required|as directed|on time|as agreed)',
  '(?:she|her) (?:deleted|deactivated|closed|left|sold|bought|found|changed)',
]);
const soft = wordsOf(['soft drink', 'coffee', 'tea', 'alcohol-free', 'lemonade', 'e-cigarette']);

/** Done as asked, and not told as not done. */
const isComplied = (told: string): boolean =>
  complied.test(told) &&
  !/(?:\b(?:not|never|nobody|no ?one|without)\b|n't\b)/u.test(
    told.replace(/no(?:t)? (?:concerns|found)|nothing found/gu, ' '),
  );

const lacking =
  "(?:not|n't|never|no|none|nobody|nothing|neither|without|fail(?:ed|s|ing|ure)?|refus(?:ed|es|ing|al)|miss(?:ed|es|ing)|late|wrong|false|old|lied|lying|forgot(?:ten)?|stopped|skipped|undeclared|undisclosed|unregistered|unknown|unreported|secret|secretly|hidden|hid|hiding|still|kept|keeps|retained|wiped|delet(?:ed|es|ing)|reset|unplugged|tampered|cut|removed|destroyed|smashed|walked out|stormed out|thrown off|kicked off|dropped out|left|absent|empty|dead|flat|bunked|no show|sent home|run out|ran out|let|expelled|unoccupied|absconded|gone|breached|unauthorised|unapproved|another|second|2nd|burner|emerged|seized|vpn|incognito|auto-delete|turned up drunk|excluded|disengaged|spare|isn't|hasn't|didn't|don't|doesn't|wouldn't|won't|wasn't|hadn't|couldn't)";
const isLacking = wordsOf([lacking]);

/** Asked for. */
const asked: readonly Topic[] = [
  t(
    [
      '(?:pin|pins|passwords?|passcodes?)',
      `${devices} (?:\\p{L}+ ){0,6}?(?:available|inspection|inspect|examin\\p{L}+)`,
      `(?:inspect\\p{L}*|examin\\p{L}*|hand over|surrender|produce) (?:\\p{L}+ ){0,6}?${devices}`,
    ],
    ['(?:pin|passwords?|passcodes?|code)', devices],
  ),
  t(
    ['history', 'delet(?:e|ing)', 'wipe', 'usage'],
    [
      '(?:history|browser|wiped|chats?|messages|factory reset|reset|vpn|incognito|auto-delete|disappearing|cleared|delet(?:ed|ing))',
    ],
  ),
  t(
    ['(?:relationships?|partner|intimate)'],
    [
      '(?:partner|girlfriend|relationship|dating|seeing|woman|engaged|boyfriend|moved in with|pregnant|married)',
    ],
  ),
  t(
    ['(?:accounts?|e-?mail address(?:es)?|user ?names?|online|profiles?|identit(?:y|ies)|aliases)'],
    [`(?:account|accounts|e-?mail|hotmail|gmail|outlook|user ?name|profile|page|name|${platforms})`],
  ),
  t(
    ['vehicles?', 'cars?', 'motor'],
    [
      '(?:car|van|motorbike|bike|vehicle|audi|bmw|golf|transit|corsa|fiesta|scooter|moped|truck|registration|merc|mercedes|ford|vauxhall)',
    ],
  ),
  t(['(?:phones?|mobile|telephone numbers?|sim)'], ['(?:phone|mobile|handset|sim|number|burner)']),
  t(['(?:address|residence|move)'], ['(?:address|moved|living|staying|flat|house|whereabouts)']),
  t(['(?:name)'], ['(?:name|deed poll|alias)']),
  t(['(?:employment|job|work)'], ['(?:job|work|working|employed|shift)']),
  t(
    ['(?:firearms?|shotguns?|guns?|certificates?|weapons?)'],
    ['(?:firearms?|shotguns?|guns?|rifles?|certificate|weapons?|crossbow|air rifle)'],
  ),
  t(
    ['passports?', 'travel documents?'],
    ['(?:passports?|travel documents?|identity card|boarding|flew|flight|airport)'],
  ),
  t(['keys?'], ['keys?']),
  t(
    [
      'programmes?',
      'assessments?',
      'interventions?',
      'treatment',
      'counselling',
      'courses?',
      'sessions?',
      'healthcare',
    ],
    [
      '(?:programme|assessment|sessions?|course|group|treatment|counselling|intervention|appointment|anger management)',
    ],
  ),
  t(
    ['report', 'sign', 'police station', 'present himself', 'attend', 'register'],
    [
      '(?:sign(?:ed|ing)?|report(?:ed|ing)?|attend(?:ed|ance)?|police station|register|bail|show(?:ed)?|turn(?:ed)? up)',
    ],
  ),
  t(['tag', 'monitoring', 'wear'], ['(?:tag|strap|box|unit|ankle|monitoring|charge[dr]?|battery)']),
  t(
    ['(?:live|living|reside|sleep|residence|stay|overnight|indoors|curfew|remain)'],
    [
      '(?:check|in when|at home|there|return(?:ed)?|overnight|night|bed|address|door|premises|stay(?:ed|ing)?|sle(?:pt|eping)|moved|abscond\\p{L}*|in|curfew|answer(?:ed)?|reply|home|out|whereabouts)',
    ],
  ),
  t(['maintenance', 'pay'], ['(?:paid|pay|payments?|maintenance|mortgage|rent|bills?)']),
  t(
    ['(?:posts?|images?|videos?|content|material|photographs?)'],
    ['(?:posts?|images?|videos?|content|page|photos?|nudes?|still up)'],
  ),
];

const asksVerbs = wordsOf([
  '(?:to|must|shall|should|will|is required to|directed to) (?:also |immediately |permanently |forthwith |at all times )?(?:report|sign|notify|inform|tell|surrender|hand|deliver|provide|supply|disclose|register|make|attend|engage|complete|comply|live|reside|sleep|stay|remain|wear|return|delete|remove|take|pay|submit|allow|permit|produce|declare|give|keep|undergo|participate|co-?operate|present|answer|vacate|present|charge|abide|undertake)',
  '^(?:report|sign|notify|inform|tell|surrender|hand|deliver|provide|supply|disclose|register|attend|engage|complete|live|reside|sleep|stay|wear|return|delete|remove|take down|pay|submit|allow|permit|produce|declare|make|present|remain|curfew|residence|tag|electronic)',
]);

const mustDelete =
  /(?<!\b(?:not|never) )\b(?:must|to|shall|will|should) (?:\p{L}+ly )?(?:delete|remove|take down)|^(?:delete|remove|take down)/u;
const fine = /\b(?:no (?:concerns?|issues?|problems?|breach(?:es)?)|nothing (?:found|of concern))\b/gu;
const keepsAway = /\b(?:stay|remain|keep) (?:at least|away|out|outside|back|clear|\d+|more than)[^.;,]*/gu;

const toldForbidden = new Lexicon(forbidden.map(({ told }, at) => [at, told] as const));
const toldAsked = new Lexicon(asked.map(({ told }, at) => [at, told] as const));
const termForbidden = new Lexicon(forbidden.map(({ term }, at) => [at, term] as const));
const termAsked = new Lexicon(asked.map(({ term }, at) => [at, term] as const));
const onlineTerm = wordsOf(online.term);
const onlineTold = wordsOf(online.told);
const inNames = /\b(?:in (?:a |any )?(?:\p{L}+ )?name|pseudonym|impersonat\p{L}+)\b/u;

/** What of this a term says. */
export interface TermTopics {
  readonly forbidden: ReadonlySet<number>;
  readonly asked: ReadonlySet<number>;
  /** It bans use of the internet, or of these places there; any where none is named. */
  readonly online: ReadonlySet<string> | null;
  readonly asks: boolean;
  readonly mustDelete: boolean;
  readonly about: ReadonlySet<string>;
  readonly aboutBan: ReadonlySet<string>;
  /** What it allows, in words that stand only there. */
  readonly aboutAllowed: ReadonlySet<string>;
}

const wordsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\p{L}{4,}/gu)]
    .map(([word]) => word)
    .filter(
      (word) =>
        !/^(?:save|except|unless|other|than|only|with|without|prior|written|consent|police|notified|approval|permission|through|from|apart|court|order|that|those|which|will|shall|must|have|been)$/u.test(
          word,
        ),
    );

/** Reads it from the words of a term: all of them, and those alone that forbid. */
export function topicsOfTerm(whole: string, ban: string, allowed: string): TermTopics {
  const rule = whole.replace(keepsAway, ' ');
  const isAny = /social media|internet/u.test(whole);
  return {
    forbidden: termForbidden.in(whole),
    asked: termAsked.in(rule),
    online: onlineTerm.test(whole) && !inNames.test(whole) ? (isAny ? new Set() : namesIn(whole)) : null,
    asks: asksVerbs.test(rule),
    mustDelete: mustDelete.test(rule),
    about: aboutWhat(rule),
    aboutBan: aboutWhat(ban),
    aboutAllowed: new Set(wordsIn(allowed).filter((word) => !whole.includes(word))),
  };
}

/** What of this an entry tells. */
export interface ToldTopics {
  readonly forbidden: ReadonlySet<number>;
  readonly asked: ReadonlySet<number>;
  readonly isOnline: boolean;
  readonly online: ReadonlySet<string>;
  /** Something is told as not done. */
  readonly isLacking: boolean;
  /** The same, where deleting is what was asked for. */
  readonly isLackingElse: boolean;
  readonly isComplied: boolean;
  readonly about: ReadonlySet<string>;
}

export function topicsTold(told: string): ToldTopics {
  const plain = told.replace(fine, ' ');
  const isOnline = onlineTold.test(told);
  const isLackingNow = isLacking.test(plain);
  return {
    forbidden: soft.test(told) ? new Set() : toldForbidden.in(told),
    asked: isLackingNow ? toldAsked.in(told) : new Set(),
    isOnline,
    online: isOnline ? namesIn(told) : new Set(),
    isLacking: isLackingNow,
    isLackingElse:
      isLackingNow && (!plain.includes('delet') || isLacking.test(plain.replace(/\bdelet\p{L}+/gu, ' '))),
    isComplied: isComplied(told),
    about: aboutWhat(told),
  };
}

const share = <Each>(one: ReadonlySet<Each>, other: ReadonlySet<Each>): boolean => {
  for (const each of one) if (other.has(each)) return true;
  return false;
};

/** Whether an entry tells of a thing that a term forbids to have, use or do. */
export const tellsForbidden = (rule: TermTopics, told: ToldTopics): boolean =>
  !told.isComplied && share(rule.forbidden, told.forbidden);

/** Whether an entry is about what a term is about, and not told as done by leave. */
export const tellsTheSame = (rule: TermTopics, told: ToldTopics): boolean =>
  !told.isComplied && share(rule.aboutBan, told.about);

/** Whether a term and an entry are about one thing. */
export const areAboutOne = (rule: TermTopics, told: ToldTopics): boolean => share(rule.about, told.about);

/** Whether an entry tells of the use of what a term bans online. */
export function tellsOnline({ online: banned }: TermTopics, told: ToldTopics): boolean {
  if (banned === null || !told.isOnline || told.isComplied) return false;
  return banned.size === 0 || share(banned, told.online);
}

/** Whether an entry tells that he has not done what a term asks for. */
export function tellsUndone(rule: TermTopics, told: ToldTopics): boolean {
  if (!rule.asks || !(rule.mustDelete ? told.isLackingElse : told.isLacking)) return false;
  return share(rule.about, told.about) || share(rule.asked, told.asked);
}
