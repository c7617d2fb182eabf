// JSON without room for two readings: UTF-8, no member twice, at most eight levels, whole numbers within 2^53, no half
// characters. JSON.parse keeps the last of two members of one name; whoever reads the first reads another message.

import { Refusal } from './refusal.js'

const DEPTH = 8
const TOKEN = /[\t\n\r ]*(?:([{}[\],:])|("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*")|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)|(true|false|null))/y
const END = /[\t\n\r ]*$/y

export function readJson(bytes, maximumBytes) {
  if (bytes.length > maximumBytes) throw new Refusal('oversize')
  return new Reader(decoded(bytes)).whole()
}

function decoded(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Refusal('not-json')
  }
}

class Reader {
  constructor(text) {
    this.text = text
    this.at = 0
  }

  whole() {
    const value = this.value(this.token(), 0)
    END.lastIndex = this.at
    if (!END.test(this.text)) throw new Refusal('not-json')
    return value
  }

  token() {
    TOKEN.lastIndex = this.at
    const match = TOKEN.exec(this.text)
    if (!match) throw new Refusal('not-json')
    this.at = TOKEN.lastIndex
    const [, mark, string, number, word] = match
    return { mark, string, number, word }
  }

  value({ mark, string, number, word }, depth) {
    if (string !== undefined) return text(string)
    if (number !== undefined) return integer(number)
    if (word !== undefined) return JSON.parse(word)
    if (mark !== '{' && mark !== '[') throw new Refusal('not-json')
    if (depth === DEPTH) throw new Refusal('nesting-bomb')
    return mark === '{' ? this.object(depth + 1) : this.array(depth + 1)
  }

  object(depth) {
    const members = new Map()
    for (let token = this.token(); token.mark !== '}' || members.size > 0; token = this.token()) {
      if (token.string === undefined) throw new Refusal('not-json')
      const name = text(token.string)
      if (this.token().mark !== ':') throw new Refusal('not-json')
      if (members.has(name)) throw new Refusal('duplicated-member-names')
      members.set(name, this.value(this.token(), depth))
      if (this.ends('}')) break
    }
    // Without a prototype no member is there that the message does not have.
    return Object.assign(Object.create(null), Object.fromEntries(members))
  }

  array(depth) {
    const elements = []
    for (let token = this.token(); token.mark !== ']' || elements.length > 0; token = this.token()) {
      elements.push(this.value(token, depth))
      if (this.ends(']')) break
    }
    return elements
  }

  /** True at the closing mark; false after a comma, when another element must follow. */
  ends(closing) {
    const { mark } = this.token()
    if (mark !== closing && mark !== ',') throw new Refusal('not-json')
    return mark === closing
  }
}

function text(quoted) {
  const value = JSON.parse(quoted)
  if (!value.isWellFormed()) throw new Refusal('not-json')
  return value
}

function integer(number) {
  if (/[.eE]/.test(number)) throw new Refusal('float-number')
  const value = Number(number)
  if (!Number.isSafeInteger(value)) throw new Refusal('large-number')
  return value === 0 ? 0 : value
}
