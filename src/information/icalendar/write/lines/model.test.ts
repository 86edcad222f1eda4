import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { contentLines } from '../../lines/model.ts'
import { readProperty } from '../../properties/model.ts'
import { folded, lineOf, textLine } from './model.ts'

const texts = [
  'ການແລກປ່ຽນວັດທະນະທຳລະຫວ່າງອາຊີ ແລະ ເອີຣົບ ປີ ໒໐໒໗ ທີ່ນະຄອນຫຼວງວຽງຈັນ',
  'အာရှနှင့် ဥရောပ ယဉ်ကျေးမှု ဖလှယ်ရေး ပွဲတော်ကို ရန်ကုန်မြို့၌ ကျင်းပမည်',
  'ایشیا اور یورپ کے درمیان ثقافتی تبادلے کا میلہ لاہور میں منعقد ہوگا، سب کو دعوت ہے',
  'Ngày hội văn hoá 🎭🎻 à Huế; one, two\\three\nfour: "five"',
  'a'.repeat(74),
  'a'.repeat(200),
]

async function unfolded(written: string): Promise<string[]> {
  const chunks = async function* () {
    yield new TextEncoder().encode(written)
  }
  return (await Array.fromAsync(contentLines(chunks()))).map(({ text }) => text)
}

/** Every line between CRLFs as bytes; throws where one is no UTF-8. */
function physicalLines(written: string): Uint8Array[] {
  const bytes = Buffer.from(written)
  const lines: Uint8Array[] = []
  let from = 0
  for (let at = bytes.indexOf('\r\n'); at >= 0; at = bytes.indexOf('\r\n', from)) {
    lines.push(bytes.subarray(from, at))
    from = at + 2
  }
  assert.equal(from, bytes.length)
  for (const line of lines) {
    assert.ok(line.length <= 75)
    assert.ok(!line.includes(13) && !line.includes(10))
    new TextDecoder('utf-8', { fatal: true }).decode(line)
  }
  return lines
}

test('lines are folded between letters at 75 octets, whatever the script', async () => {
  for (const text of texts) {
    const line = textLine('DESCRIPTION', text)
    const lines = physicalLines(folded(line))
    const octets = Buffer.byteLength(line)
    // Every line is as full as the next letter allows, so there are no more than needed.
    assert.ok(lines.length <= Math.ceil((octets - 75) / 71) + 1, text)
    assert.deepEqual(await unfolded(folded(line)), [line])
    assert.deepEqual(readProperty({ number: 1, text: line, cut: false }).values, [text])
  }
})

test('no text can end its line, or begin another property', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
      const lines = [
        textLine('SUMMARY', text.toWellFormed()),
        lineOf({ name: 'URL', type: 'uri', values: [text.toWellFormed()] }),
        lineOf({
          name: 'ORGANIZER',
          type: 'cal-address',
          parameters: { cn: text.toWellFormed() },
          values: ['a:b'],
        }),
      ]
      physicalLines(lines.map(folded).join(''))
      assert.deepEqual(await unfolded(lines.map(folded).join('')), lines)
    }),
  )
  assert.equal(textLine('SUMMARY', 'a\r\nEND:VEVENT\rb'), 'SUMMARY:a\\nEND:VEVENT\\nb')
})
