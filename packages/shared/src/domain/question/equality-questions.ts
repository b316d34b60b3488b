/**
 * The equality questions: who is taking part, in words that can be set beside the census and other public figures.
 *
 * Titles and options follow the harmonised standards of the Government Statistical Service (GSS), published by the
 * Analysis Function policy store, and where a standard points to it, the wording of Census 2021 for England. Each
 * constant names its source. Several standards are under review (ethnic group, gender identity, health conditions), so
 * compare them with the policy store once a year: https://analysisfunction.civilservice.gov.uk/policy-store/
 *
 * We add three things. "I do not want to say", because every one of these questions is voluntary. Hints in plainer
 * words, because the wording itself may not be changed. And `about`, the few words that a summary needs.
 */
import type { OneOfQuestion, Option } from './question.ts'

/** The option that makes a question voluntary for somebody who would rather answer than leave a gap. */
export const notSay: Option = { code: 'not-say', label: 'I do not want to say' }

const option = (code: string, label: string): Option => ({ code, label })
const writeIn = (code: string, label: string, say: string): Option => ({
  code,
  label,
  say: { label: say, maxCharacters: 100 },
})

/**
 * Source: age bands that add up to the GSS harmonised age groups. Bands and not years, so that a small number of
 * people cannot be told apart by their age. The first band is for the few who answer before they are 16.
 */
export const ageGroupQuestion: OneOfQuestion = {
  id: 'age-group',
  kind: 'one-of',
  title: 'What is your age group?',
  about: 'your age group',
  options: [
    option('under-16', 'Under 16'),
    option('16-to-24', '16 to 24'),
    option('25-to-34', '25 to 34'),
    option('35-to-44', '35 to 44'),
    option('45-to-54', '45 to 54'),
    option('55-to-64', '55 to 64'),
    option('65-to-74', '65 to 74'),
    option('75-to-84', '75 to 84'),
    option('85-or-over', '85 or over'),
    notSay,
  ],
}

/** Source: GSS harmonised standard for sex; Census 2021. */
export const sexQuestion: OneOfQuestion = {
  id: 'sex',
  kind: 'one-of',
  title: 'What is your sex?',
  about: 'your sex',
  hint: 'The next question is about gender.',
  options: [option('female', 'Female'), option('male', 'Male'), notSay],
}

/**
 * Source: GSS harmonised standard for gender identity (under development since 2020, under review); Census 2021
 * (question 27), asked of people aged 16 and over, with a write-in that may be left empty.
 */
export const genderIdentityQuestion: OneOfQuestion = {
  id: 'gender-identity',
  kind: 'one-of',
  title: 'Is the gender you identify with the same as your sex registered at birth?',
  about: 'whether your gender is the same as your sex registered at birth',
  options: [
    option('yes', 'Yes'),
    writeIn('no', 'No', 'Your gender identity, in your own words'),
    notSay,
  ],
}

/** Source: GSS harmonised standard for sexual orientation (2019); Census 2021. */
export const sexualOrientationQuestion: OneOfQuestion = {
  id: 'sexual-orientation',
  kind: 'one-of',
  title: 'Which of the following best describes your sexual orientation?',
  about: 'your sexual orientation',
  options: [
    option('straight', 'Straight or heterosexual'),
    option('gay-or-lesbian', 'Gay or lesbian'),
    option('bisexual', 'Bisexual'),
    writeIn('other', 'Other sexual orientation', 'Your sexual orientation, in your own words'),
    notSay,
  ],
}

/**
 * Source: GSS harmonised standard for ethnic group, England; Census 2021. The census asks in two steps;
 * the group comes first in each label here, so that one list can be read aloud without its headings.
 */
export const ethnicGroupQuestion: OneOfQuestion = {
  id: 'ethnic-group',
  kind: 'one-of',
  title: 'What is your ethnic group?',
  about: 'your ethnic group',
  hint: 'Choose the one that best describes your ethnic group or background.',
  options: [
    option('white-british', 'White: English, Welsh, Scottish, Northern Irish or British'),
    option('white-irish', 'White: Irish'),
    option('white-gypsy-or-irish-traveller', 'White: Gypsy or Irish Traveller'),
    option('white-roma', 'White: Roma'),
    writeIn('white-other', 'Any other White background', 'Your White background'),
    option(
      'mixed-white-black-caribbean',
      'Mixed or multiple ethnic groups: White and Black Caribbean',
    ),
    option('mixed-white-black-african', 'Mixed or multiple ethnic groups: White and Black African'),
    option('mixed-white-asian', 'Mixed or multiple ethnic groups: White and Asian'),
    writeIn(
      'mixed-other',
      'Any other Mixed or multiple background',
      'Your Mixed or multiple background',
    ),
    option('asian-indian', 'Asian or Asian British: Indian'),
    option('asian-pakistani', 'Asian or Asian British: Pakistani'),
    option('asian-bangladeshi', 'Asian or Asian British: Bangladeshi'),
    option('asian-chinese', 'Asian or Asian British: Chinese'),
    writeIn('asian-other', 'Any other Asian background', 'Your Asian background'),
    option('black-caribbean', 'Black, Black British, Caribbean or African: Caribbean'),
    writeIn(
      'black-african',
      'Black, Black British, Caribbean or African: African background',
      'Your African background',
    ),
    writeIn(
      'black-other',
      'Any other Black, Black British or Caribbean background',
      'Your background',
    ),
    option('other-arab', 'Other ethnic group: Arab'),
    writeIn('other', 'Any other ethnic group', 'Your ethnic group'),
    notSay,
  ],
}

