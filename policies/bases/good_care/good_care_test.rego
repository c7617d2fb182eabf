package spil.bases.good_care_test

import data.spil.bases.good_care
import data.spil.example

test_it_carries_when_good_care_demands_it if {
	good_care.basis.code == "good_care" with input as example.question
}

test_it_carries_nothing_when_the_provider_does_not_state_it if {
	not good_care.basis with input as example.changed("/context/secrecyBases", ["consent"])
}

test_it_carries_nothing_without_a_second_person if {
	not good_care.basis with input as example.changed("/context/goodCare/secondPerson", false)
}

test_it_carries_nothing_while_a_question_is_open if {
	not good_care.basis with input as example.changed("/context/goodCare/answers", 5)
}

test_it_carries_nothing_when_it_was_weighed_too_long_ago if {
	not good_care.basis with input as example.changed("/context/goodCare/judgedAt", example.now - 1209600)
}

test_it_carries_nothing_when_the_fact_is_missing if {
	paths := [
		"/context/secrecyBases",
		"/context/goodCare",
		"/context/goodCare/secondPerson",
		"/context/goodCare/answers",
		"/context/goodCare/judgedAt",
		"/context/time",
	]
	every path in paths {
		not good_care.basis with input as example.missing(path)
	}
}

test_what_is_no_list_states_nothing if {
	not good_care.basis with input as example.changed("/context/secrecyBases", {"0": "good-care"})
	not good_care.basis with input as example.changed("/context/secrecyBases", "good-care")
}

test_it_tells_when_the_weighing_turns_stale if {
	good_care.moments == [example.now - 3720, (example.now - 3600) + 1209600] with input as example.question
}
