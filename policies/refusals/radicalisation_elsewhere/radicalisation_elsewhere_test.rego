package spil.refusals.radicalisation_elsewhere_test

import data.spil.example
import data.spil.refusals.radicalisation_elsewhere

test_it_refuses_a_case_that_must_be_handed_over if {
	radicalisation_elsewhere.reason.code == "radicalisation_elsewhere" with input as example.changed("/resource/case/type", "RADICALISATION")
}

test_it_lets_pass_a_case_that_stays_here if {
	not radicalisation_elsewhere.reason with input as example.question
	not radicalisation_elsewhere.reason with input as example.changed("/resource/case/type", "PRIORITISED")
}

test_it_refuses_when_the_fact_is_missing if {
	radicalisation_elsewhere.reason with input as example.missing("/resource/case/type")
	radicalisation_elsewhere.reason with input as example.question
		with data.spil.tables.case_types as {"COMPLEX": {"handled": true}}
}
