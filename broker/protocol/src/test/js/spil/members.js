import { decode64 } from './bytes.js'
import { Refusal, unless } from './refusal.js'

export const isText = (value) => typeof value === 'string'
export const isFlag = (value) => typeof value === 'boolean'
export const isArray = Array.isArray
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
export const isMoment = (value) => Number.isSafeInteger(value) && value >= 0
export const isDigest = (value) => isBytes(value, 32)
export const isMatch = (pattern) => (value) => isText(value) && pattern.test(value)
export const isOneOf = (...values) => (value) => values.includes(value)

export function isBytes(value, length) {
  try {
    decode64(value, length)
    return true
  } catch {
    return false
  }
}

/** Checks that an object has these members, each of its kind, besides perhaps some others, and nothing else at all. */
export function checkMembers(object, required, optional = {}) {
  unless(isObject(object), 'member-ill-formed')
  for (const name of Object.keys(object)) unless(Object.hasOwn(required, name) || Object.hasOwn(optional, name), 'member-unknown')
  for (const [name, isOfKind] of Object.entries(required)) {
    if (!(name in object)) throw new Refusal('member-missing')
    unless(isOfKind(object[name]), 'member-ill-formed')
  }
  for (const [name, isOfKind] of Object.entries(optional)) {
    unless(!(name in object) || isOfKind(object[name]), 'member-ill-formed')
  }
  return object
}
