export const age = (since: number): number => Date.now() - since
export const today = (): Date => new Date()
