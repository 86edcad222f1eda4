/** A test report that says what failed and why, and closes with `N passed, N failed`. */
import type { TestEvent } from 'node:test/reporters'

export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let [passed, failed] = [0, 0]
  for await (const event of events) {
    if (event.type === 'test:pass' && isTest(event.data)) passed += 1
    if (event.type === 'test:fail' && (isTest(event.data) || fellOver(event.data.details.error))) {
      failed += 1
      yield `\nFAILED ${event.data.file ?? ''}:${event.data.line ?? ''}  ${event.data.name}\n${reason(event.data.details.error)}\n`
    }
    if (event.type === 'test:stderr') yield event.data.message
  }
  yield `\n${passed} passed, ${failed} failed\n`
}

// A file that held tests is reported as a test of its own; only that it could not be run to its end is news.
function isTest(data: { name: string; file?: string; details: { type?: string | undefined } }): boolean {
  return data.details.type !== 'suite' && !(data.file !== undefined && data.file.endsWith(data.name))
}

function fellOver(error: Error & { failureType?: string }): boolean {
  return error.failureType !== 'subtestsFailed'
}

function reason(error: Error & { cause?: unknown }): string {
  const cause = error.cause ?? error
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)
}
