package spil.bases.consent_test

import data.spil.bases.consent
import data.spil.example

test_it_carries_what_was_consented_to if {
	consent.basis(example.recipient, example.health).code == "consent" with input as example.question
}

test_it_carries_no_other_category if {
	not consent.basis(example.recipient, example.housing) with input as example.question
}

test_it_carries_nothing_to_another_recipient if {
	not consent.basis(object.union(example.recipient, {"oin": "municipality"}), example.health) with input as example.question
}

test_it_carries_nothing_about_another_person if {
	child := object.union(example.health, {"subject": {"pseudonym": "child"}})
	not consent.basis(example.recipient, child) with input as example.question
}

test_it_carries_nothing_from_another_provider if {
	not carries(example.changed("/resource/provider/oin", "other-clinic"))
}

test_it_carries_nothing_when_it_was_not_explicit if {
	not carries(example.changed("/context/consents/0/explicit", false))
}

test_it_carries_nothing_when_it_was_given_for_something_else if {
	not carries(example.changed("/context/consents/0/kind", "PROCESSING"))
}

test_it_carries_nothing_before_it_was_given_or_after_its_term if {
	not carries(example.changed("/context/consents/0/givenAt", example.now + 1))
	not carries(example.changed("/context/consents/0/validUntil", example.now))
}

test_it_carries_nothing_once_it_is_withdrawn if {
	not carries(example.changed("/context/consents", []))
}

test_it_carries_without_an_end_while_it_is_in_force if {
	carries(example.missing("/context/consents/0/validUntil"))
}

test_it_carries_nothing_when_the_fact_is_missing if {
	every member in ["subject", "provider", "recipient", "categories", "explicit", "kind", "givenAt"] {
		not carries(example.missing(concat("/", ["/context/consents/0", member])))
	}
	not carries(example.missing("/context/consents"))
	not carries(example.missing("/context/time"))
	not carries(example.missing("/resource/provider/oin"))
}

test_what_is_no_list_is_no_consent if {
	not carries(example.changed("/context/consents", {"0": example.consent}))
	not carries(example.changed("/context/consents/0/categories", {"0": "HEALTH"}))
	not carries(example.changed("/context/consents/0/categories", "HEALTH"))
}

test_it_tells_when_consents_for_the_recipient_turn if {
	consent.moments_of(example.recipient) == [example.now - 3600, example.now + example.year] with input as example.question
	consent.moments_of({"oin": "municipality"}) == [] with input as example.question
}

carries(question) if consent.basis(example.recipient, example.health) with input as question
