/**
 * Properties of our own in a calendar. A calendar says less than a record, and some of it in words that may be read in
 * two ways; where a field would come back otherwise, our export states it beside. Pure.
 */
import { type Properties, textOf } from '../properties/model.ts'

const prefix = 'X-CARAVANSERAI-'

/** The fields of an event that a calendar can hold. */
const texts = [
  'title',
  'summary',
  'body',
  'original_lang',
  'state',
  'kind',
  'organiser',
  'venue',
  'city',
  'country_code',
  'online_url',
  'attendance',
  'start_date',
  'start_time',
  'end_date',
  'end_time',
  'zone',
  'date_precision',
  'status',
  'url',
] as const
const lists = ['disciplines', 'themes'] as const
export const heldFields = [...texts, ...lists] as const
export type HeldField = (typeof heldFields)[number]

/** The name of the property that states a field, or the id of the record. */
export const ownName = (field: HeldField | 'id') => `${prefix}${field.toUpperCase().replaceAll('_', '-')}`

const ownNames = new Set([ownName('id'), ...heldFields.map(ownName)])
export const isOwnName = (name: string) => ownNames.has(name)

/** The fields that properties of our own state; an empty one says that the field is empty. The status is read apart. */
export function ownFields(properties: Properties): Record<string, string | string[] | null> {
  const stated = (field: HeldField) => properties.one(ownName(field)) !== undefined
  const said = texts
    .filter((field) => field !== 'status' && stated(field))
    .map((field) => [field, ownText(properties, field)] as const)
  const listed = lists
    .filter(stated)
    .map((field) => [field, properties.all(ownName(field)).flatMap((one) => textOf(one) ?? [])] as const)
  return Object.fromEntries([...said, ...listed])
}

export function ownText(properties: Properties, field: HeldField | 'id'): string | null {
  return textOf(properties.one(ownName(field)))
}
