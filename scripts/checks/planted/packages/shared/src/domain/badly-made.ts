export enum Kind { Text, Date }
export const five = (a: number, b: number, c: number, d: number, e: number): number => a + b + c + d + e
export const deep = (list: readonly number[][]): void => {
  for (const row of list) {
    if (row.length > 0) {
      for (const cell of row) {
        if (cell > 0) console.log(cell)
      }
    }
  }
}
export const many = (a: number): string => {
  if (a === 1) return 'one'
  if (a === 2) return 'two'
  if (a === 3) return 'three'
  if (a === 4) return 'four'
  if (a === 5) return 'five'
  if (a === 6) return 'six'
  if (a === 7) return 'seven'
  if (a === 8) return 'eight'
  if (a === 9) return 'nine'
  if (a === 10) return 'ten'
  if (a === 11) return 'eleven'
  return a === 12 ? 'twelve' : 'more'
}
export default deep
