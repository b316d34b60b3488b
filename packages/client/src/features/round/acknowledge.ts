import {
  acknowledgements,
  acknowledgementsIn,
  type Acknowledgement,
} from '@takepart/shared/domain/round/acknowledgement'
import {
  acknowledgeView,
  type AcknowledgeModel,
} from '@takepart/shared/views/round/acknowledge.view'
import { roundProblemWords } from '@takepart/shared/words/round-problem'
import { roundWords } from '@takepart/shared/words/round'
import { troubleWords } from '@takepart/shared/words/trouble'
import { render } from 'lit'
import { announce } from '../../app/announce.ts'
import { ifAllowed } from '../../app/if-allowed.ts'
import { isFailure } from '../../app/is-failure.ts'
import type { Services } from '../../app/services.ts'

/** Puts the buttons in the place of the counts that the server wrote, below each contribution of a page. */
export function offerAcknowledging(services: Services, slug: string, within: ParentNode): void {
  for (const place of within.querySelectorAll<HTMLElement>('[data-acknowledge]')) {
    const number = Number(place.dataset['acknowledge'])
    const kinds = kindsAt(place)
    const name = document.getElementById(`said-${number}-by`)?.textContent.trim() ?? ''
    const model: AcknowledgeModel = {
      kinds,
      of: place.dataset['about'] ?? roundWords.acknowledgedOf(name),
      counts: JSON.parse(place.dataset['counts'] ?? '{}') as AcknowledgeModel['counts'],
      pressed: new Set(kinds.filter((kind) => wasPressed(slug, number, kind))),
      trouble: '',
    }
    place.replaceChildren()
    show(services, { slug, number, place }, model)
  }
}

/** What can be said there: of what somebody said, unless the page names something else. */
const kindsAt = ({ dataset: { kinds } }: HTMLElement): readonly Acknowledgement[] =>
  kinds === undefined
    ? acknowledgementsIn('discussion')
    : acknowledgements.filter((kind) => kinds.split(' ').includes(kind))

interface Place {
  readonly slug: string
  readonly number: number
  readonly place: HTMLElement
}

function show(services: Services, at: Place, model: AcknowledgeModel): void {
  const onPress = (kind: Acknowledgement): void =>
    void press(services, at, { model, kind }).then((after) => show(services, at, after))
  render(acknowledgeView(model, onPress), at.place)
}

/** A button is shown as pressed only once the server has counted it. */
async function press(
  { rounds, newId }: Services,
  { slug, number }: Place,
  { model, kind }: { readonly model: AcknowledgeModel; readonly kind: Acknowledgement },
): Promise<AcknowledgeModel> {
  const on = !model.pressed.has(kind)
  const trouble = await rounds
    .acknowledge({ slug, number, kind, deviceId: deviceIn(slug, newId), on })
    .then(
      (result) => (result.ok ? '' : result.problems.map(roundProblemWords).join(' ')),
      (error: unknown) => {
        if (isFailure(error)) return troubleWords.notReached
        throw error
      },
    )
  announce(trouble || roundWords.acknowledgedNow[on ? 'on' : 'off'])
  if (trouble) return { ...model, trouble }
  rememberPress(pressKey(slug, number, kind), on)
  const others = [...model.pressed].filter((one) => one !== kind)
  return { ...model, trouble, pressed: new Set(on ? [...others, kind] : others) }
}

/** Made on this device for one discussion: the server counts a press once for it, and cannot join two discussions by it. */
function deviceIn(slug: string, newId: () => string): string {
  const key = `takepart-device-${slug}`
  const known = ifAllowed(() => localStorage.getItem(key)) ?? undefined
  if (known) return known
  const made = newId()
  ifAllowed(() => localStorage.setItem(key, made))
  return made
}

/** What was pressed says something of a person: it is remembered until the browser session ends, also on their own device. */
const pressKey = (slug: string, number: number, kind: Acknowledgement): string =>
  `takepart-pressed-${slug}-${number}-${kind}`

const wasPressed = (slug: string, number: number, kind: Acknowledgement): boolean =>
  Boolean(ifAllowed(() => sessionStorage.getItem(pressKey(slug, number, kind))))

function rememberPress(key: string, on: boolean): void {
  ifAllowed(() => (on ? sessionStorage.setItem(key, '1') : sessionStorage.removeItem(key)))
}
