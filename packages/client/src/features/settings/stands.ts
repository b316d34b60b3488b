import { voiceFor } from '@takepart/shared/domain/settings/reading-aloud'
import { placesToListen, type PlaceToListen } from './places-to-listen.ts'
import { setWords, shownPage, toolBar, toolButton, topBar } from './tool-bar.ts'
import { ownVoices } from './voices.ts'

/** One place to listen, and its button. */
export interface Stand {
  /** A row of buttons on the page, this one first. */
  readonly bar: HTMLElement
  readonly button: HTMLButtonElement
  readonly place: PlaceToListen
  /** The button says what it does when nothing is read. */
  rest(): void
}

/** The places on the page that is shown, each with a button. They follow the page as it changes. */
export class Stands {
  /** By the element that a button stands after; the whole page by itself. */
  readonly #all = new Map<Element, Stand>()

  constructor(private readonly onPress: (stand: Stand) => void) {}

  /** Puts a button wherever there is something to listen to that a voice of this device speaks, and takes away the others. */
  place(): void {
    const page = shownPage()
    const voices = ownVoices()
    const wanted = (page ? [wholePage(page), ...placesToListen(page)] : []).filter(({ at }) =>
      voiceFor(voices, langOf(at)),
    )
    const kept = new Set(wanted.map(({ at }) => at))
    for (const [at, { bar }] of this.#all) {
      if (kept.has(at)) continue
      bar.remove()
      this.#all.delete(at)
    }
    for (const place of wanted) {
      const stand = this.#all.get(place.at) ?? this.#open(place)
      if (place.at === page) topBar(page).append(...(stand.bar.isConnected ? [] : [stand.bar]))
      else if (place.at.nextElementSibling !== stand.bar) place.at.after(stand.bar)
    }
  }

  clear(): void {
    for (const { bar } of this.#all.values()) bar.remove()
    this.#all.clear()
  }

  #open(place: PlaceToListen): Stand {
    const button = toolButton({ text: '', kind: place.name ? 'quiet' : 'second small' }, () =>
      this.onPress(stand),
    )
    const rest = () =>
      place.name
        ? setWords(button, 'Listen', nameOf(place))
        : setWords(button, 'Listen to this page')
    const stand: Stand = { bar: toolBar(button), button, place, rest }
    rest()
    this.#all.set(place.at, stand)
    return stand
  }
}

const wholePage = (page: Element): PlaceToListen => ({ at: page, name: '', holds: () => true })

/** The words of a heading are in its own language. */
function nameOf({ at, name }: PlaceToListen): Node {
  const words = document.createElement('span')
  words.lang = langOf(at)
  words.textContent = name
  const all = document.createDocumentFragment()
  all.append('to ', words)
  return all
}

const langOf = (element: Element): string => element.closest<HTMLElement>('[lang]')?.lang ?? ''
