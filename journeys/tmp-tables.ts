import { openBrowser } from './browser.ts'
const browser = await openBrowser()
const url = 'http://localhost:4104'
const shots = process.argv.slice(2)
for (const [name, width, scheme, prefix] of [
  ['en', 1280, 'light', ''],
  ['ur', 360, 'dark', '/ur'],
] as const) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme })
  const page = await context.newPage()
  await page.goto(`${url}/sign-in?next=/desk`)
  await page.getByLabel('E-mail address').fill('editor@demo.example')
  await page.getByLabel('Password').fill('caravanserai-demo')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  for (const path of shots) {
    const answer = await page.goto(`${url}${prefix}${path}`)
    const file = `/tmp/x/tablesdemo/${name}-${path.replaceAll(/[^a-z]+/g, '_').slice(0, 40)}.png`
    console.log(answer?.status(), await page.evaluate(() => document.documentElement.scrollWidth), file)
    if (process.env['OPEN'])
      for (const each of await page.locator('details.disclosure').all())
        await each.evaluate((element) => element.setAttribute('open', ''))
    await page.screenshot({ path: file, fullPage: Boolean(process.env['FULL']) })
  }
  await context.close()
}
await browser.close()
