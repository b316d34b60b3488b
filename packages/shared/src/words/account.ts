import type { AccountProblem, ProviderProblem } from '../domain/account/account-problem.ts'
import type { Role } from '../domain/account/role.ts'

/** The words of accounts: signing in, joining, people, sessions. */
export const accountWords = {
  roles: {
    author: 'Author',
    moderator: 'Moderator',
    analyst: 'Analyst',
    publisher: 'Publisher',
    administrator: 'Administrator',
  } satisfies Record<Role, string>,
  roleMay: {
    author: 'Writes consultations and discussions, and answers requests for support',
    moderator: 'Reads what people send before it is shown, and looks after urgent concerns',
    analyst: 'Reads responses, finds what they have in common, and writes up results',
    publisher: 'Is the second person who checks, and publishes',
    administrator: 'Invites colleagues and decides what each of them may do',
  } satisfies Record<Role, string>,

  signIn: 'Sign in',
  signInTitle: 'Sign in to the staff desk',
  signInLede: 'You need the passkey you made when you joined. There is no password.',
  signInWithPasskey: 'Sign in with your passkey',
  signInWithProvider: 'Sign in with your work account',
  signedOut: 'You are signed out',
  signedOutMore: 'Nothing of the staff desk is kept on this computer.',
  notReached: 'We could not reach Takepart. Check your connection, then try again',
  notSignedIn: 'You are not signed in',
  notSignedInMore:
    'Your passkey was not used, or it does not belong to the staff desk here. Try again, or ask an administrator for a new link.',
  noPasskeyHere: 'This browser cannot use passkeys. Use another browser, or another device.',
  lostPasskey: 'Lost your passkey?',
  lostPasskeyMore:
    'Ask an administrator of your staff desk. They can give you a link that makes a new passkey and ends the old one.',

  signInAgain: 'Sign in to go on',
  signInAgainMore:
    'You were away for a while, so you were signed out. Everything on this page is still here. Sign in and it carries on from where you were.',
  notNow: 'Not now',
  signedInAgain: 'You are signed in again. Nothing was lost.',
  stillSignedOut: 'You are still signed out. What you wrote is on this page, and is not saved.',

  joinTitle: 'Join the staff desk',
  joinTitleNewKey: 'Make a new passkey',
  joinLede: (name: string) => `This link is for ${name}.`,
  joinFirst: 'You are the first. You can invite your colleagues once you have joined.',
  joinYourRoles: 'What you can do here',
  joinName: 'Your name',
  joinNameHint: 'As your colleagues know you. They see it beside what you do here.',
  joinPasskey: 'About your passkey',
  joinPasskeyMore:
    'A passkey is how you sign in. It lives on your device or on a security key, and you unlock it the way you unlock that: with a PIN, a fingerprint or your face. Nothing of that is sent to us.',
  joinShared:
    'On a computer that other people use, put the passkey on your own telephone or on a security key.',
  joinButton: 'Make my passkey and join',
  joinButtonNewKey: 'Make my new passkey',
  newKeyMore: 'Your old passkeys will stop working, and you will be signed out everywhere else.',
  linkGone: 'This link cannot be used',
  linkGoneMore:
    'A link works once, for 72 hours. It may have been used, or be too old. Ask an administrator of your staff desk for a new one.',

  staffTitle: 'Staff',
  staffLede: 'Everybody who can sign in here, and what they may do.',
  staffTable: 'People who can sign in',
  columnName: 'Name',
  columnRoles: 'Roles',
  columnWorksOn: 'Works on',
  columnSince: 'Since',
  columnAct: 'Change',
  everyConsultation: 'Every consultation',
  ownConsultations: 'Their own consultations',
  suspended: 'Cannot sign in',
  you: 'This is you',
  change: 'Change',
  changeWhat: (name: string) => `what ${name} may do`,
  invite: 'Invite a colleague',
  inviteLede:
    'You get a link to give to them. It works once, for 72 hours, and they make their own passkey with it.',
  inviteAnother: 'Invite somebody else',
  inviteName: 'Their name',
  inviteEmail: 'Their work email address',
  inviteEmailHint:
    'For notices from the desk. No mail from here ever holds a word of what anybody wrote.',
  inviteRoles: 'What may they do?',
  inviteRolesHint: 'Choose all that they need for their work, and no more.',
  inviteWorksOn: 'What do they work on?',
  worksOnEvery: 'Every consultation and discussion',
  worksOnOwn: 'Only those they begin or are added to',
  inviteButton: 'Make their link',
  linkMade: (name: string) => `Give this link to ${name}`,
  linkMadeMore: (until: string) =>
    `It works once, until ${until}. It is shown only now, and whoever has it can join, so give it to nobody else.`,
  linkMailed: (address: string) =>
    `A link is also on its way to ${address}. Only one of the two can be used.`,
  linkLabel: 'The link',
  copyLink: 'Copy the link',
  linkCopied: 'The link is copied.',
  linkNotCopied: 'This browser did not copy it. Select the link and copy it yourself.',
  invitations: 'Links that have not been used',
  noInvitations: 'Every link has been used or has run out.',
  columnRunsOut: 'Runs out',
  withdraw: 'End this link',
  withdrawWhat: (name: string) => `for ${name}`,
  withdrawn: 'The link is ended. Nobody can use it.',
  forNewPasskey: 'for a new passkey',

  changeTitle: (name: string) => `What ${name} may do`,
  since: (when: string) => `Here since ${when}.`,
  rolesByProvider:
    'They sign in with their work account, and what they may do is decided there. Here you decide what they work on.',
  theirConsultations: 'Which ones?',
  noConsultations: 'There are no consultations yet.',
  withoutTitle: 'A consultation without a title yet',
  saveRoles: 'Save',
  rolesSaved: (name: string) =>
    `Saved. If that changed something, ${name} is signed out so that it counts.`,
  leaving: 'When they leave',
  suspend: 'Stop them signing in',
  suspendMore: 'They are signed out everywhere, at once. What they wrote stays.',
  didSuspend: (name: string) => `${name} is signed out and cannot sign in.`,
  comingBack: 'When they come back',
  readmitMore: 'They sign in as they did before, with the roles shown above.',
  readmit: 'Let them sign in again',
  didReadmit: (name: string) => `${name} can sign in again.`,
  lostTheirPasskey: 'When they have lost their passkey',
  newPasskey: 'Make a link for a new passkey',
  newPasskeyMore:
    'Make sure it is them who asks: whoever has the link can sign in as them. Using it ends their old passkeys and signs them out everywhere.',
  cancel: 'Back to staff',

  sessionsTitle: 'Where you are signed in',
  sessionsLede: 'Each line is a browser. End any that you do not know or no longer use.',
  thisSession: 'This one',
  sessionStarted: (when: string) => `signed in ${when}`,
  sessionUsed: (when: string) => `last used ${when}`,
  endSession: 'End it',
  endSessionWhat: (browser: string) => `the session in ${browser}`,
  sessionEnded: 'That session is ended.',
  signOutHere: 'Sign out here',
  signOutMore:
    'On a computer that other people use, sign out when you go. It leaves nothing behind.',
  yourRoles: 'Your roles',

  signInWays: 'How people sign in',
  signInWaysMore:
    'Whoever turns a way off is signed in by the other, so that it is known to work. Everybody who came by the way that is turned off is signed out.',
  signInWaysLegend: 'Which ways are allowed?',
  wayPasskeys: 'Passkeys',
  wayPasskeysHint: 'For people whom you invite here.',
  wayProvider: 'Work accounts',
  wayProviderHint: 'For people who are given something to do here by your Trust’s own sign-in.',
  saveWays: 'Save how people sign in',
  waysSaved: 'Saved. It counts from now on.',
  signedInTitle: 'You are signed in',
  signedInMore: 'Go back to the page you came from. You can close this one.',

  auditTitle: 'Who did what',
  auditLede:
    'Every act at the desk, newest first. It names people and things, and never says what anybody wrote. It cannot be changed, here or by the program itself.',
  auditTable: 'Acts, newest first',
  columnNumber: 'Number',
  columnWhen: 'When',
  columnWho: 'Who',
  columnDid: 'Did',
  columnThing: 'To what',
  auditEmpty: 'Nothing has been done yet.',
  older: 'Older acts',
  newest: 'Newest acts',
  commandLine: 'The command line',
  theServer: 'Takepart itself',
  somebody: 'Somebody who was not signed in',

  invitationRunsOut: (name: string) => `${name} has not joined yet`,
  invitationRunsOutMore: 'Their link stops working then. You can end it and make another.',
  seeInvitations: 'See the links',
}

