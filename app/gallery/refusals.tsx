import { SafeLine } from '#app/ui/safe-line.tsx'
import { sayProblem } from '#app/ui/say-problem.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Part } from './part.tsx'

const all = [{ status: 404 }, { status: 403 }, { status: 409 }, { status: 429 }, { status: 400 }, { error: new TypeError('Failed to fetch') }, { error: new Error() }]

export const Refusals = () => (
  <Part title="When something does not work">
    {all.map(sayProblem).map((said) => <Sheet as="div" key={said.title}><p className="small soft">{said.kicker}</p><h3>{said.title}</h3><p>{said.message}</p></Sheet>)}
    <SafeLine />
  </Part>
)
