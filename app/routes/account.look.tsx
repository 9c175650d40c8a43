import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { lookOf, setLook } from '#app/http/look.server.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { useFrame } from '#app/ui/frame.ts'
import { toLook } from '#app/ui/look.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Saved } from '#app/ui/saved.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'How it looks · Belay' }]

export async function loader({ request }: LoaderFunctionArgs) {
  return { look: await lookOf(request), isKept: new URL(request.url).searchParams.has('kept') }
}

export async function action({ request }: ActionFunctionArgs) {
  return redirect('/account/look?kept', { headers: { 'Set-Cookie': await setLook(toLook(fields(await readForm(request)))) } })
}

/** How Belay looks on this device. Open to everybody: somebody may need it to be able to sign in. */
export default function LookPage() {
  const { look, isKept } = useLoaderData<typeof loader>()
  const viewer = useFrame()?.viewer
  return (
    <Shell back={viewer ? { to: '/account', label: 'Your account' } : { to: '/sign-in', label: 'Sign in' }}>
      <PageTitle kicker="On this device">How it looks</PageTitle>
      <Form method="post" className="stack">
        <ChoiceGroup legend="Colours" name="look" type="radio" defaultValue={look.look} options={[
          { value: 'auto', label: 'Like this device', hint: 'Light by day, dark by night, if your device does that.' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
          { value: 'contrast', label: 'High contrast', hint: 'Stronger lines and darker words.' },
        ]} />
        <ChoiceGroup legend="Size of the words" name="text" type="radio" defaultValue={look.text} options={[
          { value: 'normal', label: 'Normal' },
          { value: 'large', label: <span className="larger-1">Large</span> },
          { value: 'larger', label: <span className="larger-2">Larger</span> },
        ]} />
        <Bar>
          <Button>Keep this look</Button>
          {isKept && <Saved state="saved">Kept on this device</Saved>}
        </Bar>
      </Form>
    </Shell>
  )
}
