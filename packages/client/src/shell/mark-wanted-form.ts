import { wantedWords } from '@takepart/shared/views/consultation/wanted-form'

/**
 * Says beside a link to another form of a consultation that it is the one wanted first. A page to read comes ready-made and
 * knows nobody's settings; nobody is led anywhere because of them.
 */
export function markWantedForm(): void {
  const wanted = document.documentElement.dataset['edition']
  const link = [...document.querySelectorAll<HTMLElement>('[data-form]')].find(
    ({ dataset }) => dataset['form'] === wanted,
  )
  if (!link) return
  const words = Object.assign(document.createElement('span'), {
    className: 'quiet',
    lang: 'en',
    dir: 'ltr',
    textContent: `(${wantedWords})`,
  })
  link.after(' ', words)
}
