import type { LogoProblem, SiteField, SitePart, SiteProblem } from '../domain/site/site-settings.ts'

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

export const logoProblemWords: Readonly<Record<LogoProblem, string>> = {
  'logo-too-large': 'Choose a picture of 1 MB or less',
  'logo-not-a-picture': 'Choose a picture in PNG, JPEG or WebP',
  'logo-too-many-pixels':
    'Choose a smaller picture. 2,000 pixels in width and height are more than enough',
  'logo-not-whole': 'The picture did not arrive whole. Choose it again',
}

/** The page on which a Trust says who it is. */
export const siteDeskWords = {
  link: 'Your Trust',
  title: 'Your Trust on this website',
  lede: 'What you write here stands on every page of the website, and in every message it sends.',
  complete: 'Nothing is missing. You can publish what is real.',
  missingTitle: 'What is missing before you publish anything real',
  missing: {
    name: 'the name of your Trust',
    contact: 'a way to reach you: a telephone number, an email or a postal address',
    privacy:
      'the privacy notice: the law, how long you keep things, and your data protection officer',
    accessibility: 'the accessibility statement: the day you checked it, and how soon you answer',
  } satisfies Readonly<Record<SitePart, string>>,
  groups: {
    name: 'Whose website it is',
    contact: 'How people reach you',
    crisis: 'Your own crisis lines',
    privacy: 'Privacy notice',
    officer: 'Your data protection officer',
    accessibility: 'Accessibility statement',
  },
  contactMore:
    'Give a telephone number, an email or a postal address: one is enough, more are better. A consultation can have a contact of its own. Where it has none yet, it begins with this one.',
  crisisMore:
    'They stand after 999, before the lines for the whole country. Leave them empty if you have none.',
  privacyMore:
    'The page says by itself what Takepart keeps, and where. This part only you can know.',
  see: {
    name: 'See the first page',
    contact: 'See the help page',
    crisis: 'See “I need help now”',
    privacy: 'See the privacy page',
    accessibility: 'See the statement',
  },
  newTab: '(opens in a new tab)',
  days: 'working days',
  save: 'Save',
  saved: 'Saved. It is on the website now.',
  savedWith: (name: string) =>
    `Saved. ${name} had saved too while you were writing: both are on the website now.`,
  clash: (name: string, words: string) =>
    words === ''
      ? `${name} has emptied this since you began. Keep your words or empty the field, and save again`
      : `${name} has written here since you began: “${words}”. Keep your words or take these, and save again`,
  clashIn: (field: string, name: string) =>
    `${field}: ${name} has written here too. Decide which words stay`,
  lastSaved: (name: string, when: string) => `Last saved by ${name} on ${when}.`,
  logo: 'Logo',
  logoMore:
    'It stands at the foot of every page, on white. People who do not see it are told the name of your Trust.',
  logoField: 'A picture of your logo',
  logoHint: 'PNG, JPEG or WebP, 1 MB or less',
  logoNeedsName:
    'Save the name of your Trust first: it is what people hear who do not see the logo.',
  logoNone: 'There is no logo.',
  useLogo: 'Use this logo',
  sendingLogo: 'Sending the logo',
  logoChoose: 'Choose a picture',
  logoUsed: 'The logo is on the website now.',
  removeLogo: 'Take the logo off',
  logoGone: 'The logo is off the website.',
  samples: 'The samples',
  samplesMore: (count: number) =>
    `This website still shows ${count === 1 ? 'one sample' : `${count} samples`} of a made-up Trust. Before you publish anything real, take them away.`,
  samplesLink: 'Take the samples away',
} as const

/** The page on which the samples are taken away. */
export const takeSamplesWords = {
  title: 'Take the samples away',
  back: 'Back to your Trust',
  lede: 'All of this goes, at once and for good. Nothing that you wrote yourself goes with it.',
  consultations: 'Consultations',
  rounds: 'Discussions',
  responses: (count: number) => (count === 1 ? '1 response' : `${count} responses`),
  contributions: (count: number) => (count === 1 ? '1 contribution' : `${count} contributions`),
  requests: (count: number) =>
    count === 1
      ? 'One request for a format or for support, made in a sample, goes too.'
      : `${count} requests for a format or for support, made in a sample, go too.`,
  stays:
    'What stays: your own consultations and discussions with everything people sent, urgent concerns, and the log of who did what.',
  noReturn: 'They do not come back, also not when the server starts again.',
  act: 'Take all of this away',
  leave: 'Leave everything as it is',
  gone: 'The samples are gone',
  goneMore: 'The website shows only what is yours.',
} as const
