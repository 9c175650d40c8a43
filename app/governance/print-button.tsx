import { useEffect, useState } from 'react'
import { Button } from '#app/ui/button.tsx'

/** Prints the page. It comes with the script; without it the browser's own menu prints. */
export function PrintButton() {
  const [can, setCan] = useState(false)
  useEffect(() => setCan(true), [])
  return can ? <Button type="button" kind="plain" onClick={() => window.print()}>Print</Button> : null
}
