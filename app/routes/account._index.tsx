import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BadgeCheck, FileUser, Fingerprint, KeyRound, LifeBuoy, MonitorSmartphone, Palette, School, Smartphone } from 'lucide-react'
import { devices } from '#modules/identity/devices.server.ts'
import { signInMethods } from '#modules/identity/sign-in-methods.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { SignOutForm } from '#app/identity/sign-out-form.tsx'
import { LinkRow } from '#app/ui/link-row.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Your account · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const [methods, open] = await Promise.all([signInMethods(viewer), devices(viewer)])
  return { isAdult: viewer.memberships.length === 0 || viewer.memberships.some(({ role }) => role !== 'mentor'), id: viewer.id, name: viewer.name, methods, devices: open.length }
}

export default function AccountPage() {
  const { isAdult, id, name, methods, devices: open } = useLoaderData<typeof loader>()
  const { username, passwordChangedAt, passkeys, authenticatorSince, recoveryCodesLeft, schools, canLink } = methods
  return (
    <Shell back={{ to: '/', label: 'Today' }}>
      <PageTitle kicker={username ? `You sign in as ${username}` : undefined}>{name}, your account</PageTitle>
      <Sheet aria-labelledby="ways-in">
        <h2 id="ways-in">How you sign in</h2>
        <Rows>
          {passwordChangedAt && <LinkRow icon={KeyRound} title="Password" detail={<>Chosen <When at={passwordChangedAt} day within /></>} to="/account/password" />}
          <LinkRow icon={Fingerprint} title="Passkeys" detail={passkeys.length ? passkeys.map((passkey) => passkey.name).join(', ') : 'Sign in with a fingerprint, a face or a PIN. None yet.'} to="/account/passkeys" />
          <LinkRow icon={Smartphone} title="Authenticator app" detail={authenticatorSince ? <>In use since <When at={authenticatorSince} day within /></> : 'An app that shows six digits. Not set up.'} to="/account/authenticator" />
          {(authenticatorSince !== null || passkeys.length > 0) && <LinkRow icon={LifeBuoy} title="Recovery codes" detail={recoveryCodesLeft ? `${recoveryCodesLeft} left` : 'None left. Make some for the day your phone is lost.'} to="/account/recovery-codes" />}
          {(schools.length > 0 || canLink.length > 0) && <LinkRow icon={School} title="School sign-in" detail={schools.length ? schools.map((school) => school.name).join(', ') : 'Not linked'} to="/account/school-sign-in" />}
        </Rows>
      </Sheet>
      <Sheet aria-labelledby="yours">
        <h2 id="yours">Yours</h2>
        <Rows>
          <LinkRow icon={MonitorSmartphone} title="Devices" detail={open === 1 ? 'Signed in here and nowhere else' : `Signed in on ${open} devices`} to="/account/devices" />
          <LinkRow icon={Palette} title="How it looks" detail="Colours, and the size of the words" to="/account/look" />
          {isAdult && <LinkRow icon={BadgeCheck} title="Your checks" detail="What is asked of adults who work with young people, and how yours stand" to="/account/checks" />}
          <LinkRow icon={FileUser} title="My data" detail="What Belay knows about you" to="/account/data" />
        </Rows>
      </Sheet>
      <SignOutForm personId={id} />
    </Shell>
  )
}
