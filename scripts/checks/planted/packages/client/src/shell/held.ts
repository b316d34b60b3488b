export const held = 1
