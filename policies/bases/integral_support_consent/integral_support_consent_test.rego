package spil.bases.integral_support_consent_test

import data.spil.bases.integral_support_consent
import data.spil.example

test_it_carries_what_was_consented_to if {
	integral_support_consent.basis(example.recipient, example.health).code == "integral_support_consent" with input as municipality
}

test_it_carries_no_other_category_and_nobody_else if {
	not integral_support_consent.basis(example.recipient, example.housing) with input as municipality
	not integral_support_consent.basis({"oin": "another"}, example.health) with input as municipality
}

test_it_carries_nothing_on_a_release_from_secrecy if {
	not carries(example.with_value(municipality, "/context/consents/0/kind", "SECRECY_RELEASE"))
}

test_it_carries_nothing_when_it_was_not_explicit if {
	not carries(example.with_value(municipality, "/context/consents/0/explicit", false))
}

test_it_carries_nothing_when_help_depends_on_it if {
	not carries(example.with_value(municipality, "/context/declarations", []))
}

test_it_carries_nothing_for_another_purpose if {
	not carries(example.with_value(municipality, "/action/purpose", "case-consultation"))
}

test_it_carries_nothing_after_its_term if {
	not carries(example.with_value(municipality, "/context/consents/0/validUntil", example.now))
}

test_it_carries_nothing_when_the_fact_is_missing if {
	every member in ["subject", "provider", "recipient", "categories", "explicit", "kind", "givenAt"] {
		not carries(example.without(municipality, concat("/", ["/context/consents/0", member])))
	}
	every path in ["/context/consents", "/context/declarations", "/context/time", "/action/purpose"] {
		not carries(example.without(municipality, path))
	}
}

carries(question) if integral_support_consent.basis(example.recipient, example.health) with input as question

municipality := example.with_value(
	example.for_purpose("social-support-integral", "MUNICIPAL_EXECUTIVE", ["help_not_conditional"]),
	"/context/consents/0/kind",
	"PROCESSING_BASIS",
)
