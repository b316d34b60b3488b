import { html } from 'lit'
import type { SiteLogo } from '../../domain/site/site-settings.ts'
import { picture } from '../../ui/picture.ts'

/** The logo of the Trust, which says its name. It stands on white in every theme, as logos are drawn for paper. */
export const siteLogo = ({ name, logo }: { readonly name: string; readonly logo: SiteLogo }) =>
  html`<p class="site-logo">${picture({ files: logo.files, alt: name, sizes: '15rem' })}</p>`
