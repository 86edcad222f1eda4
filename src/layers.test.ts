import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import test from 'node:test'

/** What each file of a noun may use within its room; the order of a story from facts to pages. */
const mayUse: Record<string, readonly string[]> = {
  model: ['model', 'messages'],
  permissions: ['model', 'permissions'],
  queries: ['model', 'permissions', 'queries'],
  actions: ['model', 'permissions', 'queries', 'actions'],
  words: ['model', 'words', 'messages'],
  views: ['model', 'permissions', 'words', 'views', 'messages'],
  'desk-views': ['model', 'permissions', 'words', 'views', 'desk-views', 'messages'],
  routes: ['model', 'permissions', 'queries', 'actions', 'words', 'views', 'routes', 'messages'],
  'desk-routes': [
    'model',
    'permissions',
    'queries',
    'actions',
    'words',
    'views',
    'desk-views',
    'routes',
    'desk-routes',
    'messages',
  ],
  jobs: ['model', 'permissions', 'queries', 'actions', 'words', 'jobs', 'messages'],
  islands: ['islands'],
  messages: ['messages'],
}

// These hold tools and looks, not nouns, so they have no layers.
const withoutNouns = new Set(['platform', 'design'])

type SourceFile = { path: string; text: string }

const src = import.meta.dirname

function readSources(): SourceFile[] {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/(\.test|\/testing)\.tsx?$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }))
}

function layerOf(path: string): string {
  if (/\/islands\//.test(path)) return 'islands'
  if (/\/messages\//.test(path)) return 'messages'
  return /([^/]+)\.tsx?$/.exec(path)?.[1] ?? ''
}

function layerFaults(files: SourceFile[]): string[] {
  return files.flatMap((file) => {
    const room = file.path.split('/')[0] ?? ''
    if (!file.path.includes('/') || withoutNouns.has(room)) return []
    const layer = layerOf(file.path)
    if (layer === 'index') return indexFaults(file)
    if (!(layer in mayUse)) return [`${file.path} is none of the files a noun has`]
    return [...orderFaults(file, room, layer), ...purityFaults(file, layer)]
  })
}

function orderFaults(file: SourceFile, room: string, layer: string): string[] {
  return [...file.text.matchAll(/from '(\.[^']+)'/g)].flatMap(([, target]) => {
    const path = normalize(join(dirname(file.path), target ?? ''))
    if (!path.startsWith(`${room}/`)) return []
    const used = layerOf(path)
    return mayUse[layer]?.includes(used) ? [] : [`${file.path} (${layer}) may not use ${path} (${used})`]
  })
}

// A front door shows functions and types; pages and jobs are wired by name in web.ts and worker.ts.
function indexFaults(file: SourceFile): string[] {
  return [...file.text.matchAll(/from '[^']*\/(routes|views|desk-routes|desk-views|jobs)\.tsx?'/g)].map(
    ([words]) => `${file.path} shows what is not for neighbours: ${words}`,
  )
}

const impure = /Temporal\.Now|Date\.now\(|new Date\(\)|process\.|from '(node:|kysely|hono|pg)/

function purityFaults(file: SourceFile, layer: string): string[] {
  const pure = layer === 'model' || layer === 'permissions' || layer === 'words'
  const found = pure ? impure.exec(file.text) : null
  return found ? [`${file.path} is not pure: ${found[0]}`] : []
}

test('files keep to their order', () => {
  assert.deepEqual(layerFaults(readSources()), [])
})

test('a file out of order is noticed', () => {
  const planted = [
    { path: 'practice/calls/model.ts', text: `import { find } from './queries.ts'` },
    { path: 'practice/calls/views.tsx', text: `import { find } from './queries.ts'` },
    { path: 'practice/calls/helpers.ts', text: '' },
    { path: 'practice/calls/permissions.ts', text: 'const now = Date.now()' },
    { path: 'practice/index.ts', text: `export { routes } from './calls/routes.tsx'` },
  ]
  assert.deepEqual(layerFaults(planted), [
    'practice/calls/model.ts (model) may not use practice/calls/queries.ts (queries)',
    'practice/calls/views.tsx (views) may not use practice/calls/queries.ts (queries)',
    'practice/calls/helpers.ts is none of the files a noun has',
    'practice/calls/permissions.ts is not pure: Date.now(',
    `practice/index.ts shows what is not for neighbours: from './calls/routes.tsx'`,
  ])
})
