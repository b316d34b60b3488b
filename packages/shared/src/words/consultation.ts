/** What a consultation's own pages say of its changes. */
export const changeWords = {
  title: 'What has changed since it was published',
}
