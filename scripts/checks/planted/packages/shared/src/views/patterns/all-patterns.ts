export const patternGroups = []
