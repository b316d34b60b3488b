import { speedBeside } from '@takepart/shared/domain/settings/reading-aloud'
import { changeSettings, readSettings } from '../../app/display-settings.ts'
import { markSentence } from './mark-sentence.ts'
import { Reader } from './reader.ts'
import { sentencesSaid } from './sentences-said.ts'
import { linesOf } from './spoken-lines.ts'
import { Stands, type Stand } from './stands.ts'
import { setWords, shownPage, toolButton, whenPageChanges } from './tool-bar.ts'
import { ownVoices, whenVoicesChange } from './voices.ts'

let listening: Listening | undefined

/** Does as the setting says: a page has buttons that read it aloud, or has none. */
export function follow(): void {
  const { speechSynthesis } = globalThis as Partial<Pick<Window, 'speechSynthesis'>>
  if (document.documentElement.dataset['listen'] && speechSynthesis)
    listening ??= new Listening(new Reader(speechSynthesis))
  else listening = listening?.end()
  listening?.setSpeed()
}

const pathNow = (): string => location.pathname + location.search

/**
 * Reading aloud: a button at the beginning of the page, of each section and of each question. It never starts by itself,
 * and says nothing but what is on the page. While something is read its button pauses it, and the others stand beside.
 */
class Listening {
  readonly #over = new AbortController()
  readonly #stands = new Stands((stand) => this.#press(stand))
  readonly #stop = toolButton({ text: 'Stop', hidden: 'reading', kind: 'second small' }, () =>
    this.#reader.stop(),
  )
  readonly #slower = toolButton({ text: 'Slower', hidden: 'reading', kind: 'second small' }, () =>
    this.#change('slower'),
  )
  readonly #faster = toolButton({ text: 'Faster', hidden: 'reading', kind: 'second small' }, () =>
    this.#change('faster'),
  )
  readonly #reader: Reader
  #speed = readSettings().speed
  /** Where what is read was asked for, and on which page. */
  #read: Stand | undefined
  #path = ''

  constructor(reader: Reader) {
    const { signal } = this.#over
    this.#reader = reader
    reader.addEventListener('change', () => this.#show(), { signal })
    whenPageChanges(() => this.#pageChanged(), signal)
    whenVoicesChange(() => this.#stands.place(), signal)
    addEventListener('pagehide', () => reader.stop(), { signal })
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.hidden) reader.pause()
      },
      { signal },
    )
    addEventListener(
      'keydown',
      (event) => {
        if (reader.state === 'reading' && isFreeEscape(event)) reader.stop()
      },
      { signal },
    )
    this.#stands.place()
  }

  end(): undefined {
    this.#reader.stop()
    this.#over.abort()
    this.#stands.clear()
  }

  /** Takes over a speed that was chosen elsewhere. */
  setSpeed(speed = readSettings().speed): void {
    this.#speed = speed
    this.#reader.setSpeed(speed)
    for (const [button, step] of [
      [this.#slower, 'slower'],
      [this.#faster, 'faster'],
    ] as const)
      button.ariaDisabled = String(speedBeside(speed, step) === speed)
  }

  #press(stand: Stand): void {
    if (stand !== this.#read || this.#reader.state === 'silent') this.#begin(stand)
    else if (this.#reader.state === 'reading') this.#reader.pause()
    else this.#reader.goOn()
  }

  #begin(stand: Stand): void {
    const page = shownPage()
    if (!page) return
    this.#reader.stop()
    this.#read = stand
    this.#path = pathNow()
    const lines = linesOf(page).filter(({ pieces }) =>
      pieces.some(({ node }) => node && stand.place.holds(node)),
    )
    this.#reader.read(sentencesSaid(lines, ownVoices()), this.#speed)
  }

  /** Where a browser keeps nothing, the speed holds for this page. */
  #change(step: 'slower' | 'faster'): void {
    const speed = speedBeside(this.#speed, step)
    changeSettings({ speed })
    this.setSpeed(speed)
  }

  #pageChanged(): void {
    this.#stands.place()
    if (this.#path !== pathNow() || !this.#read?.bar.isConnected) this.#reader.stop()
  }

  #show(): void {
    const { state, sentence } = this.#reader
    markSentence(sentence?.range)
    if (!this.#read) return
    const { bar, button, rest } = this.#read
    if (state === 'silent') {
      rest()
      // The focus stays where it is, unless that goes.
      if (bar.contains(document.activeElement)) button.focus()
      for (const other of [this.#stop, this.#slower, this.#faster]) other.remove()
      return
    }
    setWords(button, state === 'reading' ? 'Pause' : 'Go on', 'reading')
    if (!this.#stop.isConnected) bar.append(this.#stop, this.#slower, this.#faster)
  }
}

/** Escape belongs to a dialog, a list or a search field first. */
const isFreeEscape = ({ key, defaultPrevented, isComposing, target }: KeyboardEvent): boolean =>
  key === 'Escape' &&
  !defaultPrevented &&
  !isComposing &&
  !document.querySelector('dialog[open]') &&
  !(target as Element).matches?.('select, [type=search]')
