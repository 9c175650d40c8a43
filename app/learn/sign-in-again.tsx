type Props = { needs: 'signed-out' | 'somebody-else'; isOnDevice: boolean; next: string }

/** What was done here is not sent, because its person is not signed in here any more: where it is, and when it goes. */
export function SignInAgain({ needs, isOnDevice, next }: Props) {
  const where = isOnDevice ? 'Kept on this device, and not yet on Belay.' : 'Not kept yet.'
  if (needs === 'somebody-else') return <p className="soft small" role="status">Somebody else has signed in on this device. {isOnDevice ? 'What you did is kept here for you. Sign in again with your own name and it is sent by itself.' : 'What you did is not kept yet. Copy it before you go on.'}</p>
  return <p className="soft small">{where} <a href={`/sign-in?next=${encodeURIComponent(next)}`}>Sign in again</a> and it is sent by itself.</p>
}
