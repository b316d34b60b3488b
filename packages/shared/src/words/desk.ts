/** What stands round every page of the staff desk, and where there is no page. */
export const deskWords = {
  skip: 'Skip to the page',
  service: 'Takepart',
  desk: 'Staff desk',
  navigation: 'Staff desk',
  menu: 'Menu',
  signOut: 'Sign out',
  signedInAs: (name: string) => `Signed in as ${name}`,
  noPage: 'There is no page here',
  noPageMore: 'Either nothing has this address, or it is something you cannot open.',
  toDesk: 'Go to the first page of the desk',
  footHelp: 'Display settings',
  footStatement: 'Accessibility statement',
  footPublic: 'What the public sees',

  today: 'Today',
  todayTitle: 'What needs you today',
  nothing: 'Nothing needs you now.',
  nothingMore: 'When something does, it will be here, with the time by which it is needed.',
  now: 'Now',
  thisWeek: 'This week',
  later: 'Later',
  whenYouCan: 'When you can',
  late: (howLong: string) => `${howLong} late`,
  left: 'left',
  lede: (count: number) =>
    count === 1 ? 'One thing needs somebody.' : `${count} things need somebody.`,
  begin: 'Begin something',

  signedOut: 'You are signed out',
  signedOutMore: 'What you wrote is still on this page, and is not saved. Sign in, then try again.',
  notReached: 'We could not reach Takepart',
  notReachedMore: 'What you wrote is still on this page. Check your connection, then try again.',
  notAllowed: 'You cannot do that',
  notAllowedMore:
    'Your roles may have changed since this page was opened. An administrator can tell you what you may do.',
  tooOften: 'That is too often',
  tooOftenMore: 'Wait a minute, then try again. What you wrote is still on this page.',
  notDone: 'There is a problem',
  notDoneMore:
    'That could not be done, and the problem is ours. What you wrote is still on this page.',
  closeMessage: 'Close this message',
}
