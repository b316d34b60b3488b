interface Connection {
  readonly saveData?: boolean
}

/** True where the person asks for as little to be loaded as can be. */
export const savesData = (): boolean =>
  (navigator as { connection?: Connection }).connection?.saveData === true
