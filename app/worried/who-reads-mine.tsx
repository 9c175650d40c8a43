import { Reads } from '#app/ui/reads.tsx'
import { sayNames } from '#modules/safeguarding/say-names.ts'

type Props = { toldNames: readonly string[]; takenOnByName: string | null; organisationName: string }

/** Who reads what is added to something handed on. Whoever adds it is not among them. */
export const WhoReadsMine = ({ toldNames, takenOnByName, organisationName }: Props) => (
  <Reads>
    {takenOnByName ? <><b>{takenOnByName}</b>, and the adults who need to know, can read this.</>
      : toldNames.length ? <><b>{sayNames(toldNames)}</b> can read this.</> : <><b>Nobody at {organisationName}</b> was told, and nobody there reads this.</>} It cannot be changed afterwards, and you will not see the words here again: only that you added them.
  </Reads>
)
