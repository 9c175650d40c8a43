import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { myData } from '#modules/identity/my-data.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { AccountFrame } from '#app/identity/account-frame.tsx'
import { actInWords } from '#app/identity/act-in-words.ts'
import { roleInWords } from '#app/identity/role-in-words.ts'
import { Reads } from '#app/ui/reads.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'My data · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  return myData(await requireViewer(context, request))
}

export default function MyDataPage() {
  const { name, fullName, bornOn, createdAt, memberships, acts } = useLoaderData<typeof loader>()
  return (
    <AccountFrame title="My data">
      <Sheet aria-labelledby="who">
        <h2 id="who">Who you are here</h2>
        <Reads>The adults who run your group read your names. Only you read the rest of this page.</Reads>
        <Rows>
          <Row title={name} detail="The name you go by" />
          <Row title={fullName} detail="Your name in registers and on certificates" />
          <Row title={bornOn ? <When at={bornOn} day /> : 'Not written down'} detail="The day you were born" />
          <Row title={<When at={createdAt} day />} detail="Since when Belay knows you" />
        </Rows>
      </Sheet>
      <Sheet aria-labelledby="what">
        <h2 id="what">What you are, and where</h2>
        <Rows>{memberships.map(({ id, role, place, startsAt, endsAt, isWaiting }) => (
          <Row key={id} title={`${roleInWords[role].replace(/^./, (letter) => letter.toUpperCase())}${isWaiting ? '' : ` at ${place}`}`} detail={isWaiting ? 'It was given to you, and begins once your checks are there' : <>From <When at={startsAt} day within />{endsAt && <> until <When at={endsAt} day within /></>}</>} />
        ))}</Rows>
      </Sheet>
      <Sheet aria-labelledby="did">
        <h2 id="did">What you did last</h2>
        <p className="soft small">Belay notes who did what and when, never what you wrote. These are your last {acts.length}.</p>
        <Rows>{acts.map(({ id, kind, at }) => <Row key={id} title={actInWords(kind)} detail={<When at={at} />} />)}</Rows>
      </Sheet>
    </AccountFrame>
  )
}
