/** What a consultation's own pages say of its changes. */
export const changeWords = {
  title: 'What has changed since it was published',
}

/** Where a consultation stands, as the desk says it. */
export const consultationStateWords = {
  draft: 'Draft',
  scheduled: 'Published, opens later',
  open: 'Open',
  closed: 'Closed: our answer is promised',
  concluded: 'Concluded',
  retracted: 'Retracted',
} as const
