import type { Span } from './personal-details.ts'

/**
 * Names of people as far as patterns show them: after a title ("Mrs Hallam"), after words that bring a name ("thank you to
 * Priya"), and common first names inside a sentence. Words that are names and also words ("Will", "Hope", "May", "Grace")
 * count only after words that bring a name.
 */
export function findNames(text: string): readonly Span[] {
  return [...afterTitle(text), ...afterCue(text), ...commonNames(text)]
}

const name = String.raw`\p{Lu}[\p{L}\p{M}'’-]{1,30}`

const titles =
  'Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Staff Nurse|Nurse|Sister|Matron|Midwife|Sir|Dame|Lady|Lord|Rev|Reverend|Father|Auntie|Uncle'
const titled = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${titles})\.? (?:\p{Lu}\.? ?)?(${name}(?: ${name})?)`,
  'gu',
)
/** In small letters only after titles that are no other word. */
const titledSmall = /(?<![\p{L}\p{N}])(?:mr|mrs|dr)\.? (\p{Ll}[\p{L}'’-]{2,30})/gu

const cues =
  'thank you(?: so much| very much)? to|thanks(?: so much)? to|thank|called|named|my name is|name is|name was|ask(?:ed)? for|spoke to|spoken to|speak to|talked to|seen by|saw|met|from a lady called|nurse|doctor|consultant|midwife|receptionist|keyworker|key worker|CPN|social worker|carer|husband|wife|son|daughter|partner|brother|sister|mother|father|friend|neighbour'
/** With a small first letter or, at the beginning of a sentence, a capital. */
const anyCase = (words: string): string =>
  words
    .split('|')
    .map((word) => `[${(word[0] as string).toUpperCase()}${word[0] as string}]${word.slice(1)}`)
    .join('|')
const cued = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${anyCase(cues)}),? (${name}(?: ${name})?)`,
  'gu',
)
const cuedSmall = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:thank you to|thanks to|called|named|my name is|ask(?:ed)? for|spoke to|spoken to|seen by) (\p{Ll}[\p{L}'’-]{1,30})`,
  'gu',
)

/** After a capital word these make it a place: "Birch Ward". */
const place =
  /^(?: \p{Lu}[\p{L}'’-]*)? (?:ward|unit|clinic|hospital|centre|center|house|site|street|road|lane|day|team|trust|suite|room|wing|surgery|practice|hub|library|park|court|lodge|nhs)(?!\p{L})/iu

function afterTitle(text: string): readonly Span[] {
  return [
    ...[...text.matchAll(titled)]
      .filter((found) => !isPlace(text, found) && !isNoName(found[1] as string))
      .map(wholeOf),
    ...[...text.matchAll(titledSmall)]
      .filter(([, word]) => !smallWords.has(word as string))
      .map(wholeOf),
  ]
}

function afterCue(text: string): readonly Span[] {
  return [
    ...[...text.matchAll(cued)]
      .filter((found) => !isPlace(text, found) && !isNoName(found[1] as string))
      .map(nameOf),
    ...[...text.matchAll(cuedSmall)]
      .filter(([, word]) => firstNames.has(word as string) || wordNames.has(word as string))
      .map(nameOf),
  ]
}

const capital = new RegExp(String.raw`(?<![\p{L}\p{N}])${name}(?: ${name})?`, 'gu')

function commonNames(text: string): readonly Span[] {
  return [...text.matchAll(capital)]
    .filter(
      (found) =>
        firstNames.has((found[0].split(' ')[0] as string).toLowerCase()) && !isPlace(text, found),
    )
    .map(wholeOf)
}

const wholeOf = (found: RegExpExecArray): Span => [found.index, found.index + found[0].length]

function nameOf(found: RegExpExecArray): Span {
  const end = found.index + found[0].length
  return [end - (found[1] as string).length, end]
}

const isPlace = (text: string, found: RegExpExecArray): boolean => {
  const end = found.index + found[0].length
  return place.test(text.slice(end, end + 60)) || place.test(` ${found[0].split(' ').at(-1) ?? ''}`)
}

const isNoName = (words: string): boolean =>
  notNames.has((words.split(/[ '’]/)[0] as string).toLowerCase())

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Words with a capital letter that stand where a name could. */
const notNames = setOf(
  'the a an i my our your his her their this that these those it he she they we you and but if when what who how why is was are in on at to for of with from monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter a&e nhs gp gps pals camhs iapt cmht icu itu nicu samaritans mind age trust crisis mental health social services people everyone everybody all staff nurses doctors god',
)
const smallWords = setOf(
  'and said was who told the has had did does will would could then that this when but for they them not never came went gave says just also appointment appointments surgery',
)
/** Also words, months or flowers: names only after words that bring one. */
const wordNames = setOf(
  'grace will hope may june april rose mark bill frank jack dawn faith joy ivy holly iris robin summer pat sue nick rob gene dean grant miles rich sandy carol penny art drew chase ray guy max basil daisy lily poppy violet amber crystal pearl ruby olive hazel heather jasmine victoria florence christian angel bob josh harry jade jean kit dale glen',
)
/** Common first names in the United Kingdom that are no other word in English. */
const firstNames = setOf(
  'aisha alan alex alexander alice alison amanda amelia amy andrea andrew angela anita anna anne anthony antonio arthur barbara ben benjamin beth betty brenda brian callum catherine charles charlie charlotte chloe chris christine christopher claire colin craig daniel danielle darren dave david dawid deborah debbie denise derek diana donna doreen dorothy doris douglas edward eileen elaine eleanor elizabeth ella ellen ellie emily emma eric ethan eva evelyn fatima fiona gareth gary gemma geoffrey george gillian gordon graham hannah harriet helen henry hilary hugh ian imran irene isaac isabella isla jacob jacqueline jake james jamie jane janet janice jason jayne jenna jennifer jenny jessica jill joan joanna joanne joe john jonathan jordan joseph joshua joyce judith julia julie karen kate katherine kathleen katie keith kelly kenneth kevin kirsty laura lauren leanne lee leon lesley lewis liam linda lindsay lisa liz louise lucy luke lynn malcolm mandy margaret maria marie marion martin mary matthew maureen megan melanie melissa michael michelle mohammad mohammed molly monica muhammad nadia naomi natalie natasha neil nicola nicole nigel noah norma oliver olivia oscar owen pamela patricia patrick paul pauline peter philip phoebe priya rachel raj rajesh rebecca richard robert roger ronald rosemary ross roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sharon sheila shirley siobhan sophia sophie stacey stanley stella stephanie stephen steve steven stuart susan suzanne sylvia terry theresa thomas tim timothy tina tom tony tracey tracy valerie vera victor vincent wayne wendy william yasmin yvonne zainab zoe',
)
