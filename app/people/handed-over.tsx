import { useEffect, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Bar } from '#app/ui/bar.tsx'
import './people.css'

/** A link or a code that is shown this once: to select, to copy, to print. The buttons come with the script; without it the text selects whole. */
export function HandedOver({ text, is, label }: { text: string; is: 'link' | 'code'; label: string }) {
  const [can, setCan] = useState({ copy: false, print: false })
  const [copied, setCopied] = useState(false)
  useEffect(() => setCan({ copy: 'clipboard' in navigator, print: true }), [])
  return (
    <>
      <output className="handed" data-is={is} aria-label={label}>{text}</output>
      {can.print && (
        <Bar>
          {can.copy && <Button type="button" kind="plain" onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>{copied ? 'Copied' : 'Copy'}</Button>}
          <Button type="button" kind="plain" onClick={() => window.print()}>Print</Button>
        </Bar>
      )}
    </>
  )
}
