export const lot = (): number => Math.random()
export const id = (): string => globalThis.crypto.randomUUID()
