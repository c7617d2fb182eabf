/** Why something is not accepted: a code, and once known the step at which it was refused. */
export class Refusal extends Error {
  constructor(code, outcome) {
    super(outcome ? `${outcome}: ${code}` : code)
    this.code = code
    this.outcome = outcome
  }
}

export function unless(fine, code) {
  if (!fine) throw new Refusal(code)
}

/** Runs one step; whatever it refuses is refused with this outcome. */
export async function step(outcome, work) {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal && !error.outcome) throw new Refusal(error.code, outcome)
    throw error
  }
}
