/*
 * A term that is read as neither contact nor a place, and as nothing that has a name here, still says in its own words what it is about.
 * An entry about the same thing shares one of them, or one of the same kind.
 */

/** Words of one kind, by how they begin. */
const kinds: readonly string[] = [
  'record footage video film audio tape dashcam webcam camera',
  'photo picture image selfie snapshot portrait',
  'mail post letter parcel redirect',
  'pet cat dog rabbit horse puppy kitten biscuit hamster',
  'belonging belong possession property laptop clothes jewel item thing passport bag coat purse furniture',
  'identity balaclava mask disguise hood wig bandana snood scarf conceal',
  'battery charge flat dead uncharged',
  'passport travel flight airport visa boarding ferry abroad',
  'alcohol beer wine pint drunk drink vodka pub bar',
  'drug cannabis weed cocaine heroin spliff',
  'fiat ford vauxhall audi bmw vehicle car van motorbike bike lorry moped truck scooter transit',
  'weapon knife blade hammer bat axe machete gun rifle shotgun crossbow firearm',
  'partner girlfriend relationship boyfriend dating fiancee engaged',
  'job work employ shift wage',
  'money tenner fiver pounds loan debt credit mortgage rent maintenance bill bank finance account overdraft',
  'tracker airtag gps bug spyware listening software mspy keylogger stalkerware life360 monitor',
  'programme course session group class tutor assessment workshop',
  'appointment meeting interview review visit',
  'iphone samsung smartphone android nokia handset phone mobile sim device tablet laptop computer console ipad',
  'password pin passcode code login',
  'gamble betting casino bookie bet slot',
  'animal dog horse livestock',
  'lie rumour allegation accuse false malicious complaint complain report application dwp ombudsman',
  'neighbour landlord tenant letting housing council',
  'insurance tax benefit council utility gas electric water broadband',
];
const kindsOf = new Map<string, string[]>();
for (const [at, words] of kinds.entries())
  for (const word of words.split(' ')) kindsOf.set(word, [...(kindsOf.get(word) ?? []), `#${String(at)}`]);
/** Words that terms are made of, and words that are about everything. */
const common = new Set(
  (
    'must shall not any other with without person people whether directly indirectly order court police officer supervising approval prior written ' +
    'permission save except unless through means including prohibited forbidden respondent defendant offender applicant complainant victim client ' +
    'protected sarah hart mark doyle himself yourself himself otherwise attempt attempting seek seeking cause causing allow allowing permit encourage ' +
    'instruct take make keep have hold give send leave enter attend contact communicate approach within metres miles address where which that this from ' +
    'into onto upon under before after during between until every each week day days hours time times night morning only first made using used uses ' +
    'their there them they she her hers his him your you are was were been being will would could should more than also such same like about being part ' +
    'known notified request requested required comply directed provide provided inform notify public place premises item capable possession ' +
    'possess own owned behalf further anyone anybody someone somebody relation relating related connection case evidence nature kind type ' +
    'property home house work school street road said told fail failure failing does done doing having against towards away some self date live'
  ).split(' '),
);
const endings = /(?:ings?|ed|es|s|ment|ation|ations|ly|al)$/u;

const stem = (word: string): string => {
  const short = word.replace(endings, '');
  return short.length >= 3 ? short : word;
};

/** What a text is about: its own words by their beginnings, and the kinds they are of. */
export function aboutWhat(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  if (/£ ?\d|\b\d+p\b/u.test(text)) kindsOf.get('money')?.forEach((each) => found.add(each));
  for (const [word] of text.matchAll(/\p{L}{3,}/gu)) {
    const short = stem(word);
    const kind = kindsOf.get(word) ?? kindsOf.get(short) ?? kindsOf.get(`${short}e`);
    if (kind !== undefined) kind.forEach((each) => found.add(each));
    else if (word.length > 3 && ![word, short, `${short}e`].some((each) => common.has(each)))
      found.add(short);
  }
  return found;
}
