/** What the router listens for on `window`. Two files know the router: this one and shell/routes.ts. */
export const goEvent = 'vaadin-router-go'

/** Goes to an address of this site. Pages of the app change in place; any other page is loaded by the browser. */
export function navigate(path: string): void {
  const { pathname, search, hash } = new URL(path, location.origin)
  window.dispatchEvent(new CustomEvent(goEvent, { detail: { pathname, search, hash } }))
}

/** Goes to another page instead of this one, so that Back does not come to this one again. */
export function redirect(path: string): void {
  history.replaceState(history.state, '', path)
  navigate(path)
}
