// What the broker asks of a submission, so that a sender can ask it first: signature, labels, commitments; it opens nothing.

import { checkCommitments, checkLabels, keyCommitment, LONGEST_LIFE, readEnvelope } from './envelope.js'
import { step, unless } from './refusal.js'
import { checkLife, checkSignature } from './signed.js'

export async function checkSubmission(submission, sender, registered, now) {
  const envelope = await step('malformed', () => readEnvelope(submission, 'submitted'))
  await step('refused', async () => {
    const { payload, header, signed, keys } = envelope
    unless(payload.iss === sender, 'sender-differs')
    checkLife(payload, now, LONGEST_LIFE)
    await checkSignature(header, signed, registered)
    checkLabels(envelope)
    checkCommitments(envelope)
    const committed = keys.recipients.map((recipient) => keyCommitment(keys, recipient))
    unless(committed.join() === payload.keys.join(), 'keys-not-signed')
  })
  return envelope
}
