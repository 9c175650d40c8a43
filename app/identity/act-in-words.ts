const known: Record<string, string> = {
  'identity.signed-in': 'You signed in', 'identity.signed-out': 'You signed out', 'identity.proved-again': 'You showed that it is you', 'identity.locked': 'Your page was covered',
  'identity.password-changed': 'You changed your password', 'identity.passkey-added': 'You made a passkey', 'identity.passkey-removed': 'You took a passkey away', 'identity.passkey-renamed': 'You renamed a passkey',
  'identity.authenticator-added': 'You set up an authenticator app', 'identity.authenticator-removed': 'You stopped using an authenticator app', 'identity.recovery-codes-made': 'You made recovery codes',
  'identity.device-ended': 'You signed a device out', 'identity.other-devices-ended': 'You signed your other devices out', 'identity.school-linked': 'You linked your school’s sign-in', 'identity.school-unlinked': 'You unlinked your school’s sign-in',
  'identity.invitation-taken-up': 'You took an invitation up', 'identity.joined-with-code': 'You joined with a code', 'identity.join-code-made': 'You made a code to join with', 'identity.join-code-closed': 'You closed a code to join with',
}

/** An act as one says it to the person who did it. One without words of its own is said by its name: `journal.entry-shared` is "Journal: entry shared". */
export function actInWords(kind: string): string {
  const [domain = '', deed = ''] = kind.split('.')
  return known[kind] ?? `${domain.charAt(0).toUpperCase()}${domain.slice(1)}: ${deed.replaceAll('-', ' ')}`
}
