import { madeLinkId, type MadeLinkModel } from '@takepart/shared/views/account/made-link.view'
import { accountWords } from '@takepart/shared/words/account'
import { announce } from '../../app/announce.ts'

/** Copies a link that was made. Browsers may refuse: then it is selected, so that the person can copy it. */
export async function copyLink(made: MadeLinkModel): Promise<MadeLinkModel> {
  const isCopied = await write(made.href)
  announce(isCopied ? accountWords.linkCopied : accountWords.linkNotCopied)
  if (!isCopied) document.getElementById(madeLinkId)?.focus()
  return { ...made, copied: isCopied ? 'done' : 'failed' }
}

async function write(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch (error) {
    // A browser without a clipboard for pages, or one that does not allow it now.
    if (error instanceof DOMException || error instanceof TypeError) return false
    throw error
  }
}
