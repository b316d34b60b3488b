import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { changing } from './changing.ts'
import {
  asTheyAre,
  describedBy,
  type Described,
  type FieldWords,
  hiddenText,
  partId,
} from './field.ts'
import { fieldset } from './fieldset.ts'

/** The words of the pattern itself. */
const rankingWords = {
  list: 'Your list, most important first',
  empty: 'Your list is empty. Add what matters most to you first.',
  rest: 'Not in your list',
  add: 'Add to my list',
  up: 'Move up',
  down: 'Move down',
  remove: 'Take out',
  place: (place: number, of: number) => `${place} of ${of}`,
  moved: (text: string, place: string) =>
    place ? `${text}: ${place} in your list` : `${text} is not in your list`,
} as const

export interface RankingItem {
  readonly value: string
  readonly text: string
}

export type Move = 'add' | 'remove' | 'up' | 'down'

export interface RankingOptions extends FieldWords, Described {
  /** The id of the first button of the field, whichever item that is in. */
  readonly id: string
  readonly items: readonly RankingItem[]
  /** Values of the items in the list, first place first. The others wait below it, in the order of `items`. */
  readonly order: readonly string[]
  readonly onMove?: (value: string, move: Move) => void
}

/** The order after one press. An item that is added comes last. A press that can change nothing gives the same order back. */
export function moveItem(order: readonly string[], value: string, move: Move): readonly string[] {
  const at = order.indexOf(value)
  if (at === -1) return move === 'add' ? [...order, value] : order
  if (move === 'remove') return order.filter((other) => other !== value)
  if (move === 'add') return order
  const to = move === 'up' ? at - 1 : at + 1
  const other = order[to]
  if (other === undefined) return order
  return order.map((held, index) => (index === to ? value : index === at ? other : held))
}

/** Where an item stands, in words: "2 of 6". */
export const placeWords = (order: readonly string[], value: string): string =>
  order.includes(value) ? rankingWords.place(order.indexOf(value) + 1, order.length) : ''

/** What to announce after a press, whether or not it could change something: "Parking: 2 of 6 in your list". */
export const moveWords = (text: string, order: readonly string[], value: string): string =>
  rankingWords.moved(text, placeWords(order, value))

/**
 * Things to put in order with buttons: no dragging, which many people cannot do. What is in the list stands in it, in order, with
 * its buttons to move; what is not stands below it, with one button that adds it. So the first press is one that
 * needs no explanation. Buttons are never `disabled`, because a disabled button loses the focus.
 */
export function ranking(options: RankingOptions) {
  const { id, items, order, own = asTheyAre } = options
  const placed = order
    .map((value) => items.find((item) => item.value === value))
    .filter((item) => item !== undefined)
  const rest = items.filter((item) => !order.includes(item.value))
  return fieldset({
    ...options,
    content: html`<p class="label" id=${partId(id, 'list')}>${own(rankingWords.list)}</p>
      ${placed.length === 0 ? html`<p class="ranking-empty">${own(rankingWords.empty)}</p>` : nothing}
      <ol class="ranking" aria-labelledby=${partId(id, 'list')}>
        ${repeat(
          placed,
          (item) => item.value,
          (item, index) => placedItem(options, item, index),
        )}
      </ol>
      ${
        rest.length > 0
          ? html`<p class="label" id=${partId(id, 'rest')}>${own(rankingWords.rest)}</p>
      <ul class="ranking rest" aria-labelledby=${partId(id, 'rest')}>
        ${repeat(
          rest,
          (item) => item.value,
          (item, index) => restItem(options, item, placed.length + index === 0),
        )}
      </ul>`
          : nothing
      }`,
  })
}

const buttonId = (id: string, value: string, move: Move): string => `${partId(id, value)}_${move}`

interface MoveButton {
  readonly item: RankingItem
  readonly move: Move
  readonly idle?: boolean
  /** The first button of the field has the field's own id. */
  readonly first?: boolean
}

function moveButton(options: RankingOptions, { item, move, idle, first }: MoveButton) {
  const { id, own = asTheyAre } = options
  return html`<button
    type="button"
    class="button second small"
    id=${first ? id : buttonId(id, item.value, move)}
    aria-disabled=${idle ? 'true' : nothing}
    aria-describedby=${describedBy(id, { error: options.error })}
    @click=${(event: Event) => press(event, options, { item, move })}
  >
    ${own(rankingWords[move])}${hiddenText(item.text)}
  </button>`
}

function placedItem(options: RankingOptions, item: RankingItem, index: number) {
  const { order, own = asTheyAre } = options
  const button = (move: Move, idle = false) =>
    moveButton(options, { item, move, idle, first: move === 'up' && index === 0 })
  return html`<li class="placed">
    <span class="ranking-item">${item.text}</span>
    <span class="ranking-place">${own(changing(placeWords(order, item.value)))}</span>
    <span class="ranking-moves">${button('up', index === 0)}${button('down', index === order.length - 1)}${button('remove')}</span>
  </li>`
}

const restItem = (options: RankingOptions, item: RankingItem, first: boolean) => html`<li>
  <span class="ranking-item">${item.text}</span>
  <span class="ranking-moves">${moveButton(options, { item, move: 'add', first })}</span>
</li>`

/**
 * Moving an item moves its node, and a browser takes the focus from a node that moves. It goes back to the button once the list is
 * drawn; from a button that has gone to the next item that can be added, or to the item itself.
 */
function press(event: Event, options: RankingOptions, { item, move }: MoveButton): void {
  const button = event.currentTarget as HTMLElement
  const field = button.closest('fieldset')
  const at = button.closest('li')
  const next = at?.nextElementSibling ?? at?.previousElementSibling
  const waiting = move === 'add' ? next?.querySelector<HTMLElement>('button') : undefined
  options.onMove?.(item.value, move)
  setTimeout(() => {
    const there = [button, waiting].find((one) => one?.isConnected)
    if (there) return there.focus()
    const own = move === 'add' ? 'down' : 'add'
    ;(
      document.getElementById(buttonId(options.id, item.value, own)) ??
      field?.querySelector<HTMLElement>('button')
    )?.focus()
  })
}
