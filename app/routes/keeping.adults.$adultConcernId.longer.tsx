import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { actOnKeepLonger, loadToKeepLonger } from '#app/keeping/keep-longer-page.server.ts'

export const meta: MetaFunction = () => [{ title: 'Keep it longer · Belay' }]

export async function loader(args: LoaderFunctionArgs) {
  return loadToKeepLonger(args, args.params.adultConcernId)
}

export async function action(args: ActionFunctionArgs) {
  return actOnKeepLonger(args, args.params.adultConcernId)
}

export { KeepLongerPage as default } from '#app/keeping/keep-longer-page.tsx'
