/** What stands round every page of the staff desk, and where there is no page. */
export const deskWords = {
  skip: 'Skip to the page',
  service: 'Takepart',
  desk: 'Staff desk',
  signedInAs: (name: string) => `Signed in as ${name}`,
  noPage: 'There is no page here',
  noPageMore: 'Either nothing has this address, or it is something you cannot open.',
  toDesk: 'Go to the first page of the desk',
}
