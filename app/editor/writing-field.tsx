import { useEffect, useRef, useState, type ComponentType } from 'react'
import { flushSync } from 'react-dom'
import { plainOf, type Body } from '#modules/journals/body.ts'
import { rememberPlain } from './prefers-plain.ts'
import type { RichEditorProps } from './rich-editor.tsx'
import './editor.css'

type Props = {
  /** The text to begin with; read anew when `version` changes. */
  body: () => Body
  version: number
  isPlain: boolean
  labelledBy: string
  describedBy?: string
  onChange: (body: Body) => void
  /** Words typed before the script was there. */
  onEarly: (text: string) => void
}

/**
 * Where somebody writes. The server sends a plain field, which works with no script; the script puts the editor in its place without losing
 * a key, and "Plain text" brings the plain field back. Either way the words are the same.
 */
export function WritingField({ body, version, isPlain, labelledBy, describedBy, onChange, onEarly }: Props) {
  const [wantsPlain, setWantsPlain] = useState(isPlain)
  const [isAwake, setIsAwake] = useState(false)
  const [Rich, setRich] = useState<{ Editor: ComponentType<RichEditorProps>; focusAt: number | null } | null>(null)
  const [turn, setTurn] = useState(0)
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    const at = field.current
    if (!at) return
    setIsAwake(true)
    // From here the draft remembers what was typed. A browser that fills in an older text by itself would overwrite a newer one.
    at.autocomplete = 'off'
    if (at.value !== at.defaultValue && turn === 0) onEarly(at.value)
    // Only ever once: later words come by `onInput`.
  }, [])

  useEffect(() => {
    if (wantsPlain) return
    let isGone = false
    const change = (Editor: ComponentType<RichEditorProps>) => {
      const at = field.current
      const hasFocus = at !== null && document.activeElement === at
      flushSync(() => setRich({ Editor, focusAt: hasFocus ? at.selectionStart : null }))
    }
    let isComposing = false
    const begins = () => { isComposing = true }
    const ends = () => { isComposing = false }
    field.current?.addEventListener('compositionstart', begins)
    field.current?.addEventListener('compositionend', ends)
    void import('./rich-editor.tsx').then(({ RichEditor }) => {
      if (isGone) return
      // In the middle of a composed word (most phone keyboards) the field stays as it is until the word is done.
      if (!isComposing) return change(RichEditor)
      field.current?.addEventListener('compositionend', () => setTimeout(() => { if (!isGone) change(RichEditor) }), { once: true })
    }, () => { /* Not fetched (no signal): the plain field does all that is needed. */ })
    return () => { isGone = true }
  }, [wantsPlain])

  const choose = (plain: boolean) => {
    rememberPlain(plain)
    setRich(null)
    setWantsPlain(plain)
    setTurn((before) => before + 1)
  }
  const toggle = isAwake && (
    <button type="button" className="editor-plain" aria-pressed={wantsPlain} onClick={() => choose(!wantsPlain)}>Plain text</button>
  )

  if (Rich && !wantsPlain)
    return <div className="editor"><Rich.Editor key={`${version}-${turn}`} initial={body()} focusAt={Rich.focusAt} labelledBy={labelledBy} describedBy={describedBy} onChange={onChange} onTrouble={() => choose(true)} beside={toggle} /></div>
  return (
    <div className="editor">
      <div className="editor-bar">{toggle}</div>
      <textarea key={`${version}-${turn}`} ref={field} name="text" className="editor-paper" rows={10} aria-labelledby={labelledBy} aria-describedby={describedBy} spellCheck
        defaultValue={plainOf(body())} onInput={(event) => onChange({ kind: 'plain', text: event.currentTarget.value })} />
    </div>
  )
}
