import type { SiteField, SitePart, SiteProblem } from '../domain/site/site-settings.ts'

/** What the public pages say of the Trust, and of what it has not written yet. */
export const siteWords = {
  noContactYet: 'The Trust that runs this website has not written here yet how to reach it.',
  detailsWithConsultations: 'Its details are with each consultation.',
  contactOf: (name: string, note = '') => `Until it does, here is how to reach ${name}. ${note}`,
  noBasisYet:
    'The Trust that runs this website has not written yet which law lets it keep what you send.',
  noRetentionYet:
    'The Trust that runs this website has not written yet how long it keeps what you send.',
  noOfficerYet: 'The Trust that runs this website has not named its data protection officer yet.',
  officerMore:
    'The data protection officer makes sure that we keep to the law. You can ask what we hold about you, and to have it put right or erased.',
  noStatementYet:
    'The Trust that runs this website has not checked this statement yet. It describes Takepart as it was made.',
} as const

/** What the checks of a consultation say while the site is not complete. */
export const missingOfSiteWords: Readonly<Record<SitePart, string>> = {
  name: 'The site does not say yet which Trust runs it. An administrator writes it under “Your Trust”',
  contact:
    'The site does not say yet how to reach you. An administrator writes it under “Your Trust”',
  privacy: 'The site has no privacy notice yet. An administrator writes it under “Your Trust”',
  accessibility:
    'Nobody has checked the accessibility statement of the site yet. An administrator does it under “Your Trust”',
}

/** What each field is called at the desk. */
export const siteFieldWords: Readonly<Record<SiteField, string>> = {
  name: 'Name of your Trust',
  contactName: 'Whom people can ask',
  phone: 'Telephone',
  hours: 'When somebody answers',
  email: 'Email',
  post: 'Postal address',
  line1When: 'First line: what it is, and when it is answered',
  line1Phone: 'First line: telephone',
  line2When: 'Second line: what it is, and when it is answered',
  line2Phone: 'Second line: telephone',
  line3When: 'Third line: what it is, and when it is answered',
  line3Phone: 'Third line: telephone',
  lawfulBasis: 'Which law lets you keep what people send',
  keptFor: 'How long you keep it',
  officerName: 'Data protection officer',
  officerEmail: 'Their email',
  officerPhone: 'Their telephone',
  officerPost: 'Their postal address',
  complaints: 'How to complain to you first',
  reviewedOn: 'On which day did you last check the statement?',
  replyWithin: 'How many working days until you answer?',
  plannedFor: 'By which day will you put right what is known?',
}

/** What is said under a field's name. */
export const siteHints: Partial<Readonly<Record<SiteField, string>>> = {
  name: 'As people know it, for example Example Vale NHS Trust',
  contactName: 'A team or a person. Empty: the name of your Trust',
  hours: 'For example, Monday to Friday, 9 am to 5 pm. An answerphone at other times',
  line1When: 'For example, Our crisis line for adults, day and night',
  lawfulBasis:
    'Ask your data protection officer for these words. For many Trusts it is a task in the public interest: UK GDPR, Article 6(1)(e)',
  keptFor: 'For example, We keep responses for 8 years after we have decided, and then erase them',
  officerName: 'A name or a post, and at least one way to reach them',
  complaints: 'The right to complain to the Information Commissioner’s Office is always said',
  reviewedOn: 'Read the whole statement first. For example, 14 2 2027',
  plannedFor: 'For example, 30 9 2027. Empty: the statement says that there is no date yet',
}

/** What to do about a problem with a field. */
export function siteProblemWords(problem: SiteProblem): string {
  const what = siteFieldWords[problem.field]
  switch (problem.code) {
    case 'name-missing':
      return 'Enter the name of your Trust'
    case 'too-long':
      return `${what}: use ${problem.most.toLocaleString('en-GB')} characters or fewer. You have ${problem.over.toLocaleString('en-GB')} too many`
    case 'phone-unclear':
      return `${what}: enter digits, spaces, + and brackets`
    case 'email-unclear':
      return `${what}: enter an address like involve@example.nhs.uk`
    case 'line-without-phone':
      return `${what}: enter the number, or leave what it is empty too`
    case 'date-unclear':
      return `${what} Enter a day that is in the calendar, like 14 2 2027`
    case 'days-unclear':
      return `${what} Enter a whole number from 1 to 60`
  }
}
