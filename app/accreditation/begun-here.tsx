import { useEffect, useState } from 'react'
import { PencilLine } from 'lucide-react'
import { unsent } from '#app/drafts/drafts.ts'
import { useFrame } from '#app/ui/frame.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

type Begun = { about: string; keptAt: Date }

/** Where a piece was being written. Of an entry the first line is lifted again, and gives way to what was written. */
function addressOf(about: string): string {
  const [, from, ...rest] = about.split('/')
  if (from === 'work') return '/learn/portfolio/work'
  return from === 'answer' ? `?card=${encodeURIComponent(rest.join('/'))}` : `?entry=${rest.join('/')}&line=0`
}
const called = (about: string) => (about.startsWith('hand-in/work') ? 'A photo, a recording or a file' : about.startsWith('hand-in/answer') ? 'Something you wrote in a unit' : 'A passage of your journal')

/** What a learner has begun to hand in, on this device, and left. */
export function BegunHere() {
  const personId = useFrame()?.viewer?.id
  const [begun, setBegun] = useState<Begun[]>([])
  useEffect(() => {
    if (!personId) return
    unsent(personId).then((all) => {
      const mine = all.filter(({ key }) => key.startsWith('form/hand-in/')).sort((one, other) => other.keptAt.getTime() - one.keptAt.getTime())
      const each = mine.map(({ key, keptAt }) => ({ about: key.split('/').slice(1, -1).join('/'), keptAt }))
      setBegun(each.filter(({ about }, at) => each.findIndex((one) => one.about === about) === at))
    }, () => { /* The device's store does not open: there is nothing to show from it. */ })
  }, [personId])
  if (begun.length === 0) return null
  return (
    <Sheet aria-labelledby="begun"><h2 id="begun">You have begun</h2>
      <Rows>{begun.map(({ about, keptAt }) => <Row key={about} icon={PencilLine} title={called(about)} detail={<>On this device only, <When at={keptAt} within />. Nothing is handed in yet.</>} to={addressOf(about)} />)}</Rows>
    </Sheet>
  )
}
