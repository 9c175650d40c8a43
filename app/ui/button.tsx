import type { ButtonHTMLAttributes } from 'react'
import './button.css'

export type ButtonKind = 'main' | 'plain' | 'signal' | 'onrope'

export function Button({ kind = 'main', className, ...button }: ButtonHTMLAttributes<HTMLButtonElement> & { kind?: ButtonKind }) {
  return <button {...button} className={className ? `button ${className}` : 'button'} data-kind={kind} />
}
