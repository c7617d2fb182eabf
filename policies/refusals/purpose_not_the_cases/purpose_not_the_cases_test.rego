package spil.refusals.purpose_not_the_cases_test

import data.spil.example
import data.spil.refusals.purpose_not_the_cases

test_it_refuses_a_purpose_that_does_not_fit_the_case if {
	purpose_not_the_cases.reason.code == "purpose_not_the_cases" with input as example.changed("/resource/case/purpose", "triage")
}

test_it_refuses_while_the_goal_of_the_case_is_not_set if {
	purpose_not_the_cases.reason with input as example.changed("/resource/case/goalSet", false)
}

test_it_refuses_a_kind_of_case_that_belongs_elsewhere if {
	purpose_not_the_cases.reason with input as example.changed("/resource/case/type", "RADICALISATION")
}

test_it_lets_pass_a_purpose_that_fits_the_case if {
	not purpose_not_the_cases.reason with input as example.question
}

test_it_refuses_when_the_fact_is_missing if {
	every path in ["/action/purpose", "/resource/case/purpose", "/resource/case/goalSet", "/resource/case/type"] {
		purpose_not_the_cases.reason with input as example.missing(path)
	}
}

test_it_names_what_would_help if {
	purpose_not_the_cases.helps == {"case_goal"} with input as example.changed("/resource/case/goalSet", false)
	purpose_not_the_cases.helps == {"purpose_of_the_case"} with input as example.changed("/resource/case/purpose", "triage")
	purpose_not_the_cases.helps == set() with input as example.changed("/resource/case/type", "RADICALISATION")
}
