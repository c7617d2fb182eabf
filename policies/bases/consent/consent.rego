# METADATA
# title: Explicit consent
# description: >-
#   The data subject released this provider from secrecy: explicitly, for this recipient and this
#   category, and has not withdrawn it. Consent for one recipient does not help another.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.29
#   rows: [P06]
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.bases.consent

import data.spil.disclosure.question

basis(recipient, item) := ground if {
	consented(recipient, item)
}

consented(recipient, item) if item.category in released[recipient.oin][item.subject.pseudonym]

# recipient -> data subject -> categories
released[consent.recipient][consent.subject] contains category if {
	is_array(input.context.consents)
	some consent in input.context.consents
	in_force(consent)
	is_array(consent.categories)
	some category in consent.categories
}

in_force(consent) if {
	consent.kind == "SECRECY_RELEASE"
	consent.explicit == true
	consent.provider == input.resource.provider.oin
	question.instant(consent.givenAt)
	consent.givenAt <= question.now
	question.runs_until(object.get(consent, "validUntil", null))
}

moments_of(recipient) := [moment |
	is_array(input.context.consents)
	some consent in input.context.consents
	consent.recipient == recipient.oin
	some member in ["givenAt", "validUntil"]
	moment := consent[member]
]

ground := {
	"code": "consent",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel2.29",
}
