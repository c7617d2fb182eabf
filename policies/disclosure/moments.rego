# METADATA
# title: Until when the answer holds
# description: >-
#   The first moment after now at which time alone might change the answer for a recipient: never too
#   late, sometimes early.
# scope: package
package spil.disclosure.moments

import data.spil.bases.consent
import data.spil.bases.good_care
import data.spil.bases.police_20_3
import data.spil.disclosure.declared
import data.spil.disclosure.question
import data.spil.refusals.necessity_missing_or_stale
import data.spil.refusals.not_admitted

ahead(recipient) := array.concat(ahead_for_all, [moment |
	some moment in array.concat(not_admitted.moments_of(recipient), consent.moments_of(recipient))
	lies_ahead(moment)
])

ahead_for_all := [moment |
	some moments in [
		not_admitted.moments,
		necessity_missing_or_stale.moments,
		good_care.moments,
		police_20_3.moments,
		declared.moments,
	]
	some moment in moments
	lies_ahead(moment)
]

lies_ahead(moment) if {
	question.instant(moment)
	question.now < moment
}
