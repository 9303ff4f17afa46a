/**
 * Short forms and spellings of first names that are common in the UK, as data: the names of a line are taken for one. A short form may
 * stand in several lines.
 */
export const sameFirstNames: readonly (readonly string[])[] = [
  ['alexander', 'alex', 'al', 'sandy', 'xander', 'aleksander'],
  ['alexandra', 'alex', 'sandra', 'lexi', 'sasha', 'aleksandra'],
  ['alison', 'allison', 'ali'],
  ['amanda', 'mandy'],
  ['andrew', 'andy', 'drew'],
  ['ann', 'anne'],
  ['anthony', 'antony', 'tony'],
  ['barbara', 'barb', 'babs'],
  ['benjamin', 'ben', 'benny'],
  ['carl', 'karl'],
  ['catherine', 'katherine', 'kathryn', 'kate', 'katie', 'kathy', 'cathy', 'cath', 'kat'],
  ['charles', 'charlie', 'chas', 'chuck'],
  ['charlotte', 'charlie', 'lottie'],
  ['christine', 'christina', 'chris', 'chrissie', 'tina'],
  ['christopher', 'chris', 'kit', 'topher'],
  ['claire', 'clare', 'clair'],
  ['daniel', 'dan', 'danny'],
  ['david', 'dave', 'davey', 'dai'],
  ['deborah', 'debra', 'deb', 'debbie'],
  ['dorothy', 'dot', 'dottie'],
  ['edward', 'ed', 'eddie', 'ted', 'ned', 'teddy'],
  ['elizabeth', 'elisabeth', 'liz', 'lizzie', 'beth', 'betty', 'eliza', 'libby', 'betsy'],
  ['eleanor', 'ellie', 'elinor', 'nell'],
  ['frances', 'fran', 'frankie'],
  ['francis', 'frank', 'frankie'],
  ['frederick', 'fred', 'freddie', 'freddy'],
  ['gareth', 'gaz'],
  ['gary', 'gaz', 'garry'],
  ['geoffrey', 'jeffrey', 'geoff', 'jeff'],
  ['gerald', 'gerry', 'jerry'],
  ['gillian', 'jillian', 'gill', 'jill'],
  ['gregory', 'greg'],
  ['harold', 'harry', 'hal'],
  ['henry', 'harry', 'hal'],
  ['hussain', 'hussein', 'husain'],
  ['ian', 'iain'],
  ['isabel', 'isobel', 'isabelle', 'izzy', 'bella'],
  ['jacqueline', 'jackie', 'jacqui'],
  ['james', 'jim', 'jimmy', 'jamie'],
  ['jennifer', 'jen', 'jenny', 'jenni'],
  ['jessica', 'jess', 'jessie'],
  ['joanne', 'joanna', 'jo', 'joann'],
  ['john', 'jon', 'johnny', 'jack', 'jonny'],
  ['jonathan', 'jon', 'jonny', 'johnathan', 'jonathon'],
  ['joseph', 'joe', 'joey'],
  ['joshua', 'josh'],
  ['judith', 'judy', 'jude'],
  ['kenneth', 'ken', 'kenny'],
  ['kimberley', 'kim', 'kimberly'],
  ['lawrence', 'laurence', 'larry', 'laurie'],
  ['leonard', 'len', 'lenny', 'leo'],
  ['lesley', 'leslie', 'les'],
  ['lynn', 'lynne', 'lyn'],
  ['margaret', 'maggie', 'meg', 'peggy', 'marge', 'margie', 'peg'],
  ['mark', 'marc'],
  ['matthew', 'matt', 'mathew'],
  ['michael', 'mike', 'mick', 'mickey', 'micheal'],
  ['michelle', 'shelley', 'shell'],
  ['mohammed', 'muhammad', 'mohamed', 'mohammad', 'muhammed', 'mohamad', 'mo', 'mohd'],
  ['natalie', 'nathalie', 'nat'],
  ['nathan', 'nathaniel', 'nate', 'nat'],
  ['nicholas', 'nicolas', 'nick', 'nicky'],
  ['nicola', 'nicky', 'nikki', 'nic'],
  ['oliver', 'ollie', 'olly'],
  ['patricia', 'pat', 'patsy', 'trish', 'tricia'],
  ['patrick', 'pat', 'paddy'],
  ['pamela', 'pam'],
  ['peter', 'pete'],
  ['philip', 'phil', 'phillip'],
  ['rachel', 'rachael'],
  ['raymond', 'ray'],
  ['rebecca', 'becky', 'becca', 'bex', 'rebekah'],
  ['richard', 'rich', 'rick', 'ricky', 'dick', 'richie'],
  ['robert', 'rob', 'bob', 'bobby', 'robbie', 'bert'],
  ['ronald', 'ron', 'ronnie'],
  ['samantha', 'sam', 'sammy'],
  ['samuel', 'sam', 'sammy'],
  ['sarah', 'sara', 'sally', 'sadie'],
  ['sean', 'shaun', 'shawn'],
  ['silvia', 'sylvia'],
  ['simon', 'si'],
  ['stephanie', 'steph'],
  ['stephen', 'steven', 'steve', 'stevie'],
  ['stuart', 'stewart', 'stu'],
  ['susan', 'sue', 'suzie', 'susie', 'suzanne'],
  ['theresa', 'teresa', 'terri', 'tess'],
  ['thomas', 'tom', 'tommy'],
  ['timothy', 'tim'],
  ['tracey', 'tracy'],
  ['valerie', 'val'],
  ['veronica', 'ronnie', 'vera'],
  ['victoria', 'vicky', 'vicki', 'tori', 'vikki'],
  ['vincent', 'vince', 'vinny'],
  ['william', 'will', 'bill', 'billy', 'willie', 'liam'],
  ['zachary', 'zack', 'zach', 'zak'],
];

