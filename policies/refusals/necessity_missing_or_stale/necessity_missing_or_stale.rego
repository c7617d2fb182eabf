# METADATA
# title: Necessity is not judged, or too long ago
# description: >-
#   A person has judged, and not too long ago, that the exchange is necessary, proportionate, and
#   cannot be done in a lighter way. Policy never computes that; it asks that it was done.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.5
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.31
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.refusals.necessity_missing_or_stale

import data.spil.disclosure.question

reason := refusal if {
	not necessity_is_judged
}

necessity_is_judged if {
	judgment := input.context.necessity
	judgment.necessity == true
	judgment.proportionality == true
	judgment.subsidiarity == true
	is_string(judgment.judgedBy)
	judgment.judgedBy != ""
	question.fresh(judgment.judgedAt, question.purpose.necessity_seconds)
}

helps contains "fresh_necessity"

default moments := []

moments := question.turns(input.context.necessity.judgedAt, question.purpose.necessity_seconds)

refusal := {
	"code": "necessity_missing_or_stale",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel1.5",
}
