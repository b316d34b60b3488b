import { statusOf, type ConsultationVersion } from '@takepart/shared/domain/consultation'
import type { Services } from '../../app/services.ts'

interface Connection {
  readonly saveData?: boolean
}

/** The slug in the address of any page of a consultation. */
export const slugOf = (path: string): string | undefined => /^\/consultations\/([a-z0-9-]+)/.exec(path)?.[1]

/** Keeps the newest version of a consultation on the device, so that it can be answered without a connection. */
export async function keepConsultation(services: Services, slug: string): Promise<ConsultationVersion | undefined> {
  const version = await services.api.fetchConsultation(slug)
  if (version) await services.library.keep(version)
  return version
}

/**
 * The pages to keep for reading without a connection: the one in view, and, unless the person saves data, the
 * consultation's reading material and the help that matters most offline.
 */
export function pagesToKeep(path: string, { consultation }: ConsultationVersion, now: Date): readonly string[] {
  const { saveData } = (navigator as { connection?: Connection }).connection ?? {}
  if (saveData) return [path]
  const base = `/consultations/${consultation.slug}`
  const reading = consultation.documents.map((document) => `${base}/read/${document.id}`)
  const outcome = statusOf(consultation, now) === 'concluded' ? [`${base}/outcome`] : []
  return [...new Set([path, '/', base, ...reading, ...outcome, '/help'])]
}
