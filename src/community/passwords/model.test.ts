import assert from 'node:assert/strict'
import test from 'node:test'
import { faultOf, hashPassword, verifyPassword } from './actions.ts'

const owner = ['Nguyễn Văn An', 'an.nguyen@culture.example']

test('a password must be long, and no longer than anybody types', () => {
  assert.equal(faultOf('kurz', owner), 'short')
  assert.equal(faultOf('x'.repeat(129), owner), 'long')
  assert.equal(faultOf('ខ្ញុំចូលចិត្តដើរលេង', owner), undefined)
  assert.equal(faultOf('three lamps by the well', owner), undefined)
})

test('what many people choose is refused, masked, doubled and lengthened too', () => {
  for (const password of [
    'password12345678',
    'P@ssw0rd!!!!2024',
    '123456789012',
    'qwertyuiopas',
    'abcabcabcabc',
    'aaaaaaaaaaaaaaaa',
    'passwordpassword',
    '!!!!!iloveyou!!!!!',
    'zyxwvutsrqponm',
  ])
    assert.equal(faultOf(password, owner), 'common', password)
})

test('one’s own name or address is no password', () => {
  assert.equal(faultOf('an.nguyen@2024!!', owner), 'yours')
  assert.equal(faultOf('NguyễnVănAn12', owner), 'yours')
})

test('a hash tells its own password from every other, however its letters are composed', async () => {
  const hash = await hashPassword('café by the old gate')
  assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.equal(await verifyPassword(hash, 'cafe\u0301 by the old gate'), true)
  assert.equal(await verifyPassword(hash, 'cafe by the old gate'), false)
})

test('beyond so many at once, hashing refuses and asks to come back', async () => {
  const asked = Array.from({ length: 302 }, () =>
    hashPassword('many at once').catch((error: unknown) => error),
  )
  const refused = (await Promise.all(asked)).filter((answer) => typeof answer !== 'string')
  assert.equal(refused.length, 2)
  assert.equal((refused[0] as { status: number }).status, 503)
})
