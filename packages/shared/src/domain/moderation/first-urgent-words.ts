import type { Severity } from './severity.ts'
import type { UrgentPhrase, UrgentWordList } from './urgent-words.ts'

/**
 * The list a Trust begins with, until it writes its own. It was written for Takepart and is no clinical instrument: it
 * misses whatever is said in other words, which is why everybody can raise a concern by hand.
 */
export const firstUrgentWords: UrgentWordList = {
  phrases: [
    ...raised(
      'now',
      'kill myself|killing myself|end it all|end my life|ending my life|take my own life|taking my own life|take his own life|take her own life|take their own life|takes … own life|better off without me|better off dead|dont want to be here any more|dont want to be here anymore|do not want to be here any more|dont want to live|do not want to live|no point in living|no point in carrying on|any point in carrying on|point in going on|want to die|wanted to die tonight|going to jump|overdose|overdosed|suicidal|suicide|commit suicide|kms|kill him|kill her|kill them|put him in the ground|put her in the ground|hurt myself|hurting myself|harm myself|harming myself|cut myself|cutting myself|goodbye and thank you|giving my things away|chest is tight|chest pain|arm is numb|cant breathe|can not breathe|cannot breathe|stopped breathing|bleeding badly|ladd fy hun|lladd fy hun',
    ),
    ...raised(
      'today',
      'hits me|hit me|beats me|beat me|kicks me|strangled me|touched me|raped|sexually assaulted|sexual abuse|scared to go home|afraid to go home|frightened of him|frightened of her|checks my phone|taken my bank card|takes my money|locked … away|locked me|abusive partner|abused by|self harm|self harming|stopped my lithium|stopped taking my|havent eaten for|have not eaten for|not eaten for days|wet bed|bed sores|open sores|pressure sores|toddler outside|child alone|children alone|baby alone|wrong tablets|wrong medicine|too high risk|my life matters',
    ),
  ],
  leaveAlone: [
    'suicide prevention',
    'prevent suicide',
    'preventing suicide',
    'suicide for',
    'suicide to',
    'drive you to suicide',
    'overdose of jargon',
    'used to feel suicidal',
    'was suicidal',
    'came into hospital suicidal',
    'about self harm',
    'self harm question',
    'abuse of staff',
    'abusive patients',
    'killing me',
    'kill for',
    'kill the',
    'dead body',
    'want to die laughing',
    'hit me that',
    'hit me like',
  ],
}

function raised(severity: Severity, phrases: string): readonly UrgentPhrase[] {
  return phrases.split('|').map((words) => ({ words, severity }))
}
