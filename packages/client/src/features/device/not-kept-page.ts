import { notKeptView } from '@takepart/shared/views/my-responses.view'
import { customElement } from 'lit/decorators.js'
import { PageElement } from '../../app/page-element.ts'

/** Shown for a document that is neither on the device nor to be had from the network. */
@customElement('tp-not-kept-page')
export class NotKeptPage extends PageElement {
  protected override get pageTitle(): string {
    return 'This page is not on your device'
  }

  protected override render() {
    return notKeptView(location.pathname)
  }
}
