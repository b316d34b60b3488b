export const words = (kind: 'text' | 'date'): string => {
  switch (kind) {
    case 'text': return 'Text'
  }
  return ''
}
