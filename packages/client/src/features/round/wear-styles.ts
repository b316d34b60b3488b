import styles from '../../styles/rounds.css?inline'

/** The sheet of pages of rounds, on a page that was loaded for something else and came without it. */
export function wear(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
