import { wordsOf } from './words';

/** Whose doing an entry tells: his, hers, somebody else's of their own accord, or its words do not say. */
export type Subject = 'him' | 'her' | 'other' | 'none';

const joins =
  'and|but|when|as|while|then|because|cos|that|where|after|before|so|if|until|says?|said|saying|thinks?|believes?|knows?|knew|which|where|since|how|out|told (?:her|us)|tells (?:her|us)|shows|today|yesterday|again';
/** He does something in a clause of its own, whatever the account begins with. */
const heActs = new RegExp(
  `(?:^|[,;.:(!?] ?|- |\\b(?:${joins}) )(?:then |now |suddenly |apparently )?(?:he|he's|he'd|he'll)(?![\\p{L}'])`,
  'u',
);
/** He, or what is his, is what was seen, or it comes from him. */
const isHis =
  /\b(?:saw|seen|see|sees|spotted|spots|filmed|found|caught|noticed|recognised|recorded|heard|reports?|identified|clocked|photographed|picked up|shows?|showed|seeing|from|off|by|it's|its|it was|sent|believed|suspected|signed|mentioning|got) (?:that |it was |to be |as )?(?:him|his|he)(?! (?:solicitors?|lawyers?|barrister|counsel|own))\b/u;
const hisOwn =
  /\bhis (?:scrawl|hand(?:writing)?|writing|number|handset|phone|name|dog|voice|account|van|car|truck|keys|face|accent|laptop|ip|address|signature|wording|email|profile|coat|bike|tag)\b/u;
const from =
  /\b(?:letter|message|call|text|email|card|parcel|flowers|note|gift|dm|request|voicemail)s? (?:from|off|by) him\b/u;

/** What she did not do but lived through, or tells of. */
const perceives =
  '(?:was|were|is|has been|had been|being|saw|seen|sees|found|finds|received|receives|got|gets|getting|noticed|reports?|reported|says|said|states?|stated|has had|had|heard|hears|felt|feels|discovered|believes|woke|wakes|spotted|returned (?:home )?(?:to|and)|came (?:home|out|back|down)(?: from \\p{L}+)? (?:to|and)|looked|opened|left (?:work|home)|recognised|filmed|followed by|caught|witnessed|thinks|knows|has received|has got|has found|keeps getting|keeps finding|keeps receiving|kept getting|missed|walked into|bumped into|answered|picked up|arrived (?:home )?(?:to|and)|watched him|not there|hid|could|can)';
const herOwn = new RegExp(`^(?:then )?she(?:'s|'d)? (?!(?:\\p{L}+ly )?${perceives}(?![\\p{L}]))`, 'u');

const kin =
  'mother|mum|mam|mom|mummy|father|dad|daddy|sister|brother|sibling|parents?|grandmother|grandma|nan|nana|gran|granny|grandad|grandparents|aunt|auntie|uncle|cousin|niece|nephew|son|daughter|kids?|children|baby|friends?|best friend|mates?|partner|boyfriend|girlfriend|husband|wife|fianc[eé]e?|flatmate|housemate|family|in-laws|boss|manager|employer|colleagues?|supervisor|landlord|landlady|neighbours?';
const offices =
  "police(?: officers?)?|officers?|pcs?|dcs?|ds|di|sergeant|detective|cps|pf|procurator fiscal|courts?|judge|sheriff|magistrates?|witness care(?: unit)?|(?:victim )?(?:liaison|support|contact)(?: officer| unit| scheme)?|victim support|probation|offender manager|prison|custody|monitoring company|social (?:worker|services)|council|housing(?: officer)?|idva|isva|advocate|support worker|caseworker|solicitors?|lawyers?|barrister|(?:\\p{L}+ (?:and|&) )?\\p{L}+ (?:and|&) co|llp|gp|doctor|nurse|midwife|health visitor|hospital|surgery|therapist|counsellor|school|teacher|head ?teacher|head|nursery|college|university|tutor|bank|building society|insurance|garage|mechanic|locksmith|plumber|electrician|gas man|engineer|builder|window cleaner|postman|postwoman|postie|post office|courier|driver|delivery (?:driver|man|woman)|dpd|evri|hermes|royal mail|ups|fedex|yodel|amazon driver|taxi(?: driver| firm)?|journalist|reporter|estate agent|chaplain|vicar|priest|minister|imam|rabbi|verger|consultant|specialist|(?:gas|water|electricity|electric|energy) (?:board|company|supplier)|(?:refuge|nursery|school|hospital|ward|shop|gym|hotel) staff|staff|chemist|pharmacist|vet|hairdresser|dentist|optician|union|recruiter|insurer|home office|passport office|embassy|clinic|key ?worker|counsellors?|firm|letting agent|bailiffs?|dwp|job ?centre|hmrc|dvla|gym|salon|shop|customers?|programme (?:lady|worker)|charity|refuge|company|storm|wind|rain|fox|cat|dog|boiler|burglar alarm|alarm|strangers?|randoms|somebody else|telesales|scammers?|cold caller|jehovah's witness(?:es)?|canvasser|politician|(?:man|woman|bloke|lad|guy|lady|person) (?:who |whom |that )?she (?:does not|doesn't|don't|did not|didn't|had never) (?:know|met|seen)|delivery";
const whose =
  "(?:the |a |an |some |her |our |another |two |one of her |local |wrong )?(?:new |old |best |own |\\p{L}+'s |older |younger |little |big |line )?";
const did =
  '(?!(?:\\p{L}+ ){0,2}(?:through|via) )\\b[^.]*?\\b(?:\\p{L}{2,}(?:ed|es|ing)|rang|rings|wrote|came|comes|went|goes|spoke|sent|told|says|said|took|left|brought|gave|knocks?|drove|stood|sat|met|got|froze|broke|bought|made|put|had|has|did|saw|ran|fell|is|was|were|took|shut|let|paid|quit|sick|text|shared?|visits|calls|kept|flew|threw|drove|wore|held|led|lost|won|slept|felt|spent|lent|built|caught|taught|thought|sold|cut|hit|read|drank|sang|chose|stole|forgot|woke|shook|rode|swore|hung|dug|lit|paid|sees|flies|asks|wants|needs)\\b';
/** Kin and offices that do something, and what came by them or from them. */
const herOrder =
  /^(?:her|she) (?:\p{L}+ )?(?:order|parcel|delivery|package|takeaway|prescription|appointment)s? /u;
const otherActs = new RegExp(
  `^${whose}(?:${kin}|${offices})(?:'s (?:son|daughter|dog|cat|alarm|husband|wife))?(?! ?(?:saw|seen))(?![\\p{L}'])${did}`,
  'u',
);
const byOther = new RegExp(
  `\\b(?:by|from) ${whose}(?:${kin}|${offices})(?![\\p{L}'])(?! (?:who|that|told|with a message|saying))`,
  'u',
);
const kinBare = new RegExp(
  `^(?:her )?(?:${kin}) and (?:her|she|\\p{L}+)(?: \\p{L}+)? (?:went|had|met|are|were|spoke|talked|argued|came)`,
  'u',
);

/** What was told of him, without anything he was seen to do; what was taken for him, and was not. */
const hearsay =
  /\b(?:she |has |had |have |^)?(?:heard|hears|hearing|rumours?|gossip)\b(?: \p{L}+){0,3} (?:that )?(?:he|he's|he'd)\b(?! (?:shout|scream|call|laugh|swear|bang|knock))|\b(?:was|is) (?:informed|told) that he had spoken\b/u;
/** What police and courts did with him. */
const processed =
  /^[^.]*\b(?:police|officer|court|cps|idva|witness care|prison|probation|she)\b[^.]*\bhe(?:'s| has| had| is| was)? (?:been |being )?(?:released|charged|bailed|arrested|remanded|sentenced|due|recalled|convicted|interviewed)\b/u;
/** His people by chance, who brought nothing from him. */
const greeted =
  /\bhis (?:mother|mum|father|dad|brother|sister|cousin|aunt|uncle|nan|friend|mate)\b[^.]* (?:said (?:hi|hello)|ignored her|nodded|smiled)\b(?!.* (?:message|tell|from him|he (?:says|said|wants|asked|sent)))/u;
const mistaken = wordsOf([
  "(?:wasn't|was not|isn't|is not|not) (?:actually |really )?(?:him|his)",
  '(?:turned out|proved) (?:not )?to be (?!him|his)',
  '(?:looks?|looked|looking) like (?:his|him|he)',
  '(?:van|car|man|bloke|someone|somebody|guy|voice) like (?:his|him)',
  'wrong[ -](?:number|address|house|parcel|person|flat|delivery)',
  'on (?:the )?(?:tv|television|news)',
  '(?:dreamt|dreamed|dreams?|nightmares?|flashbacks?)',
  'panic attack',
]);

const telling = wordsOf([
  'for him',
  'on his behalf',
  'on behalf of (?:him|he)',
  'from him',
  'he (?:had |has )?(?:asked|told|sent|got)',
  'his (?:message|apology|letter)',
]);

/** A note that begins with what was done leaves out who did it; what is received, found or seen is hers. */
const isImplied =
  /^(?:\p{L}+-)?(?:then |again |just |also |still |now |always |keeps? |kept )?(?!received|noticed|discovered|reported|recorded|followed by|blocked by|stopped by|missed|delayed|cancelled by|spotted|recognised|needed|moved|based|supposed|alleged|red\b|used\b|bed\b|shed\b|weed\b|reed\b|suspected|attempted|unsigned|unexpected|repeated|hundred|tired|scared|worried|frightened|identified|believed|witnessed|arrested|charged|bailed|delivered)(?:\p{L}{2,}ed|rang|sent|came|drove|stood|sat|wrote|spoke|took|put|left|told|threw|broke|stole|hid|went|ran|rode|made|gave|bought|shook|swore|spat|hit|kept|tried)\b/u;

/** Whose doing it is, from the first words and the clauses behind them. */
export function subjectOf(head: string, said: string): Subject {
  if (mistaken.test(said) && !/^he\b/u.test(head)) return 'other';
  if (hearsay.test(said) || processed.test(said) || greeted.test(said)) return 'other';
  if (heActs.test(said) || isHis.test(said) || from.test(said)) return 'him';
  if (hisOwn.test(said) && !herOwn.test(head) && !otherActs.test(head)) return 'him';
  if (isImplied.test(head)) return 'him';
  if (telling.test(said)) return 'none';
  if (herOwn.test(head)) return 'her';
  if (herOrder.test(head) || otherActs.test(head) || kinBare.test(head) || byOther.test(head)) return 'other';
  return 'none';
}
