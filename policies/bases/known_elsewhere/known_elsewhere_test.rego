package spil.bases.known_elsewhere_test

import data.spil.bases.known_elsewhere
import data.spil.example

test_it_carries_the_question_of_a_public_participant if {
	known_elsewhere.basis.code == "known_elsewhere" with input as asked
}

test_it_carries_the_answer_of_another_house if {
	known_elsewhere.basis with input as example.for_purpose("known-elsewhere-check", "CARE_AND_SAFETY_HOUSE", [])
}

test_it_carries_nothing_of_a_private_participant if {
	not known_elsewhere.basis with input as example.with_value(asked, "/resource/provider/class", "PRIVATE")
}

test_it_carries_nothing_for_another_purpose if {
	not known_elsewhere.basis with input as example.with_value(asked, "/action/purpose", "triage")
}

test_it_carries_nothing_when_the_fact_is_missing if {
	every path in ["/action/purpose", "/resource/provider/class", "/resource/provider"] {
		not known_elsewhere.basis with input as example.without(asked, path)
	}
}

asked := json.patch(
	example.for_purpose("known-elsewhere-check", "POLICE", []),
	[{"op": "replace", "path": "/resource/provider/class", "value": "PUBLIC"}],
)
