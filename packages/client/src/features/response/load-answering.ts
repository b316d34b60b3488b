import type { ConsultationVersion } from '@takepart/shared/domain/consultation'
import { newDraft, type Draft } from '@takepart/shared/domain/draft'
import type { ResponseId } from '@takepart/shared/domain/ids'
import { makeCode } from '@takepart/shared/domain/private-code'
import { OpenDraft } from '../../app/open-draft.ts'
import type { Services } from '../../app/services.ts'

/** The draft each tab is working on, by consultation: two drafts of one consultation can be open in two tabs. */
const currentKey = (slug: string) => `takepart-draft:${slug}`

/** Drafts opened in this tab; a draft keeps its words in memory from page to page, whatever becomes of storage. */
const open = new Map<string, OpenDraft>()

/** A consultation version, from the device if it is there, else from the server, and then kept on the device. */
export async function loadVersion(services: Services, slug: string, number?: number): Promise<ConsultationVersion | undefined> {
  const kept = await services.library.read(slug, number)
  if (kept) return kept
  const version = await services.api.fetchConsultation(slug, number)
  if (version) await services.library.keep(version)
  return version
}

/** The draft this tab is working on, else the newest of the consultation, if there is one. */
export async function currentDraft(services: Services, slug: string): Promise<OpenDraft | undefined> {
  const id = recall(slug)
  const here = id && open.get(id)
  if (here) return here
  const drafts = (await services.records.list()).filter((record) => record.state === 'draft' && record.draft.slug === slug)
  const newest = drafts.sort((a, b) => b.draft.changedAt.localeCompare(a.draft.changedAt))
  const record = newest.find(({ draft }) => draft.id === id) ?? newest[0]
  return record && openDraft(services, record.draft)
}

/** Begins a response. Nothing is stored until something is written or `save` is called. */
export function beginDraft(services: Services, version: ConsultationVersion, ownDevice: boolean): OpenDraft {
  return openDraft(services, newDraft({
    id: services.newId() as ResponseId,
    version,
    ownDevice,
    code: makeCode(services.random),
    now: services.now().toISOString(),
  }))
}

/** Makes a draft the one this tab works on. */
export function openDraft(services: Services, draft: Draft): OpenDraft {
  const opened = open.get(draft.id) ?? watched(services, new OpenDraft(services, draft))
  open.set(draft.id, opened)
  remember(draft.slug, draft.id)
  return opened
}

/** Lets a draft go once it has been sent or deleted, so that the next one begins afresh. */
export function closeDraft(draft: Draft): void {
  open.delete(draft.id)
  remember(draft.slug, undefined)
}

function watched(services: Services, draft: OpenDraft): OpenDraft {
  services.records.watch((id) => { if (id === draft.draft.id) void draft.takeIn() })
  addEventListener('pagehide', () => void draft.save())
  document.addEventListener('visibilitychange', () => { if (document.hidden) void draft.save() })
  return draft
}

/** sessionStorage throws where a browser has switched storage off; the newest draft is then the one worked on. */
function recall(slug: string): string | undefined {
  try {
    return sessionStorage.getItem(currentKey(slug)) ?? undefined
  } catch {
    return undefined
  }
}

function remember(slug: string, id: string | undefined): void {
  try {
    if (id) sessionStorage.setItem(currentKey(slug), id)
    else sessionStorage.removeItem(currentKey(slug))
  } catch {
    // As above: the draft itself does not depend on it.
  }
}