/**
 * More first names that are common, which have no short form of their own: two of all these that are different are two names, and no
 * misspelling of one.
 */
export const otherFirstNames: readonly string[] = (
  'aaron adam adrian aisha alan albert alice amber amy angela anita ann anna anne annie arthur ashley bernard brenda brian bruce carl ' +
  'carol caroline carrie cheryl chloe claire clara clare claudia colin connor craig darren dawn dean debora denise dennis derek diana ' +
  'diane donald donna douglas duncan elaine eleanor ella ellen ellie emily emma emily eric erica erin evan eve evelyn fatima fiona ' +
  'gavin gemma gemima george georgia georgina gina glen gloria grace graham hannah harriet harvey hayley hazel heather helen holly ' +
  'howard hugh ibrahim imran irene iris jacob jake jan jane janet janice jared jason jay jean jeanette jemma joan joanna joanne jodie ' +
  'jordan josephine joyce julia julian julie june justin karen karin karl kayleigh keith kelly kerry kevin kieran kirsty kyle laura ' +
  'lauren leah lee leigh leslie lesley lewis lily linda lindsay lisa lloyd lorna louis louise lucas lucy luke lydia lynn lynne malcolm ' +
  'marcus maria marian marie marilyn marion marjorie martha martin martina mary maureen maurice maxine megan melanie melissa mia ' +
  'millie miriam molly monica naomi neil nigel nina noel noah nora norma norman olivia owen paige paul paula pauline penelope perry ' +
  'phoebe rachael rachel ralph rhys roger rosa rose rosemary ross roy russell ruth ryan sally scott shane sharon shirley sheila silvia ' +
  'sophia sophie stacey stanley stella stewart sylvia tanya tara terence tracey tracy trevor una ursula vanessa vernon vivian wayne ' +
  'wendy yvette yvonne zara zoe agnieszka piotr pavel pawel ahmed hassan hussain ali omar yusuf ' +
  'danielle daniela gabriel gabrielle michaela roberta carla henrietta geraldine simone andrea andreas jasmine leon leona adele nicole'
).split(' ');
