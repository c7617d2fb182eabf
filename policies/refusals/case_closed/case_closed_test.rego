package spil.refusals.case_closed_test

import data.spil.example
import data.spil.refusals.case_closed

test_it_refuses_when_the_case_is_closed if {
	case_closed.reason.code == "case_closed" with input as example.changed("/resource/case/stage", "CLOSED")
}

test_it_refuses_when_the_data_are_shielded if {
	case_closed.reason with input as example.changed("/resource/case/shielded", true)
}

test_it_lets_pass_while_the_case_is_open if {
	not case_closed.reason with input as example.question
}

test_it_lets_a_purpose_pass_that_survives_closure if {
	not case_closed.reason with input as json.patch(example.question, [
		{"op": "replace", "path": "/action/purpose", "value": "data-subject-rights"},
		{"op": "replace", "path": "/resource/case/stage", "value": "CLOSED"},
		{"op": "replace", "path": "/resource/case/shielded", "value": true},
	])
}

test_it_refuses_when_the_fact_is_missing if {
	every path in ["/resource/case/stage", "/resource/case/shielded", "/resource/case"] {
		case_closed.reason with input as example.missing(path)
	}
}
