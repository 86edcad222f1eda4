// The package has no types of its own; these are the parts that `provider.ts` uses.
declare module 'oidc-provider' {
  export default class Provider {
    constructor(issuer: string, configuration: object)
    listen(port: number, host: string, begun: () => void): unknown
  }
}
