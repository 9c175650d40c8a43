import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawSample, type Drawable } from './draw-sample.server.ts'

const kinds = ['answer', 'reflection', 'observation', 'witness']
const pools = fc.uniqueArray(fc.record({
  id: fc.uuid(), assessorId: fc.constantFrom('noor', 'ned', 'nia'), methods: fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: 3 }), weight: fc.integer({ min: 1, max: 12 }),
}), { selector: ({ id }) => id, maxLength: 40 })
const ids = (pool: readonly Drawable[], seed: string, size: number) => drawSample(pool, { seed, size }).map(({ id }) => id)

test('the same seed and the same decisions draw the same sample, in whatever order they come', () => {
  fc.assert(fc.property(pools, fc.string(), fc.nat({ max: 50 }), (pool, seed, size) => {
    expect(ids([...pool].reverse(), seed, size)).toEqual(ids(pool, seed, size))
  }))
})

test('it draws as many as were asked for, or all there are, and none twice', () => {
  fc.assert(fc.property(pools, fc.string(), fc.nat({ max: 50 }), (pool, seed, size) => {
    const drawn = ids(pool, seed, size)
    expect(drawn).toHaveLength(Math.min(size, pool.length))
    expect(new Set(drawn).size).toBe(drawn.length)
  }))
})

test('every assessor and every kind of evidence is looked at once where the size allows', () => {
  fc.assert(fc.property(pools, fc.string(), fc.nat({ max: 10 }), (pool, seed, more) => {
    const [assessors, methods] = [new Set(pool.map((one) => one.assessorId)), new Set(pool.flatMap((one) => one.methods))]
    const drawn = new Set(ids(pool, seed, assessors.size + methods.size + more))
    const seen = pool.filter(({ id }) => drawn.has(id))
    expect(new Set(seen.map((one) => one.assessorId))).toEqual(assessors)
    expect(new Set(seen.flatMap((one) => one.methods))).toEqual(methods)
  }))
})

test('a heavier decision stays drawn: more weight never takes it out of a sample', () => {
  fc.assert(fc.property(pools.filter((pool) => pool.length > 0), fc.string(), fc.integer({ min: 1, max: 20 }), fc.nat(), fc.integer({ min: 1, max: 20 }), (pool, seed, size, which, more) => {
    const one = pool[which % pool.length]!
    const heavier = pool.map((other) => (other === one ? { ...other, weight: other.weight + more } : other))
    if (ids(pool, seed, size).includes(one.id)) expect(ids(heavier, seed, size)).toContain(one.id)
  }))
})

test('over many seeds the heavier of two alike is drawn more often, and about as often as its weight says', () => {
  const pool = ['light', 'heavy'].map((id) => ({ id, assessorId: 'noor', methods: ['answer'], weight: id === 'heavy' ? 4 : 1 }))
  const heavy = Array.from({ length: 2000 }, (_, seed) => ids(pool, String(seed), 1)[0]).filter((id) => id === 'heavy').length
  expect(heavy / 2000).toBeGreaterThan(0.77)
  expect(heavy / 2000).toBeLessThan(0.83)
})
