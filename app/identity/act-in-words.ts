const known: Record<string, string> = {
  'identity.signed-in': 'You signed in', 'identity.signed-out': 'You signed out', 'identity.proved-again': 'You showed that it is you', 'identity.locked': 'Your page was covered',
  'identity.password-changed': 'You changed your password', 'identity.passkey-added': 'You made a passkey', 'identity.passkey-removed': 'You took a passkey away', 'identity.passkey-renamed': 'You renamed a passkey',
  'identity.authenticator-added': 'You set up an authenticator app', 'identity.authenticator-removed': 'You stopped using an authenticator app', 'identity.recovery-codes-made': 'You made recovery codes',
  'identity.device-ended': 'You signed a device out', 'identity.other-devices-ended': 'You signed your other devices out', 'identity.school-linked': 'You linked your school’s sign-in', 'identity.school-unlinked': 'You unlinked your school’s sign-in',
  'identity.help-back-in-begun': 'You helped somebody back in', 'identity.help-back-in-joined': 'You gave the second half to help somebody back in', 'identity.help-back-in-taken-back': 'You took help back in back', 'identity.came-back-in': 'You came back in with a code', 'identity.read-of-help': 'You read who helped you back in',
  'identity.provider-tested': 'You asked whether your setting’s sign-in answers', 'identity.provider-switched-off': 'You switched your setting’s sign-in off', 'identity.provider-switched-on': 'You switched your setting’s sign-in on',
  'cohorts.closed': 'You closed a course',
  'teaching.opened': 'You opened a session in the room', 'teaching.led': 'You took over leading a session', 'teaching.moved': 'You moved a session on', 'teaching.came-in': 'You came in to a session', 'teaching.answered': 'You answered a question in the room',
  'teaching.stuck': 'You said that you were stuck', 'teaching.stuck-ended': 'You answered somebody who was stuck, or were all right again', 'teaching.answers-shown': 'You put answers on the screen', 'teaching.answer-taken-off': 'You took an answer off the screen',
  'identity.invitation-taken-up': 'You took an invitation up', 'identity.joined-with-code': 'You joined with a code', 'identity.join-code-made': 'You made a code to join with', 'identity.join-code-closed': 'You closed a code to join with',
  'learning.unit-begun': 'You began a unit', 'learning.card-answered': 'You answered a card of a unit', 'learning.unit-finished': 'You finished a unit',
  'journal.begun': 'You began a journal entry', 'journal.shared': 'You shared a journal entry', 'journal.taken-back': 'You took a shared entry back', 'journal.binned': 'You put a journal entry in the bin', 'journal.put-back': 'You took a journal entry out of the bin',
  'journal.opened': 'You read an entry shared with you', 'journal.replied': 'You answered an entry shared with you', 'journal.other-text-kept': 'Two texts of one entry were kept for you', 'journal.text-chosen': 'You chose between two texts of an entry',
  'cohorts.asked': 'You asked for a place on a course', 'cohorts.placed': 'You got a place on a course', 'cohorts.added': 'You added people to a cohort', 'cohorts.left': 'You took somebody off a cohort, or left one', 'cohorts.opened': 'You opened a cohort',
  'cohorts.places-changed': 'You changed how many places a cohort has', 'cohorts.register-marked': 'You marked a register', 'cohorts.sitting-changed': 'You moved a session', 'trainers.sent': 'You sent somebody to train as a trainer',
  'supervision.came-in': 'You came into a supervision room', 'supervision.left': 'You left a supervision room', 'supervision.checked-in': 'You said how you were arriving', 'supervision.hand-up': 'You put your hand up', 'supervision.hand-down': 'You took your hand down',
  'supervision.signal-pressed': 'You pressed “I need an adult”', 'supervision.signal-answered': 'You went to somebody who needed an adult', 'supervision.note-kept': 'You added a line to what the group keeps', 'supervision.note-taken-out': 'You took a line out of what the group keeps',
  'supervision.room-opened': 'You opened a room', 'supervision.room-closed': 'You closed a meeting', 'supervision.went-on-with-one': 'You went on with one adult', 'supervision.item-begun': 'You went on to the next part of a meeting', 'supervision.minutes-added': 'You added minutes',
  'supervision.turn-given': 'You gave somebody the word', 'supervision.topic-brought': 'You put something on the agenda', 'supervision.nothing-waits-said': 'You said that nothing serious waits', 'supervision.observed': 'You noted how a mentor is doing', 'supervision.register-marked': 'You marked who was at a meeting',
  'supervision.group-made': 'You made a supervision group', 'supervision.group-changed': 'You changed a supervision group', 'supervision.place-given': 'You gave somebody a place in a group', 'supervision.place-ended': 'You ended somebody’s place in a group',
  'supervision.meetings-planned': 'You planned meetings', 'supervision.meeting-moved': 'You moved a meeting', 'supervision.meeting-called-off': 'You called a meeting off',
  'concern.raised': 'You passed a worry on', 'concern.received': 'You said “I have it” to a concern', 'concern.taken-on': 'You took a concern on', 'concern.noted': 'You added to a concern’s chronology', 'concern.looked-at': 'You looked at a concern', 'concern.clock-set': 'You set how long a concern may wait',
  'duty.planned': 'You said when somebody is on duty', 'duty.ended': 'You went off duty',
  'mentoring.mentee-added': 'You added a mentee', 'mentoring.paired': 'You paired a mentor and a mentee', 'mentoring.pair-ended': 'You ended a pair', 'mentoring.code-given': 'You gave a mentee a code',
  'organisation.founded': 'You set up an organisation', 'organisation.invited': 'You invited somebody', 'organisation.invitation-withdrawn': 'You took an invitation back', 'organisation.role-given': 'You gave somebody a role', 'organisation.role-ended': 'You ended a role', 'organisation.set-up': 'You set an organisation up', 'organisation.term-added': 'You added a term', 'organisation.term-changed': 'You changed a term', 'identity.provider-added': 'You added a school’s own sign-in', 'organisation.phone-changed': 'You changed the number to call',
}

/** An act as one says it to the person who did it. One without words of its own is said by its name: `journal.entry-shared` is "Journal: entry shared". */
export function actInWords(kind: string): string {
  const [domain = '', deed = ''] = kind.split('.')
  return known[kind] ?? `${domain.charAt(0).toUpperCase()}${domain.slice(1)}: ${deed.replaceAll('-', ' ')}`
}
