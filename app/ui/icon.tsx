import type { LucideIcon } from 'lucide-react'
import { createElement, isValidElement, type ReactElement } from 'react'

/** An icon handed over as a component (`Sun`) or already drawn (`<Sun />`). */
export type IconGiven = LucideIcon | ReactElement

export const Icon = ({ of: given }: { of: IconGiven }) =>
  isValidElement(given) ? given : createElement(given as LucideIcon, { 'aria-hidden': true })
