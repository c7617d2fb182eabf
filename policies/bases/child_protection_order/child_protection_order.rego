# METADATA
# title: Execution of a supervision order
# description: >-
#   Who holds facts that the execution of a supervision order needs may give them to the institution
#   that executes it, without consent, while the order is in force.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0034925#Artikel7.3.11
#   from_memory:
#     - https://wetten.overheid.nl/BWBR0034925#Artikel7.3.11
#   rows: [P10]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.child_protection_order

import data.spil.disclosure.declared

basis(recipient) := ground if {
	order_is_executed(recipient)
}

order_is_executed(recipient) if {
	input.action.purpose == "child-protection-execution"
	recipient.type == "CERTIFIED_YOUTH_INSTITUTION"
	declared.all_for("child_protection_order")
}

ground := {
	"code": "child_protection_order",
	"article": "https://wetten.overheid.nl/BWBR0034925#Artikel7.3.11",
}