/** What is said on the page to sign in, after the way through the provider did not lead to the desk. */
export const providerProblemWords: Readonly<Record<ProviderProblem, string>> = {
  'provider-not-allowed':
    'Signing in with a work account is turned off here. Use your passkey, or ask an administrator.',
  'provider-turned-back':
    'Your work account did not let you through. Try again, or ask whoever looks after it.',
  'provider-not-accepted':
    'What your work account sent back could not be used. It may have taken too long, or been opened twice. Try again.',
  'provider-no-role':
    'Your work account is known, and it gives you nothing to do at this desk. Ask whoever looks after work accounts, or an administrator of the desk.',
  'provider-of-another':
    'That work account belongs to somebody else. Use your own, so that what is on the other page stays yours.',
  'provider-not-reached':
    'The sign-in for work accounts cannot be reached at the moment. Try again in a few minutes.',
  'too-often': 'That was too often. Wait a few minutes, then try again.',
}

type WordsOf = {
  readonly [Code in AccountProblem['code']]: (
    problem: Extract<AccountProblem, { code: Code }>,
  ) => string
}

const problemWords: WordsOf = {
  'name-missing': () => 'Enter a name',
  'name-too-long': ({ over, most }) =>
    `The name is ${over} ${over === 1 ? 'character' : 'characters'} too long. Use ${most} or fewer`,
  'email-unclear': () => 'Enter an email address like name@trust.nhs.uk, or leave this empty',
  'email-taken': () => 'Somebody here has that email address. Enter another, or leave this empty',
  'roles-missing': () => 'Choose at least one thing they may do',
  'link-not-usable': () => accountWords.linkGone,
  'passkey-not-accepted': () => accountWords.notSignedIn,
  'passkey-of-another': () =>
    'That passkey belongs to somebody else. Use your own, so that what is on this page stays yours',
  'passkeys-not-allowed': () => 'Passkeys are turned off here. Sign in with your work account',
  'last-administrator': () =>
    'There would be no administrator left. Make somebody else an administrator first',
  'last-way-to-sign-in': () => 'Leave at least one way to sign in',
  'comes-by-provider': () =>
    'They sign in with their work account, so they have no passkey here to replace',
  'own-way-to-sign-in': () =>
    'Sign in the other way first, so that you know it works. Then turn this way off',
  'staff-unknown': () => 'That person is not on the staff desk. Open the list of staff again',
}

/** What is said of a problem, beside its field and in the summary. */
export const accountProblemWords = (problem: AccountProblem): string =>
  (problemWords[problem.code] as (problem: AccountProblem) => string)(problem)
