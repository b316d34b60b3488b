import { notKeptPage } from '@takepart/shared/views/site/no-app-page.view'
import { customElement } from 'lit/decorators.js'
import { PageElement } from '../../app/page-element.ts'

/** Shown for a document that is neither on the device nor to be had from the network. */
@customElement('tp-not-kept-page')
export class NotKeptPage extends PageElement {
  protected override get pageTitle(): string {
    return notKeptPage(location.pathname).title
  }

  protected override view() {
    return notKeptPage(location.pathname).view
  }
}
