/** On which tabs of this browser tell each other that somebody has signed in; the message is the person's id. */
export const signedInChannel = 'takepart-signed-in'
