/**
 * True of a connection or a store that fails: the words for those are true of nothing else. Known by its `reason`, so that
 * the classes that have one need not be part of every page's script.
 */
export const isFailure = (error: unknown): boolean => error instanceof Error && 'reason' in error
