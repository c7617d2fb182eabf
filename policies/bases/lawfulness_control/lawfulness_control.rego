# METADATA
# title: Control of lawfulness
# description: >-
#   Who controls the partnership sees log metadata, for one of the purposes the law names, and
#   nobody else collects them. That this was looked at is logged in its turn.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.8
#     - https://wetten.overheid.nl/BWBR0022463#Artikel32a
#   rows: [P22]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.lawfulness_control

import data.spil.disclosure.declared
import data.spil.disclosure.question

basis(recipient, item) := ground if {
	control_wants_it(recipient, item)
}

control_wants_it(recipient, item) if {
	input.action.purpose == "lawfulness-control"
	item.category == "LOG_METADATA"
	declared.one_for("lawfulness_control")
	question.collected_in_role(recipient)
}

ground := {
	"code": "lawfulness_control",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel1.8",
}
