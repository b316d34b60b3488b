export const probe = {}
