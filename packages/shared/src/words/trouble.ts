/** What is said when something could not be done: because nobody could be reached, or because of a fault of ours. */
export const troubleWords = {
  notReached:
    'We could not reach Takepart. Check your connection and try again. What you typed is still here.',
  notSent:
    'Not sent. Something went wrong on this page, and it is our fault. Your words are still here. Load the page again, then try once more.',
  notOpened:
    'We could not open it. Something went wrong on this page, and it is our fault. Load the page again, then try once more.',
}
