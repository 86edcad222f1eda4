import type { Engine, EngineWiring } from './model.ts'

/**
 * The engine over the house's own tables. The package is only loaded when somebody signs in or comes with a cookie:
 * commands and workers never need it, and it weighs as much as a quarter of a small process.
 */
export function openEngine(wiring: EngineWiring): Engine {
  let opened: Promise<Engine> | undefined
  const engine = () =>
    (opened ??= import('./better-auth/actions.ts').then(({ openBetterAuth }) => openBetterAuth(wiring)))
  return {
    openSession: async (...given) => (await engine()).openSession(...given),
    tokenOf: async (...given) => (await engine()).tokenOf(...given),
    closeSession: async (...given) => (await engine()).closeSession(...given),
  }
}
