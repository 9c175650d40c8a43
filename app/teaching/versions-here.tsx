import { History } from 'lucide-react'
import { isOtherThere } from '#modules/learning/changes.ts'
import type { TeachingSeen } from '#modules/teaching/find-teaching.server.ts'
import { ChangesSince } from '#app/learn/changes-since.tsx'
import { Note } from '#app/ui/note.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { sayAnd } from './say-and.ts'

/** Which text the room has, where that is not what everybody has on their own pages, or not what the course says by now. */
export function VersionsHere({ teaching }: { teaching: TeachingSeen }) {
  const { changed, earlierVersions, courseSlug, isOpened } = teaching
  const parts = [...changed.sheets.map((title) => `the run-sheet of “${title}”`), ...changed.units.map((title) => `“${title}”`)]
  return <>
    {parts.length > 0 && <Note icon={History}><p>The course has changed since you opened this session: {sayAnd(parts)}. Here nothing changes. The screen, the phones and your run-sheet go on with the text you began with.</p></Note>}
    {earlierVersions.length > 0 && (
      <Sheet as={isOpened ? 'details' : 'section'} className={isOpened ? 'teaching-sheet' : undefined} aria-labelledby={isOpened ? undefined : 'versions'}>
        {isOpened ? <summary>Who began an earlier version</summary> : <h2 id="versions">Some began an earlier version</h2>}
        <p>In the room all phones show the same. On their own pages, under Learn, these people go on with the version they began. If somebody says “mine is different”, this is why.</p>
        <ChangesSince changes={earlierVersions} courseSlug={courseSlug} />
      </Sheet>
    )}
  </>
}

/** At a step: who has its card otherwise on their own pages. */
export function OtherOnTheirPages({ teaching, cardId, unitId }: { teaching: TeachingSeen; cardId: string; unitId: string }) {
  const who = teaching.earlierVersions.filter((one) => one.unitId === unitId && isOtherThere(cardId, one)).flatMap((one) => one.who)
  return who.length > 0 && <Note tone="sun" icon={History}><p>{sayAnd(who)} began this unit before this card changed, and {who.length > 1 ? 'have' : 'has'} it otherwise under Learn. In the room all phones show this one.</p></Note>
}
