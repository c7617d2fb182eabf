# METADATA
# title: Consent for integral support
# description: >-
#   The municipality brings together what it holds under several acts only with the explicit consent
#   of the data subject to that, in this direction and for this category; help may not depend on it.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0035362#Artikel5.1.1
#   rows: [P12]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.integral_support_consent

import data.spil.disclosure.declared
import data.spil.disclosure.question

basis(recipient, item) := ground if {
	consented_freely(recipient, item)
}

consented_freely(recipient, item) if {
	input.action.purpose == "social-support-integral"
	declared.all_for("integral_support_consent")
	item.category in agreed[recipient.oin][item.subject.pseudonym]
}

# recipient -> data subject -> categories
agreed[consent.recipient][consent.subject] contains category if {
	is_array(input.context.consents)
	some consent in input.context.consents
	in_force(consent)
	is_array(consent.categories)
	some category in consent.categories
}

in_force(consent) if {
	consent.kind == "PROCESSING_BASIS"
	consent.explicit == true
	consent.provider == input.resource.provider.oin
	question.instant(consent.givenAt)
	consent.givenAt <= question.now
	question.runs_until(object.get(consent, "validUntil", null))
}

ground := {
	"code": "integral_support_consent",
	"article": "https://wetten.overheid.nl/BWBR0035362#Artikel5.1.1",
}
