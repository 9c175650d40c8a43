import { HandHeart } from 'lucide-react'
import { useEffect, useState } from 'react'
import { notice, type Noticed } from '#modules/safeguarding/notice.ts'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { notThisTime, wasNotThisTime } from './not-this-time.ts'
import type { Suggested } from './suggested.ts'

/** A moment after the last letter: nobody is interrupted in a sentence. */
const pause = 1500

/** A quiet line beside what somebody writes, when some of it may be something to hand on. It looks here and nowhere else, and goes when it is told to. */
export function QuietSuggestion({ text, personId, place, to }: Suggested) {
  const [noticed, setNoticed] = useState<Noticed[]>([])
  const [isAskedFor, setIsAskedFor] = useState(false)

  useEffect(() => { void wasNotThisTime(personId, place).then((was) => setIsAskedFor(!was)) }, [personId, place])
  useEffect(() => {
    const timer = setTimeout(() => setNoticed(notice(text)), pause)
    return () => clearTimeout(timer)
  }, [text])

  const isShown = isAskedFor && noticed.length > 0
  return (
    <>
      <p role="status" className={isShown ? 'suggestion-line' : undefined}>{isShown && <><Icon of={HandHeart} /><b>Some of what you wrote may be something to hand on.</b></>}</p>
      {isShown && (
        <>
          <details>
            <summary>Why do I see this?</summary>
            <ul>{noticed.map(({ words, group }) => <li key={group.name}>You wrote <b>“{words}”</b>. {group.why}</li>)}</ul>
            <p className="small soft">Only this device looked. Nothing was sent, and nobody was told. It can be wrong: you know what you meant.</p>
          </details>
          <div className="suggestion-ways">
            {/* Nothing is looked up ahead for it: what the server is asked for when this line comes would say that it came. */}
            <ButtonLink kind="plain" to={to} discover="none">Hand it on</ButtonLink>
            <Button type="button" kind="plain" onClick={() => { setIsAskedFor(false); void notThisTime(personId, place) }}>Not this time</Button>
          </div>
        </>
      )}
    </>
  )
}
