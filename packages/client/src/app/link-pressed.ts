/** A link of this site that a press opens in place of this page, unless something else sees to it already. */
export function linkPressed(event: MouseEvent): HTMLAnchorElement | undefined {
  const link = (event.target as Element).closest('a')
  if (!link || link.target || link.origin !== location.origin) return undefined
  const hasKey = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
  const isHere = link.hash !== '' && link.pathname === location.pathname
  return event.defaultPrevented || event.button > 0 || hasKey || isHere ? undefined : link
}
