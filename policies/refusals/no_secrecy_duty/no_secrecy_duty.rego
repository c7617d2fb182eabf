# METADATA
# title: No duty of secrecy
# description: >-
#   Data on health and care are handled only by people under a duty of secrecy: the professional
#   who gives them out, and at the receiving end the organisation, and its professional who
#   collects them.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0040940#Artikel30
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.11
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.refusals.no_secrecy_duty

import data.spil.disclosure.question

# What to say of an item that asks for secrecy.
reason(recipient) := refusal if not secrecy_is_kept(recipient)

asked_for(item) if not asks_no_secrecy(item)

asks_no_secrecy(item) if question.categories[item.category].secrecy_duty == false

secrecy_is_kept(recipient) if {
	input.context.actor.secrecyDuty == true
	question.partner_types[recipient.type].secrecy == true
	collected_in_secrecy(recipient)
}

collected_in_secrecy(_) if question.recipient_is_an_organisation

collected_in_secrecy(recipient) if {
	question.recipient_is_a_professional
	recipient.actor.secrecyDuty == true
}

helps(recipient) := {"professional_under_secrecy"} if question.partner_types[recipient.type].secrecy == true

refusal := {
	"code": "no_secrecy_duty",
	"article": "https://wetten.overheid.nl/BWBR0040940#Artikel30",
}
