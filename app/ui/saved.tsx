import type { ReactNode } from 'react'
import './saved.css'

export type SavedState = 'saved' | 'saving' | 'unsaved' | 'offline'

const words: Record<SavedState, string> = { saved: 'Saved', saving: 'Saving …', unsaved: 'Not saved yet', offline: 'Kept on this device until there is a signal' }

/** Is it saved? The state is read out when it changes; the words beside it may count seconds without being read out. */
export const Saved = ({ state, children }: { state: SavedState; children?: ReactNode }) => (
  <span className="saved" data-state={state}>
    <span className="visually-hidden" role="status">{words[state]}</span>
    <span aria-hidden="true">{children ?? words[state]}</span>
  </span>
)
