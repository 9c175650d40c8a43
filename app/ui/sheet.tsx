import type { ElementType, ReactNode } from 'react'
import './sheet.css'

type Props = { children: ReactNode; tone?: 'plain' | 'signal' | 'dusk' | 'rope' | 'sunk'; as?: ElementType; id?: string; className?: string; 'aria-label'?: string; 'aria-labelledby'?: string }

export function Sheet({ children, tone = 'plain', as: Element = 'section', className, ...rest }: Props) {
  return <Element {...rest} className={className ? `sheet ${className}` : 'sheet'} data-tone={tone}>{children}</Element>
}
