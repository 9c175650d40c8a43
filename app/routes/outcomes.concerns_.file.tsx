import type { LoaderFunctionArgs } from '@remix-run/node'
import { NotFound } from '#modules/errors.ts'
import { exportReport } from '#modules/governance/export-report.server.ts'
import { mayReadReports, settingsReported } from '#modules/governance/settings-reported.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { whichReport } from '#app/governance/which-report.server.ts'

/** The report as a file, for who has shown that it is them. No copy of it is kept on the way. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const { fileName, text } = await asPage((async () => {
    const asked = mayReadReports(viewer) ? whichReport(new URL(request.url), await settingsReported(viewer)) : null
    if (!asked) throw new NotFound()
    return exportReport(viewer, { organisationId: asked.setting.id, from: asked.from, until: asked.until })
  })())
  return new Response(text, { headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present', 'Content-Disposition': `attachment; filename="${fileName}"`, 'Cache-Control': 'no-store, private', 'X-Content-Type-Options': 'nosniff' } })
}
