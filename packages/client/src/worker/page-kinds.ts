import { pathReader, sitePaths } from '@takepart/shared/domain/site/site-paths'

/** True of the addresses that these paths stand for. */
function among(paths: Readonly<Record<string, string>>): (address: string) => boolean {
  const readers = Object.values(paths).map(pathReader)
  return (address) => readers.some((read) => read(address))
}

const isMadeByApp = among(sitePaths.app)

/** A page of questions: the server renders it, the app takes it over. */
export const isAnswering = among(sitePaths.answering)

/** A page the app makes from what is on the device. */
export const isAppPage = (address: string): boolean => isAnswering(address) || isMadeByApp(address)

/** A page to read, made by the server. */
export const isDocument = among(sitePaths.documents)
