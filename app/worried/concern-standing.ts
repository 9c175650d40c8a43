import type { SavedState } from '#app/ui/saved.tsx'

/** How what somebody is worried about stands, on the page where they write it. */
export type Standing = 'empty' | 'kept' | 'not-kept' | 'sending' | 'waiting' | 'not-yours' | 'signed-out' | 'only-here'

const tell = 'If it cannot wait, ring or tell an adult.'

export const words: Record<Standing, string | null> = {
  empty: null, kept: 'Kept on this device. No adult has it yet.', 'not-kept': 'This device cannot keep it. No adult has it yet.',
  sending: 'Sending. No adult has it yet.', waiting: `No signal. Kept on this device: no adult has it yet. It goes by itself when you are back. ${tell}`,
  'not-yours': `Not sent: somebody else has signed in on this device. No adult has it yet. It is kept here, and goes by itself when you sign in again. ${tell}`,
  'signed-out': `Not sent: you are signed out on this device. No adult has it yet. It is kept here, and goes by itself when you sign in again. ${tell}`,
  'only-here': `Not sent, and this device cannot keep it: no adult has it yet. Leave this page open: it goes by itself once you are signed in here and there is a signal. ${tell}`,
}

export const shown: Record<Standing, SavedState> = { empty: 'unsaved', kept: 'unsaved', 'not-kept': 'unsaved', sending: 'saving', waiting: 'offline', 'not-yours': 'offline', 'signed-out': 'offline', 'only-here': 'unsaved' }

/** Pressed, and not gone yet: the page goes on trying. */
export const isStillTried = (standing: Standing): boolean => ['waiting', 'not-yours', 'signed-out', 'only-here'].includes(standing)
