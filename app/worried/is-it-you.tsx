import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'

type Props = { name: string; answer: boolean | null; onAnswer: (isThem: boolean) => void }

/** Before the first word: whose name it would go in, and who would find it. */
export const IsItYou = ({ name, answer, onAnswer }: Props) => (
  <>
    <p><b>{name} is signed in on this device.</b> What is written here is kept for {name}, who can read it, and goes in {name}’s name when there is a signal.</p>
    <p><b>Are you {name}?</b></p>
    <Bar>
      <Button type="button" onClick={() => onAnswer(true)}>Yes, I am {name}</Button>
      <Button type="button" kind="plain" aria-pressed={answer === false} onClick={() => onAnswer(false)}>No</Button>
    </Bar>
    <div role="status">{answer === false && <p><b>Then please do not write it here.</b> {name} could find it. Tell an adult near you, or ring: the numbers are on this page. When there is a signal, you can write with your own name.</p>}</div>
  </>
)
