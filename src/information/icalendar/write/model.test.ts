import assert from 'node:assert/strict'
import test from 'node:test'
import { textLine } from './lines/model.ts'
import { calendarOf } from './model.ts'

test('a calendar says its name and when to ask again, and holds whatever it is given', async () => {
  const entry = {
    lines: ['BEGIN:VEVENT', textLine('SUMMARY', 'Deadline; of a call'), 'END:VEVENT'],
    zones: [],
  }
  const pieces = await Array.fromAsync(calendarOf([entry], { name: 'Calls, all', refreshHours: 6 }))
  assert.deepEqual(pieces.join('').split('\r\n'), [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Caravanserai//Caravanserai//EN',
    'CALSCALE:GREGORIAN',
    'NAME:Calls\\, all',
    'X-WR-CALNAME:Calls\\, all',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    'BEGIN:VEVENT',
    'SUMMARY:Deadline\\; of a call',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ])
})
