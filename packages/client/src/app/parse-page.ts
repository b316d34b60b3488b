/** `require-trusted-types-for 'script'` lets markup be parsed only when a policy has passed it. */
interface MarkupPolicies {
  createPolicy(
    name: string,
    rules: { createHTML: (markup: string) => string },
  ): { createHTML: (markup: string) => unknown }
}

/** The markup of a page of our own server as a document of its own: nothing in it runs, and nothing it names is fetched. */
export function parsePage(markup: string): Document {
  const policies = (window as { trustedTypes?: MarkupPolicies }).trustedTypes
  const passed =
    policies?.createPolicy('takepart', { createHTML: (words) => words }).createHTML(markup) ??
    markup
  return new DOMParser().parseFromString(passed as string, 'text/html')
}
