export const first = (list: any) => list[0]
// @ts-ignore
export const second: string = 2
