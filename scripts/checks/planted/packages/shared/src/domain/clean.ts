/** Nothing is wrong here: no tool may say a word about it. */
export const isLate = (due: Date, now: Date): boolean => now.getTime() > due.getTime()
