# METADATA
# title: A commercial task
# description: >-
#   Whoever acts in the partnership, for the provider or when the recipient collects, does no
#   commercial work there.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.4
#   rows: [D03]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.refusals.commercial_task

import data.spil.disclosure.question

reason(recipient) := refusal if {
	not nobody_has_one(recipient)
}

nobody_has_one(recipient) if {
	input.context.actor.commercialTask == false
	collector_has_none(recipient)
}

collector_has_none(_) if question.recipient_is_an_organisation

collector_has_none(recipient) if {
	question.recipient_is_a_professional
	recipient.actor.commercialTask == false
}

helps contains "assigned_professional"

refusal := {
	"code": "commercial_task",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel1.4",
}
