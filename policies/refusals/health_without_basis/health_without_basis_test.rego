package spil.refusals.health_without_basis_test

import data.spil.disclosure
import data.spil.disclosure.help
import data.spil.example
import data.spil.refusals.health_without_basis

test_it_refuses_health_data_that_no_basis_carries if {
	health_without_basis.reason_without_basis(example.health).code == "health_without_basis"
}

test_it_refuses_care_data_that_no_basis_carries if {
	health_without_basis.reason_without_basis(object.union(example.health, {"category": "CARE"}))
}

test_it_lets_pass_health_data_that_a_basis_carries if {
	disclosure.answer.subjects.probation.permitted == ["treatment"] with input as example.question
}

test_it_lets_other_data_pass if {
	not health_without_basis.reason_without_basis(example.housing)
}

# A basis that is not there is the missing fact of this rule; without its category an item is refused elsewhere.
test_it_refuses_when_the_fact_is_missing if {
	codes := [reason.code | some reason in disclosure.answer.subjects.probation.refused.treatment] with input as bare
	codes == ["health_without_basis"]
}

test_the_bases_on_offer_would_help if {
	help.within_the_matrix(example.recipient, example.health) == {"consent", "good_care"} with input as bare
}

bare := json.patch(example.question, [
	{"op": "remove", "path": "/context/consents"},
	{"op": "remove", "path": "/context/goodCare"},
])
