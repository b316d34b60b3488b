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
