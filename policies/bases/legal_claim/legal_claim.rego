# METADATA
# title: A pending claim
# description: >-
#   What is needed for a pending legal claim may be given to those who handle it, also when the case
#   is closed.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.8
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.31
#   rows: [D01]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.legal_claim

import data.spil.disclosure.declared

basis := ground if {
	claim_is_pending
}

default claim_is_pending := false

claim_is_pending if {
	input.action.purpose == "legal-claim"
	declared.all_for("legal_claim")
}

ground := {
	"code": "legal_claim",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel1.8",
}
