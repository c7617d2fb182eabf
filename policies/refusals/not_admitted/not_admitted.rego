# METADATA
# title: Not admitted to the case
# description: >-
#   Provider and recipient both take part in the case, as the kind of participant the law makes
#   them, under a partnership agreement that is in force; only where a life is at stake a recipient
#   may be one that was not admitted. Whoever acts for them is assigned to the partnership, in a
#   known role. A professional of the recipient is judged when it collects; before that there is only
#   the organisation.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.31
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.27
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.8
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.refusals.not_admitted

import data.spil.disclosure.question

reason(recipient) := refusal if {
	not both_take_part(recipient)
}

both_take_part(recipient) if {
	agreement_in_force
	provider_takes_part
	may_receive(recipient)
	acts_properly(recipient)
}

may_receive(recipient) if takes_part(recipient)

# A vital interest asks for no admission, but for a partner that is known.
may_receive(recipient) if {
	question.purpose.needs_admission == false
	is_boolean(recipient.admitted)
	recipient.class in question.partner_types[recipient.type].classes
}

agreement_in_force if {
	question.instant(input.context.partnership.agreementFrom)
	question.instant(input.context.partnership.agreementUntil)
	input.context.partnership.agreementFrom <= question.now
	question.now < input.context.partnership.agreementUntil
}

provider_takes_part if {
	takes_part(input.resource.provider)
	may_act(input.context.actor)
}

takes_part(partner) if {
	partner.admitted == true
	partner.class in question.partner_types[partner.type].classes
	question.runs_until(object.get(partner, "admittedUntil", null))
}

acts_properly(_) if question.recipient_is_an_organisation

acts_properly(recipient) if {
	question.recipient_is_a_professional
	may_act(recipient.actor)
}

may_act(actor) if {
	role_fits(actor)
	question.instant(actor.assignedUntil)
	question.now < actor.assignedUntil
}

role_fits(actor) if actor.role in data.spil.tables.actor_roles

role_fits(actor) if actor.role in question.purpose.roles

helps(recipient) := {code | some code in ["admission", "assigned_professional"]; mends(code, recipient)}

mends("admission", recipient) if {
	agreement_in_force
	provider_takes_part
	recipient.class in question.partner_types[recipient.type].classes
	acts_properly(recipient)
}

mends("assigned_professional", recipient) if {
	agreement_in_force
	takes_part(input.resource.provider)
	may_receive(recipient)
}

default moments := []

moments := [
	input.context.partnership.agreementFrom,
	input.context.partnership.agreementUntil,
	input.context.actor.assignedUntil,
	object.get(input.resource.provider, "admittedUntil", null),
]

moments_of(recipient) := array.concat(
	[object.get(recipient, "admittedUntil", null)],
	[moment | moment := recipient.actor.assignedUntil],
)

refusal := {
	"code": "not_admitted",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel2.31",
}
