import type { Behaviour, Channel } from '../../models/chronology';

/** Words that an act associated with stalking is often told in. They propose a mark; a person sees and takes it away or leaves it. */
const actWords: readonly { readonly act: Behaviour; readonly words: RegExp }[] = [
  { act: 'a', words: /\b(?:follow(?:s|ed|ing)|tailed|chased|came after)\b/iu },
  {
    act: 'b',
    words:
      /\b(?:call(?:s|ed|ing)?|rang|ring(?:s|ing)|phoned?|voice ?mails?|text(?:s|ed|ing)?|messag(?:es?|ed|ing)|e-?mail(?:s|ed|ing)?|whats ?app(?:s|ed)?|wrote to|letters?|cards?|flowers|gifts?|sent|contact(?:s|ed|ing)?|knock(?:s|ed|ing)|friend request)\b/iu,
  },
  {
    act: 'c_i',
    words:
      /\b(?:post(?:s|ed|ing)? (?:about|on|online|a|her|his|their)|publish(?:es|ed)?|review about|shared (?:a |her |his |their )?(?:photo|picture|video))/iu,
  },
  {
    act: 'c_ii',
    words:
      /\b(?:pretend(?:s|ed|ing) to be (?:her|him|them|me)|fake (?:profile|account)|in (?:her|his|their|my) name|impersonat(?:es|ed|ing))\b/iu,
  },
  {
    act: 'd',
    words:
      /\b(?:hack(?:s|ed|ing)|spyware|stalkerware|logg(?:ed|ing) in(?:to)? (?:her|his|their|my)|read (?:her|his|their|my) (?:e-?mails?|messages)|monitor(?:s|ed|ing))\b/iu,
  },
  {
    act: 'e',
    words:
      /\b(?:wait(?:s|ed|ing)|loiter(?:s|ed|ing)|h(?:ung|anging) (?:around|about)|stood outside|sat outside|parked (?:outside|opposite|near)|lurk(?:s|ed|ing))\b/iu,
  },
  {
    act: 'f',
    words:
      /\b(?:slash(?:es|ed)|keyed|scratched|damag(?:es|ed|ing)|smash(?:es|ed|ing)|br(?:oke|eaking) (?:in|into|the|her|his|their|a)|stole|moved (?:her|his|their|my)|graffiti|let (?:down|the air out))\b/iu,
  },
  {
    act: 'g',
    words:
      /\b(?:watch(?:es|ed|ing)|spy(?:ing)?|spied|star(?:ed|ing) at|film(?:s|ed|ing)|photograph(?:s|ed|ing)|took (?:a )?(?:photos?|pictures?)|tracker|air ?tag|camera|drone)\b/iu,
  },
  {
    // Named acts in Scotland and Northern Ireland; in England and Wales examples of other conduct.
    act: 'enter',
    words:
      /\b(?:let (?:him|her|them)self in(?:to)?|(?:came|went|got|gets|walked|climbed|br(?:oke|eaks?|eaking)) in(?:to|side)? (?:her|his|their|my|the) (?:house|home|flat|room|garden|shed|garage|office)|enter(?:s|ed|ing) (?:her|his|their|my|the)\b)/iu,
  },
  {
    act: 'leave',
    words:
      /\b(?:le(?:ft|aves|aving) (?:(?:a|an|another|some|more|two|three)\b[\w ,’'-]{0,40} |something |things |(?:\w+ )?(?:flowers|roses|notes|letters|cards|gifts|presents|parcels|rubbish|food|photos) )(?:on|at|by|outside|under|through) (?:her|his|their|my|the) (?:front |back )?(?:door|doorstep|step|porch|drive|car|windscreen|desk|gate|letterbox))/iu,
  },
];

const channelWords: readonly { readonly channel: Channel; readonly words: RegExp }[] = [
  { channel: 'voicemail', words: /\bvoice ?mails?\b/iu },
  { channel: 'whatsapp', words: /\bwhats ?app/iu },
  { channel: 'email', words: /\be-?mail/iu },
  {
    channel: 'social',
    words:
      /\b(?:facebook|instagram|snapchat|tiktok|twitter|linkedin|messenger|friend request|dm(?:s|ed)?)\b/iu,
  },
  { channel: 'text', words: /\btext(?:s|ed|ing)?\b|\bsms\b/iu },
  { channel: 'call', words: /\b(?:call(?:s|ed|ing)?|rang|phoned?)\b/iu },
  { channel: 'device_or_tracker', words: /\b(?:tracker|air ?tag|spyware|stalkerware)\b/iu },
  { channel: 'gift', words: /\b(?:flowers|gifts?|presents?)\b/iu },
  {
    channel: 'post',
    words:
      /\b(?:letters?|cards?|parcels?) (?:came|arrived|through|in the post)|\bletterbox\b|\bposted (?:a )?(?:letter|card)/iu,
  },
  { channel: 'online_post', words: /\bpost(?:s|ed|ing)? (?:about|online)\b/iu },
  {
    channel: 'in_person',
    words:
      /\b(?:wait(?:s|ed|ing)|follow(?:s|ed|ing)|stood|sat outside|knock(?:s|ed|ing)|watch(?:es|ed|ing)|came (?:up )?to|turned up|shouted)\b/iu,
  },
];

export function actHints(text: string): Behaviour[] {
  return actWords.filter(({ words }) => words.test(text)).map(({ act }) => act);
}

export function channelHint(text: string): Channel | null {
  return channelWords.find(({ words }) => words.test(text))?.channel ?? null;
}

/** How often, where it is said as a number: `14 calls`, `rang 3 times`. Null for one. */
export function attemptsHint(text: string): number | null {
  const found =
    /(?<![\d:.,/£$€-])(\d{1,4})(?![\d:./-])\s+(?:missed |silent |withheld |unanswered |abusive |more )*(?:calls?|texts?|messages?|e-?mails?|voice ?mails?|letters?|times|attempts|friend requests)\b/iu.exec(
      text,
    );
  const count = Number(found?.[1] ?? 0);
  return count > 1 ? count : null;
}
