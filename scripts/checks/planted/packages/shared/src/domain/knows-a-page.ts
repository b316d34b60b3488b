import { image } from '../ui/image-without-words.ts'
export const picture = image('/map.svg')
