# METADATA
# title: Police data for a partnership
# description: >-
#   The police provide to a partnership they take part in, as far as necessary and in agreement
#   with the competent authority; that agreement is on record.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0022463#Artikel20
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.5
#     - https://wetten.overheid.nl/BWBR0040940#Artikel33
#   rows: [P04]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.police_20_3

import data.spil.disclosure.question

basis := ground if {
	authority_agrees
}

default authority_agrees := false

authority_agrees if {
	input.resource.provider.type == "POLICE"
	input.context.policeAuthority.agreed == true
	question.fresh(input.context.policeAuthority.agreedAt, data.spil.tables.bases.police_20_3.seconds)
}

default moments := []

moments := question.turns(input.context.policeAuthority.agreedAt, data.spil.tables.bases.police_20_3.seconds)

ground := {
	"code": "police_20_3",
	"article": "https://wetten.overheid.nl/BWBR0022463#Artikel20",
}
