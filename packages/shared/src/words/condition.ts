/** "Only people who answer “Bus” or “Train” to question 3, “How do you travel?”." */
export function conditionSentence(
  earlier: {
    readonly number: number
    readonly title: string
    readonly choices: readonly { readonly code: string; readonly label: string }[]
  },
  includes: readonly string[],
): string {
  const labels = earlier.choices
    .filter(({ code }) => includes.includes(code))
    .map(({ label }) => `“${label}”`)
  const last = labels.at(-1) ?? ''
  const answers = labels.length > 1 ? `${labels.slice(0, -1).join(', ')} or ${last}` : last
  return `Only people who answer ${answers} to question ${earlier.number}, “${earlier.title}”.`
}
