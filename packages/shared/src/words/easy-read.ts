/**
 * The website's own words as they stand in an Easy Read edition, by what they are elsewhere: one idea in a sentence, and
 * words that are heard every day. What is not here is easy as it is.
 */
export const easyReadWords: Readonly<Record<string, string>> = {
  'All consultations': 'Everything we ask about',
  Consultation: 'We want to know what you think',
  'Start answering': 'Start',
  'Read first': 'Read this first',
  'If yours arrives late': 'If your answers come late',
  'Read all the questions': 'See all the questions',
  'Rather talk?': 'Do you want to talk to us?',
  'This consultation has closed': 'You cannot answer any more',
  'This consultation in other forms': 'See this in another way',
  'On paper or by telephone': 'If you want to use paper or the phone',
  'To read or to print.': 'You can read this. You can print it.',
  Closes: 'Last day',
  Opens: 'First day',
  Takes: 'How many questions',
  'What happens then?': 'What happens next',
  'Show the questions another way': 'See the questions in another way',
  'You can stop and come back whenever you like.': 'You can stop. You can come back later.',
  'You may want to read first:': 'You can read this first:',
  '(optional)': '(you can leave this out)',
  'Check your answers': 'Look at your answers',
  'This is what we will receive. Change anything you like first.':
    'This is what you said. You can change it.',
  'Not answered': 'You did not answer this',
  'Send your response': 'Send your answers',
  'Send my response': 'Send my answers',
  'If you have no connection, we keep your response on this device and send it when you are back online.':
    'If there is no internet, we keep your answers here. We send them when the internet is back.',
  'If you have no connection, keep this tab open after you press the button. We send your response when you are back online.':
    'If there is no internet, do not close this page. We send your answers when the internet is back.',
  'Write as much as you like.': 'Write what you want to say.',
  'Choose all that apply.': 'You can tick more than one.',
  'Why we ask:': 'Why do we ask?',
  'You can answer without a connection.': 'You do not need the internet to answer.',
  'Is this your own device?': 'Is this your own phone, tablet or computer?',
  'So that we know how long to keep what you write here.':
    'Then we know how long to keep your words.',
  'We keep what you write on it, also once you have sent it, until you clear it. Drafts that you leave for 90 days go by themselves.':
    'We keep your words on it. You can take them away at any time. Words that you do not send go after 90 days.',
  'We keep your answers until you close Takepart. When you have finished, use “Clear this device”: some browsers bring closed tabs back.':
    'We keep your words until you close this page. Press “Clear this device” when you have finished.',
  'How would you like to see the questions?': 'How do you want to see the questions?',
  'You can change this at any time. Your answers stay.':
    'You can change this later. Your answers stay.',
}
