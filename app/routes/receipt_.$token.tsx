import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { setReceiptCode } from '#app/http/receipt.server.ts'

/** The link inside a pack. Its code goes into a cookie before anything else is done with it. */
export const loader = async ({ params }: LoaderFunctionArgs) => redirect('/receipt', { headers: { 'Set-Cookie': await setReceiptCode((params.token ?? '').slice(0, 100)), 'Referrer-Policy': 'no-referrer' } })
