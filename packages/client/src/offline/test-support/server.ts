import type { Command, DeliveryOf, SendableKind } from '@takepart/shared/domain/device/record'
import type { SendCommand } from '../../api/send-command.ts'
import { Unavailable } from '../../api/unavailable.ts'
import { idOf, taken } from './device.ts'

const closed: DeliveryOf<SendableKind> = {
  outcome: 'refused',
  problems: [{ code: 'consultation-closed', closedAt: '2027-01-01T00:00:00Z' }],
}

/** What happens to one request: as a network and a server do it. */
export type Fate =
  | 'arrives'
  | 'response-lost'
  | 'no-network'
  | 'error-500'
  | 'error-503'
  | 'refused'

/** A server that keeps the promise P3: one response however often it is sent, and the same receipt each time. */
export class FakeServer {
  /** Response or request id → the different contents it was sent with. More than one would be "already received, different". */
  readonly contents = new Map<string, Set<string>>()
  readonly stored = new Set<string>()
  /** That id of each request that arrived, in order. */
  readonly arrived: string[] = []
  readonly sentAt: (string | undefined)[] = []
  fate: (command: Command) => Fate = () => 'arrives'

  readonly send = ((_, command) => this.answer(command)) as SendCommand

  readonly answer = async (command: Command): Promise<DeliveryOf<SendableKind>> => {
    const id = idOf(command)
    const fate = this.fate(command)
    await Promise.resolve()
    if (fate === 'no-network') throw new Unavailable('network')
    this.arrived.push(id)
    this.sentAt.push('sentAt' in command.input ? command.input.sentAt : undefined)
    const content = JSON.stringify({ ...command.input, sentAt: '' })
    this.contents.set(id, (this.contents.get(id) ?? new Set()).add(content))
    if (fate === 'error-500') throw new Unavailable('status', { status: 500 })
    if (fate === 'error-503') throw new Unavailable('status', { status: 503 })
    if (fate === 'refused') return closed
    this.stored.add(id)
    if (fate === 'response-lost') throw new Unavailable('timeout')
    return taken(command)
  }
}
