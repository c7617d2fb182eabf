// Holds this reading of the sealed exchange against the vectors, and seals one for Java to open.
//
//   node check.js <vectors> <work>
//
// <work>/attacked holds the attacks that are too large to keep as files; <work>/sealed-here.json is written.

import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSubmission } from './spil/submission.js'
import { readEvidence } from './spil/evidence.js'
import { openCheckpoint, readLogKey } from './spil/log.js'
import { decodePadded64 } from './spil/bytes.js'
import { open } from './spil/open.js'
import { Refusal } from './spil/refusal.js'
import { seal } from './spil/seal.js'

const [vectors, work] = process.argv.slice(2)
const bytes = (name) => new Uint8Array(readFileSync(join(vectors, name)))
const json = (name) => JSON.parse(readFileSync(join(vectors, name), 'utf8'))

const index = json('index.json')
const history = json('history.json')
const now = index.now
const urn = (oin) => `urn:oin:${oin}`
const POLICE = '00000099000000001000'
const MUNICIPALITY = '00000099000000002000'
const PROBATION = '00000099000000003000'
const publicOf = ({ d, priv, ...key }) => key
const policeKey = publicOf(index.signing[POLICE])

const logKeys = readLogKey(history.key)
const log = {
  logKeys,
  lastSeen: history.lastSeen,
  growth: (_, later) =>
    (history.growth[Buffer.from(later.root).toString('base64')] ?? []).map((hash) => decodePadded64(hash, 32)),
}

const recipient = (oin) => ({
  id: urn(oin),
  sealingKeys: [index.sealing[oin]],
  senderKeys: (iss) => (iss === urn(POLICE) ? [policeKey] : []),
  brokerKeys: [publicOf(index.signing.broker)],
  log,
  accepts: ({ type }, value) => type !== 'YES_NO' || typeof value === 'boolean',
})

// What is read has no prototype; here it is compared with what has one.
const plain = (value) => JSON.parse(JSON.stringify(value))
const values = ({ items }) => plain(Object.fromEntries(items.map(({ category, value }) => [category, value])))

async function outcomeOf(work) {
  try {
    await work()
    return { outcome: 'accepted' }
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

async function theValidOnesOpen() {
  assert.ok(openCheckpoint(history.lastSeen, logKeys).lasting)
  await checkSubmission(bytes('valid/submission.json'), urn(POLICE), [policeKey], now)
  await checkSubmission(bytes('valid/submission-on-every-ground.json'), urn(POLICE), [policeKey], now)
  const probation = await open(bytes('valid/delivery-to-probation.json'), recipient(PROBATION), now)
  assert.deepEqual(values(probation), {
    POLICE: { text: 'Twee meldingen van geluidsoverlast in oktober.' },
    CONTACT: { phone: '0600000000', hours: [9, 17] },
  })
  assert.deepEqual(probation.evidence, json('valid/evidence-of-probation.json'))
  const municipality = await open(bytes('valid/delivery-to-municipality.json'), recipient(MUNICIPALITY), now)
  assert.deepEqual(Object.keys(values(municipality)).sort(), ['CONTACT', 'HEALTH', 'HOUSING', 'POLICE', 'SAFETY_ASSESSMENT'])
  return 4
}

async function whatIsKeptIsAnOrdinarySdJwt() {
  const evidence = json('valid/evidence-of-probation.json')
  const payload = await readEvidence(evidence, policeKey, now)
  const disclosed = plain(payload.items.map(({ cat, value }) => [cat, value]).sort())
  assert.deepEqual(disclosed, [
    ['CONTACT', { phone: '0600000000', hours: [9, 17] }],
    ['POLICE', { text: 'Twee meldingen van geluidsoverlast in oktober.' }],
  ])
  const forged = { ...evidence, signature: evidence.signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')) }
  await assert.rejects(readEvidence(forged, policeKey, now))
  return 1
}

async function everyAttackIsRefusedForItsReason() {
  for (const { name, presentedTo, outcome, codes, file } of index.attacked) {
    const folder = file ? vectors : work
    assert.ok(existsSync(join(folder, 'attacked', `${name}.json`)), `the attack ${name} is there`)
    const attack = new Uint8Array(readFileSync(join(folder, 'attacked', `${name}.json`)))
    const refusal = await outcomeOf(() =>
      presentedTo === 'BROKER'
        ? checkSubmission(attack, urn(POLICE), [policeKey], now)
        : open(attack, recipient(PROBATION), now),
    )
    assert.equal(refusal.outcome, outcome, name)
    assert.ok(codes.includes(refusal.code), `${name} is refused for ${codes}, here for ${refusal.code}`)
  }
  return index.attacked.length
}

async function oneIsSealedForJavaToOpen() {
  const claims = {
    iss: urn(POLICE),
    aud: [urn(MUNICIPALITY), urn(PROBATION)],
    jti: '019a43b2-7c00-7000-8000-00000000000a',
    iat: now,
    exp: now + 14 * 24 * 3600,
    case: 'Y2FzZS0wMDAwMDAwMDAwMQ',
    purpose: 'urn:spil:purpose:case-consultation',
    actor: {
      sub: 'agent-17', role: 'PARTICIPANT_PROFESSIONAL', secrecyDuty: true, assignedUntil: now + 7776000, commercialTask: false,
    },
    necessity: { necessity: true, proportionality: true, subsidiarity: true, judgedBy: 'agent-3', judgedAt: now - 86400 },
  }
  const subject = 'cHNldWRvbnltLTAwMDAwMQ'
  const items = [
    { category: 'POLICE', type: 'SUMMARY', subject, value: { text: 'Één melding, “huiselijk” geweld; 3 × gezien 👀' } },
    { category: 'HEALTH', type: 'YES_NO', subject, value: false },
    { category: 'HOUSING', type: 'STATUS', subject, value: 'wachtlijst' },
  ]
  const sealed = await seal(
    claims, items,
    Object.fromEntries([MUNICIPALITY, PROBATION].map((oin) => [urn(oin), publicOf(index.sealing[oin])])),
    index.signing[POLICE],
  )
  const submission = Buffer.from(JSON.stringify(sealed))
  await checkSubmission(new Uint8Array(submission), urn(POLICE), [policeKey], now)
  writeFileSync(join(work, 'sealed-here.json'), submission)
  writeFileSync(join(work, 'sealed-here-values.json'), JSON.stringify(values({ items })))
  return 1
}

for (const check of [theValidOnesOpen, whatIsKeptIsAnOrdinarySdJwt, everyAttackIsRefusedForItsReason, oneIsSealedForJavaToOpen]) {
  console.log(`${check.name} ${await check()}`)
}
