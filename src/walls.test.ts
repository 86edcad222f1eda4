import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import test from 'node:test'

/** Each room and those whose front door it may use; the whole plan of the house. */
const neighbours: Record<string, readonly string[]> = {
  platform: [],
  design: ['platform'],
  community: ['platform', 'design'],
  information: ['platform', 'design', 'community'],
  audience: ['platform', 'design', 'community', 'information'],
  practice: ['platform', 'design', 'community', 'information'],
  conversations: ['platform', 'design', 'community', 'information', 'practice'],
  home: ['platform', 'design', 'community', 'information', 'audience', 'practice', 'conversations'],
}

type SourceFile = { path: string; text: string }

const src = import.meta.dirname

function readSources(): SourceFile[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }))
}

const isTest = (path: string) => /(\.test\.tsx?|\/testing\.tsx?)$/.test(path)
const roomOf = (path: string) => (path.includes('/') ? (path.split('/')[0] ?? '') : '')

function importsOf({ path, text }: SourceFile): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, target]) =>
    normalize(join(dirname(path), target ?? '')),
  )
}

/** Every way in which a file goes through a wall instead of a door. */
function wallFaults(files: SourceFile[]): string[] {
  return files.flatMap((file) => {
    const room = roomOf(file.path)
    if (room === '') return []
    if (!(room in neighbours)) return [`${file.path}: ${room} is no room of the house`]
    return isTest(file.path) ? [] : [...doorFaults(file, room), ...schemaFaults(file, room)]
  })
}

function doorFaults(file: SourceFile, room: string): string[] {
  return importsOf(file).flatMap((target) => {
    const other = roomOf(target)
    if (other === room) return []
    if (target.startsWith('../database/'))
      return room === 'platform' ? [] : [`${file.path} reaches into ${target}`]
    if (!(neighbours[room] ?? []).includes(other)) return [`${file.path} may not use ${other || target}`]
    return target === `${other}/index.ts`
      ? []
      : [`${file.path} enters ${other} by ${target}, not by its front door`]
  })
}

function schemaFaults(file: SourceFile, room: string): string[] {
  const others = Object.keys(neighbours).filter((other) => other !== room)
  const named = new RegExp(
    `\\b(?:from|join|into|update|table|references)\\s+(${others.join('|')})\\.[a-z_]+`,
    'g',
  )
  return [...file.text.matchAll(named)].map(
    ([words]) => `${file.path} speaks to a neighbour's table: ${words}`,
  )
}

test('every folder in src is a room of the house', () => {
  const folders = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  assert.deepEqual(
    folders.map((folder) => folder.name).filter((name) => !(name in neighbours)),
    [],
  )
})

test('rooms keep to their neighbours, and to their front doors', () => {
  assert.deepEqual(wallFaults(readSources()), [])
})

test('no folder is a drawer for everything', () => {
  const drawers = readSources().filter(({ path }) =>
    /(^|\/)(utils?|helpers?|common|services|types|lib)(\/|\.tsx?$)/.test(path),
  )
  assert.deepEqual(
    drawers.map(({ path }) => path),
    [],
  )
})

test('a wall with a hole in it is noticed', () => {
  const planted = [
    { path: 'platform/clock.ts', text: `import { say } from '../design/index.ts'` },
    { path: 'information/events/views.tsx', text: `import { x } from '../../community/people/model.ts'` },
    { path: 'information/events/queries.ts', text: 'sql`select 1 from community.person`' },
    { path: 'garage/car.ts', text: '' },
    { path: 'community/people/actions.ts', text: `import { migrate } from '../../../database/migrate.ts'` },
  ]
  assert.deepEqual(wallFaults(planted), [
    'platform/clock.ts may not use design',
    'information/events/views.tsx enters community by community/people/model.ts, not by its front door',
    `information/events/queries.ts speaks to a neighbour's table: from community.person`,
    'garage/car.ts: garage is no room of the house',
    'community/people/actions.ts reaches into ../database/migrate.ts',
  ])
})

test('the repository stands alone', () => {
  const root = join(src, '..')
  const here = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) =>
      !/^(node_modules|\.git|data|\.cache)(\/|$)/.test(path) &&
      /\.(ts|tsx|cjs|md|json|sql|css|yml)$/.test(path),
  )
  const outside = new RegExp(['\\.\\./', 'shared/'].join(''))
  const leaning = here.filter((path) => outside.test(readFileSync(join(root, path), 'utf8')))
  assert.deepEqual(
    leaning.map((path) => relative('.', path)),
    [],
  )
})