/** Source: GSS harmonised standard for religion, England; Census 2021, where it is voluntary by law. */
export const religionQuestion: OneOfQuestion = {
  id: 'religion',
  kind: 'one-of',
  title: 'What is your religion?',
  about: 'your religion',
  options: [
    option('none', 'No religion'),
    {
      code: 'christian',
      label: 'Christian',
      hint: 'Including Church of England, Catholic, Protestant and all other Christian denominations',
    },
    option('buddhist', 'Buddhist'),
    option('hindu', 'Hindu'),
    option('jewish', 'Jewish'),
    option('muslim', 'Muslim'),
    option('sikh', 'Sikh'),
    writeIn('other', 'Any other religion', 'Your religion'),
    notSay,
  ],
}

/**
 * Source: GSS harmonised standard for long-lasting health conditions and illnesses (2020). With the next question it
 * measures disability as the Equality Act 2010 defines it, without asking people to call themselves disabled.
 */
export const healthConditionQuestion: OneOfQuestion = {
  id: 'health-condition',
  kind: 'one-of',
  title:
    'Do you have any physical or mental health conditions or illnesses lasting or expected to last 12 months or more?',
  about: 'whether you have a long-lasting health condition',
  options: [option('yes', 'Yes'), option('no', 'No'), notSay],
}

/** Source: GSS harmonised standard for activity restriction (2020). Asked only after "Yes" to the question before. */
export const activityQuestion: OneOfQuestion = {
  id: 'health-condition-effect',
  kind: 'one-of',
  title:
    'Do any of your conditions or illnesses reduce your ability to carry out day-to-day activities?',
  about: 'whether your condition reduces what you can do each day',
  options: [
    option('a-lot', 'Yes, a lot'),
    option('a-little', 'Yes, a little'),
    option('not-at-all', 'Not at all'),
    notSay,
  ],
  showIf: { question: 'health-condition', includes: ['yes'] },
}

/** Source: Census 2021 (England), with its bands of hours. */
export const carerQuestion: OneOfQuestion = {
  id: 'unpaid-care',
  kind: 'one-of',
  title:
    'Do you look after, or give any help or support to, anyone because they have long-term physical or mental health ' +
    'conditions or illnesses, or problems related to old age?',
  about: 'whether you look after somebody',
  hint: 'Leave out anything you do as part of your paid work.',
  options: [
    option('no', 'No'),
    option('9-hours-or-less', 'Yes, 9 hours a week or less'),
    option('10-to-19-hours', 'Yes, 10 to 19 hours a week'),
    option('20-to-34-hours', 'Yes, 20 to 34 hours a week'),
    option('35-to-49-hours', 'Yes, 35 to 49 hours a week'),
    option('50-hours-or-more', 'Yes, 50 hours a week or more'),
    notSay,
  ],
}

/**
 * Source: our own. The GSS gives guidance on pregnancy and maternity (2020) but no harmonised question. 26 weeks is the
 * time after a birth that section 17 of the Equality Act 2010 protects. Ask it where the service makes it matter.
 */
export const pregnancyQuestion: OneOfQuestion = {
  id: 'pregnancy-maternity',
  kind: 'one-of',
  title: 'Are you pregnant, or have you given birth in the last 26 weeks?',
  about: 'whether you are pregnant or have just had a baby',
  options: [option('yes', 'Yes'), option('no', 'No'), notSay],
}

/**
 * Source: Census 2021 and the GSS harmonised standard for marital or civil partnership status. The Equality Act
 * protects this only at work, so ask it of staff; a consultation with the public seldom has a reason to.
 */
export const partnershipQuestion: OneOfQuestion = {
  id: 'marriage-civil-partnership',
  kind: 'one-of',
  title: 'What is your legal marital or registered civil partnership status?',
  about: 'whether you are married or in a civil partnership',
  options: [
    option('never', 'Never married and never registered a civil partnership'),
    option('married', 'Married'),
    option('civil-partnership', 'In a registered civil partnership'),
    option('separated-married', 'Separated, but still legally married'),
    option('separated-civil-partnership', 'Separated, but still legally in a civil partnership'),
    option('divorced', 'Divorced'),
    option(
      'civil-partnership-dissolved',
      'Formerly in a civil partnership which is now legally dissolved',
    ),
    option('widowed', 'Widowed'),
    option('surviving-partner', 'Surviving partner from a registered civil partnership'),
    notSay,
  ],
}

/** The whole set, in the order to ask it. Leave out what you have no use for: each one asked needs a reason. */
export const equalityQuestions: readonly OneOfQuestion[] = [
  ageGroupQuestion,
  sexQuestion,
  genderIdentityQuestion,
  sexualOrientationQuestion,
  ethnicGroupQuestion,
  religionQuestion,
  healthConditionQuestion,
  activityQuestion,
  carerQuestion,
  pregnancyQuestion,
  partnershipQuestion,
]
