package spil.bases.data_subject_rights_test

import data.spil.bases.data_subject_rights
import data.spil.example

test_it_carries_what_answers_a_data_subject if {
	data_subject_rights.basis.code == "data_subject_rights" with input as request
}

test_it_carries_nothing_for_another_purpose if {
	not data_subject_rights.basis with input as example.by("POLICE", ["subject_request", "third_persons_untraceable"])
}

test_it_carries_nothing_that_nobody_asked_for if {
	not data_subject_rights.basis with input as example.for_purpose("data-subject-rights", "POLICE", ["third_persons_untraceable"])
}

test_it_carries_nothing_that_points_at_others if {
	not data_subject_rights.basis with input as example.for_purpose("data-subject-rights", "POLICE", ["subject_request"])
}

test_it_carries_nothing_when_the_fact_is_missing if {
	every path in [
		"/context/declarations",
		"/context/declarations/0/code",
		"/context/declarations/0/declaredAt",
		"/context/time",
		"/action/purpose",
		"/context/declarations/0/reference",
	] {
		not data_subject_rights.basis with input as example.without(request, path)
	}
}

request := example.for_purpose("data-subject-rights", "POLICE", ["subject_request", "third_persons_untraceable"])
