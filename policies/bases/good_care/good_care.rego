# METADATA
# title: Good care
# description: >-
#   A carer may break secrecy where good care demands it: the provider says so, has answered the
#   questions of the conflict of duties, a second person agreed, and that was not long ago.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.29
#   rows: [P07]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.good_care

import data.spil.disclosure.question

basis := ground if {
	good_care_demands
}

default good_care_demands := false

good_care_demands if {
	is_array(input.context.secrecyBases)
	"good-care" in input.context.secrecyBases
	input.context.goodCare.secondPerson == true
	input.context.goodCare.answers == data.spil.tables.bases.good_care.answers
	question.fresh(input.context.goodCare.judgedAt, data.spil.tables.bases.good_care.seconds)
}

default moments := []

moments := question.turns(input.context.goodCare.judgedAt, data.spil.tables.bases.good_care.seconds)

ground := {
	"code": "good_care",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel2.29",
}
