import { NotFound } from '../errors.ts'
import { findPublicBadge } from './find-public-badge.server.ts'
import { bakePng } from './parts/bake-png.server.ts'
import { bakeSvg } from './parts/bake-svg.ts'
import { pictureOf } from './parts/picture-of.server.ts'

export type PictureType = 'png' | 'svg'

/** The picture of a public badge with the signed badge baked in: it can be handed on, and checked wherever it goes. */
export async function badgePicture({ badgeId, type }: { badgeId: string; type: PictureType }, where: { address: string }): Promise<Buffer> {
  const { kind, credential } = await findPublicBadge({ badgeId }, where)
  const plain = pictureOf(kind, type)
  return type === 'png' ? bakePng(plain, credential) : Buffer.from(bakeSvg(plain.toString('utf8'), credential))
}

/** The picture alone, as it stands for every badge of its kind. */
export function plainPicture(file: string): { type: PictureType; picture: Buffer } {
  const [, kind, type] = /^(course|qualification)\.(png|svg)$/.exec(file) ?? []
  if (!kind) throw new NotFound()
  return { type: type as PictureType, picture: pictureOf(kind as 'course' | 'qualification', type as PictureType) }
}
