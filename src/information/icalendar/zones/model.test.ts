import assert from 'node:assert/strict'
import test from 'node:test'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import type { Component } from '../lines/model.ts'
import { namedZone, zoneByRules } from './model.ts'
import { windowsZones } from './windows/model.ts'

const described = (text: string): Component => ({
  name: 'VTIMEZONE',
  calendar: 0,
  line: 1,
  fault: null,
  lines: text.split(/\r?\n/).map((line, number) => ({ number, text: line, cut: false })),
})

test('every name Windows has for a zone is a zone of the IANA list', () => {
  assert.equal(windowsZones.length, 141)
  for (const { name, zone, lists } of windowsZones) {
    assert.equal(namedZone(zone), zone, name)
    assert.equal(namedZone(name), zone, name)
    for (const list of lists) assert.ok(namedZone(`(UTC+00:00) ${list}`), list)
  }
})

test('names are read as producers write them', () => {
  const expected: [string, string | undefined][] = [
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['Asia/Yangon', 'Asia/Yangon'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['/freeassociation.sourceforge.net/Europe/Berlin', 'Europe/Berlin'],
    [
      '/freeassociation.sourceforge.net/Tzfile/America/Argentina/Buenos_Aires',
      'America/Argentina/Buenos_Aires',
    ],
    ['/softwarestudio.org/Olson_20011030_5/Asia/Kathmandu', 'Asia/Kathmandu'],
    ['/mozilla.org/20050126_1/Asia/Yangon', 'Asia/Yangon'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['w. europe standard time', 'Europe/Berlin'],
    ['W. Europe Daylight Time', 'Europe/Berlin'],
    ['Central Standard Time (Mexico)', 'America/Mexico_City'],
    ['Myanmar Standard Time', 'Asia/Yangon'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Berlin'],
    ['(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Berlin'],
    ['"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', 'Europe/Berlin'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien', 'Europe/Berlin'],
    ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['(UTC+09:00) Berlin', undefined],
    ['tzone://Microsoft/Utc', 'UTC'],
    ['tzone://Microsoft/Custom', undefined],
    ['Etc/UTC', 'UTC'],
    ['GMT', 'UTC'],
    ['GMT+0700', 'Etc/GMT-7'],
    ['UTC-3', 'Etc/GMT+3'],
    ['GMT+0530', undefined],
    ['+05:30', undefined],
    ['Mars/Olympus', undefined],
    ['', undefined],
  ]
  for (const [name, zone] of expected) assert.equal(namedZone(name), zone, name)
})

test('a zone described by its rules alone is the one whose clock agrees', () => {
  for (const zone of [
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kathmandu',
    'Asia/Yangon',
    'Australia/Lord_Howe',
  ]) {
    const [block] = [tzlib_get_ical_block(zone)].flat()
    assert.equal(zoneByRules(described(block ?? ''), 2027, ''), zone)
  }
  const outlook = `BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT`
  assert.equal(zoneByRules(described(outlook), 2027, ''), 'Europe/Berlin')
  assert.equal(zoneByRules(described(outlook), 2027, 'Customized: Rome office'), 'Europe/Rome')
  const other = outlook.replaceAll('BYMONTH=3', 'BYMONTH=5')
  assert.equal(zoneByRules(described(other), 2027, ''), undefined)
  const fixed = 'BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0700\nTZOFFSETTO:+0700\nEND:STANDARD'
  assert.equal(zoneByRules(described(fixed), 2027, ''), 'Asia/Bangkok')
  assert.equal(zoneByRules(described(fixed.replaceAll('+0700', '+0725')), 2027, ''), undefined)
})

test('a description that cannot be read is no zone, at no cost', () => {
  const broken = [
    '',
    'BEGIN:STANDARD\nEND:STANDARD',
    'BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0700\nTZOFFSETTO:+0700\nRRULE:FREQ=SECONDLY\nEND:STANDARD',
    'BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;BYMONTH=2;BYDAY=7SU\nEND:STANDARD',
  ]
  for (const text of broken) assert.equal(zoneByRules(described(text), 2027, ''), undefined)
})
