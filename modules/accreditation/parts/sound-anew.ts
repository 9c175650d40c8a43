import { ADTS, BufferSource, BufferTarget, EncodedAudioPacketSource, EncodedPacketSink, Input, MATROSKA, MP3, MP4, Mp3OutputFormat, Mp4OutputFormat, OGG, Output, QTFF, WAVE, WavOutputFormat, WEBM, WebMOutputFormat, type AudioCodec, type OutputFormat } from 'mediabunny'
import { mostSeconds } from '../file-kinds.ts'
import type { Answer } from './answer-alone.ts'

export type SoundType = 'audio/mp4' | 'audio/webm' | 'audio/mpeg' | 'audio/wav'
export type SoundSaid = { type: SoundType; seconds: number } | 'film' | 'long' | 'unknown' | 'broken'

/** In what each kind of sound is kept: what browsers play most widely. Vorbis, FLAC and the like carry their comments within the sound itself, and are not taken. */
const kept: Partial<Record<AudioCodec, { type: SoundType; format: () => OutputFormat }>> = {
  aac: { type: 'audio/mp4', format: () => new Mp4OutputFormat({ fastStart: 'in-memory' }) },
  opus: { type: 'audio/webm', format: () => new WebMOutputFormat() },
  mp3: { type: 'audio/mpeg', format: () => new Mp3OutputFormat() },
  ...Object.fromEntries((['pcm-u8', 'pcm-s16', 'pcm-s24', 'pcm-f32'] as const).map((codec) => [codec, { type: 'audio/wav', format: () => new WavOutputFormat() }])),
}

/** What a decoder has to know beforehand takes some twenty bytes. More of it is something else. */
const mostDescription = 64

/**
 * The sound of a recording, moved as it is into a container made anew: no title, place, time or picture, no other track, nothing that lay between the parts it was
 * in. A film is refused and not stripped of its pictures: whoever sent it believes that they are seen.
 */
export async function soundAnew(bytes: Uint8Array): Promise<Answer<SoundSaid>> {
  const no = (said: SoundSaid): Answer<SoundSaid> => ({ said, bytes: new Uint8Array() })
  try {
    const input = new Input({ source: new BufferSource(bytes), formats: [MP4, QTFF, MATROSKA, WEBM, OGG, MP3, WAVE, ADTS] })
    if ((await input.getVideoTracks()).length > 0) return no('film')
    const track = await input.getPrimaryAudioTrack()
    if (!track) return no('broken')
    const codec = await track.getCodec()
    const into = codec && kept[codec]
    const decoderConfig = into && await track.getDecoderConfig()
    if (!into || !decoderConfig || decoderConfig.numberOfChannels > 2 || (decoderConfig.description?.byteLength ?? 0) > mostDescription) return no('unknown')

    const target = new BufferTarget()
    const output = new Output({ format: into.format(), target })
    const source = new EncodedAudioPacketSource(codec)
    output.addAudioTrack(source)
    await output.start()
    let end = 0
    for await (const packet of new EncodedPacketSink(track).packets()) {
      end = Math.max(end, packet.timestamp + packet.duration)
      // A recorder stops a moment after it was told to.
      if (end > mostSeconds + 5) return no('long')
      await source.add(packet, { decoderConfig })
    }
    if (!(end > 0)) return no('broken')
    await output.finalize()
    return { said: { type: into.type, seconds: Math.max(1, Math.round(end)) }, bytes: new Uint8Array(target.buffer!) }
  } catch {
    return no('broken')
  }
}
