import type { ConsultationVersion } from '@takepart/shared/domain/consultation/consultation'
import { recordAddress } from '@takepart/shared/domain/device/record-address'
import { newDraft, type Draft } from '@takepart/shared/domain/device/draft'
import { standardEdition } from '@takepart/shared/domain/consultation/edition-address'
import type { ResponseId } from '@takepart/shared/domain/core/ids'
import { makeCode } from '@takepart/shared/domain/response/private-code'
import { OpenDraft } from '../../app/open-draft.ts'
import type { Services } from '../../app/services.ts'
import { ifAllowed } from '../../app/if-allowed.ts'
import { watchDraft } from './watch-draft.ts'

/** The draft each tab is working on, by consultation: two drafts of one consultation can be open in two tabs. */
const currentKey = (slug: string) => `takepart-draft:${slug}`

/** Drafts opened in this tab; a draft keeps its words in memory from page to page, whatever becomes of storage. */
const open = new Map<string, OpenDraft>()

/** A consultation version, from the device if it is there, else from the server, and then kept on the device. */
export async function loadVersion(
  services: Services,
  slug: string,
  number?: number,
): Promise<ConsultationVersion | undefined> {
  const kept = await services.library.read(slug, number)
  if (kept) return kept
  const version = await services.api.fetchConsultation(slug, number)
  // Nobody waits for it: the page has what it needs, and this tab holds it also where the store does not.
  if (version) void services.library.keep(version)
  return version
}

/**
 * The draft this tab is working on, else the newest of the consultation, if there is one. Where the store cannot be read
 * there is none to go on with; what is written then is kept in this page, and its saving says what is the matter.
 */
export async function currentDraft(
  services: Services,
  slug: string,
): Promise<OpenDraft | undefined> {
  const id = recall(slug)
  const here = id && open.get(id)
  if (here) return here
  const drafts = await draftsOf(services, slug)
  const draft = drafts.find((one) => one.id === id) ?? drafts[0]
  return draft && openDraft(services, draft)
}

/** The drafts of a consultation on this device, newest first; none where the store does not answer. */
async function draftsOf(services: Services, slug: string): Promise<readonly Draft[]> {
  const records = await services.records.list('response').catch(() => [])
  return records
    .filter((record) => record.state === 'draft' && record.draft.slug === slug)
    .map(({ draft }) => draft)
    .sort((a, b) => b.changedAt.localeCompare(a.changedAt))
}

const newestDraft = async (services: Services, slug: string, but: string) =>
  (await draftsOf(services, slug)).find(({ id }) => id !== but)

/**
 * The address of the response to this consultation that this tab has sent, until it works on another one. Back leads to
 * it, and not to empty questions or to sending it again.
 */
export async function sentFromHere(services: Services, slug: string): Promise<string | undefined> {
  const id = recall(slug)
  if (!id || open.has(id)) return undefined
  const record = await services.records.read('response', id).catch(() => undefined)
  return record && record.state !== 'draft' ? recordAddress(record) : undefined
}

/** A version with the words of one of its editions; undefined where it has no such edition. */
export async function versionIn(
  version: ConsultationVersion,
  edition: string,
): Promise<ConsultationVersion | undefined> {
  if (edition === standardEdition) return version
  const { consultationIn } = await import('@takepart/shared/domain/consultation/edition-words')
  const consultation = consultationIn(version.consultation, edition)
  return consultation && { number: version.number, consultation }
}

/** Begins a response. Nothing is stored until something is written or `save` is called. */
export function beginDraft(
  services: Services,
  version: ConsultationVersion,
  ownDevice: boolean,
): OpenDraft {
  const draft = openDraft(
    services,
    newDraft({
      id: services.newId() as ResponseId,
      version,
      ownDevice,
      code: makeCode(services.random),
      now: services.now().toISOString(),
    }),
  )
  if (services.records.looking) begunBlind.add(draft)
  return draft
}

/** Drafts that were begun while nobody knew whether the device holds one already. */
const begunBlind = new WeakSet<OpenDraft>()

/** The device's store has answered: somebody who began anew goes on in what they wrote before, if there is any. */
async function goOnWithFound(services: Services, open: OpenDraft): Promise<void> {
  const { id, slug } = open.draft
  const found = begunBlind.delete(open) && (await newestDraft(services, slug, id))
  if (!found) return open.lookAgain()
  closeDraft(open.draft)
  await open.goOnIn(found)
  hold(services, open)
  await services.records.discard(id)
}

/** Makes a draft the one this tab works on. */
export function openDraft(services: Services, draft: Draft): OpenDraft {
  const held = open.get(draft.id)
  if (held) remember(draft.slug, draft.id)
  return held ?? hold(services, new OpenDraft(services, draft))
}

/** Ends what watches over an open draft. */
const closing = new Map<string, () => void>()

/** Lets a draft go once it has been sent or deleted. */
export function closeDraft({ id }: Draft): void {
  closing.get(id)?.()
  closing.delete(id)
  open.delete(id)
}

function hold(services: Services, draft: OpenDraft): OpenDraft {
  const { id, slug } = draft.draft
  const unwatch = watchDraft(services.records, draft)
  const unlook = services.records.whenLooked(() => void goOnWithFound(services, draft))
  closing.set(id, () => {
    unwatch()
    unlook()
  })
  open.set(id, draft)
  remember(slug, id)
  return draft
}

/** Where a browser refuses its session's storage, the newest draft is the one worked on. */
const recall = (slug: string): string | undefined =>
  ifAllowed(() => sessionStorage.getItem(currentKey(slug))) ?? undefined

const remember = (slug: string, id: string): void =>
  ifAllowed(() => sessionStorage.setItem(currentKey(slug), id))
