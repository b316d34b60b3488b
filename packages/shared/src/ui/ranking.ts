import { html } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import {
  asTheyAre,
  describedBy,
  type Described,
  type FieldWords,
  hiddenText,
  partId,
} from './field.ts'
import { fieldset } from './fieldset.ts'

export interface RankingItem {
  readonly value: string
  readonly text: string
}

export type Move = 'up' | 'down'

export interface RankingOptions extends FieldWords, Described {
  /** The id of the first button in the list, whichever item that is in. */
  readonly id: string
  readonly items: readonly RankingItem[]
  /** Values of the items that have a place, first place first. The others follow in the order of `items`. */
  readonly order: readonly string[]
  readonly onMove?: (value: string, move: Move) => void
}

/**
 * The order after one press. Up gives an item that has no place the last one; down takes its place from the last.
 * A press that can change nothing gives the same order back.
 */
export function moveItem(order: readonly string[], value: string, move: Move): readonly string[] {
  const at = order.indexOf(value)
  if (at === -1) return move === 'up' ? [...order, value] : order
  if (move === 'down' && at === order.length - 1) return order.slice(0, at)
  const to = move === 'up' ? at - 1 : at + 1
  const other = order[to]
  if (other === undefined) return order
  return order.map((held, index) => (index === to ? value : index === at ? other : held))
}

/** Where an item stands, in words: "2 of 6", or "Not placed yet". */
export const placeWords = (order: readonly string[], value: string, of: number): string =>
  order.includes(value) ? `${order.indexOf(value) + 1} of ${of}` : 'Not placed yet'

/** What to announce after a press, whether or not it could change something: "Parking: 2 of 6". */
export const moveWords = (text: string, place: string): string => `${text}: ${place}`

/**
 * Things to put in order with buttons: no dragging, which many people cannot do. One keyed list, and the same two buttons
 * in each item for good, so that a press never takes away the button it was made on. They are never `disabled`, because
 * a disabled button loses the focus.
 */
export function ranking(options: RankingOptions) {
  const { items, order } = options
  const placed = order
    .map((value) => items.find((item) => item.value === value))
    .filter((item) => item !== undefined)
  const listed = [...placed, ...items.filter((item) => !order.includes(item.value))]
  return fieldset({
    ...options,
    content: html`<ol class="ranking">
      ${repeat(
        listed,
        (item) => item.value,
        (item, index) => rankingItem(options, item, index),
      )}
    </ol>`,
  })
}

function rankingItem(options: RankingOptions, item: RankingItem, index: number) {
  const { id, items, order, own = asTheyAre } = options
  const at = order.indexOf(item.value)
  const place = `${partId(id, item.value)}_place`
  const button = (move: Move, idle: boolean) => html`<button
    type="button"
    class="button second small"
    id=${move === 'up' && index === 0 ? id : `${partId(id, item.value)}_${move}`}
    aria-disabled=${idle ? 'true' : 'false'}
    aria-describedby=${describedBy(id, { error: options.error }, [place])}
    @click=${(event: Event) => press(event, () => options.onMove?.(item.value, move))}
  >
    ${own(`Move ${move}`)}${hiddenText(item.text)}
  </button>`
  return html`<li class=${at === -1 ? 'unplaced' : 'placed'}>
    <span class="what">${item.text}</span>
    <span class="place" id=${place}>${own(placeWords(order, item.value, items.length))}</span>
    <span class="moves">${button('up', at === 0)}${button('down', at === -1)}</span>
  </li>`
}

/** Moving an item down moves its node, and a browser takes the focus from a node that moves: give it back once the list is drawn. */
function press(event: Event, act: () => void): void {
  const button = event.currentTarget as HTMLElement
  act()
  setTimeout(() => button.focus())
}
