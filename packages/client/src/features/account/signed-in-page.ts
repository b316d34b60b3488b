import { signedInView } from '@takepart/shared/views/account/signed-in.view'
import { customElement } from 'lit/decorators.js'
import { ifAllowed } from '../../app/if-allowed.ts'
import { StaffPageElement } from '../../app/staff-page-element.ts'
import type { StaffServices } from '../../app/staff-services.ts'
import { signedInChannel } from './signed-in-channel.ts'

/** Tells the page that waits in another tab that the person is signed in, and closes where the browser lets it. */
@customElement('tp-signed-in-page')
export class SignedInPage extends StaffPageElement<object> {
  protected view() {
    return signedInView()
  }

  override arrive(services: StaffServices): void {
    super.arrive(services)
    // A browser that blocks cookies may refuse the channel: the tab that waits is then gone on with by hand.
    const channel = ifAllowed(() => new BroadcastChannel(signedInChannel))
    channel?.postMessage(document.getElementById('main')?.dataset['staff'] ?? '')
    channel?.close()
    window.close()
  }
}
