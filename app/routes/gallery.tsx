import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { NotFound } from '#modules/errors.ts'
import { now } from '#modules/clock.ts'
import { isDemo } from '#modules/is-demo.server.ts'
import { Figures } from '#app/gallery/figures.tsx'
import { Forms } from '#app/gallery/forms.tsx'
import { Pieces } from '#app/gallery/pieces.tsx'
import { Refusals } from '#app/gallery/refusals.tsx'
import { Surfaces } from '#app/gallery/surfaces.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'
import '#app/gallery/gallery.css'

export const meta: MetaFunction = () => [{ title: 'Gallery · Belay' }]

export async function loader({ request }: LoaderFunctionArgs) {
  if (!isDemo() && process.env.NODE_ENV === 'production') throw data({ message: new NotFound().message }, { status: 404 })
  const theme = new URL(request.url).searchParams.get('theme')
  return { themes: theme === 'light' || theme === 'dark' || theme === 'contrast' ? [theme] : ['light', 'dark'], at: now().getTime() }
}

/** Every component in every state, in both themes side by side. For those who build Belay. */
export default function Gallery() {
  const { themes, at } = useLoaderData<typeof loader>()
  return (
    <Shell wide>
      <PageTitle kicker="For those who build Belay">Every part, in every state</PageTitle>
      <p>One theme at a time: <a href="?theme=light">light</a>, <a href="?theme=dark">dark</a>, <a href="?theme=contrast">high contrast</a>, <a href="?">light and dark</a>.</p>
      <div className="gallery-themes">
        {themes.map((theme) => (
          <section key={theme} className="gallery-theme" data-look={theme} aria-label={theme}>
            <Surfaces /><Pieces at={at} /><Figures /><Forms theme={theme} /><Refusals />
          </section>
        ))}
      </div>
    </Shell>
  )
}
