package spil.bases.vital_interest_test

import data.spil.bases.vital_interest
import data.spil.example

test_it_carries_what_can_save_a_life if {
	vital_interest.basis.code == "vital_interest" with input as emergency
}

test_it_carries_nothing_for_another_purpose if {
	not vital_interest.basis with input as example.by("MENTAL_HEALTH_CARE", ["subject_incapable"])
}

test_it_carries_nothing_while_the_data_subject_can_be_asked if {
	not vital_interest.basis with input as example.for_purpose("vital-interest", "MENTAL_HEALTH_CARE", [])
}

test_it_carries_nothing_after_a_day if {
	not vital_interest.basis with input as example.with_value(emergency, "/context/declarations/0/declaredAt", example.now - 86400)
}

test_it_carries_nothing_when_the_fact_is_missing if {
	every path in [
		"/context/declarations",
		"/context/declarations/0/code",
		"/context/declarations/0/declaredAt",
		"/context/time",
		"/action/purpose",
	] {
		not vital_interest.basis with input as example.without(emergency, path)
	}
}

emergency := example.for_purpose("vital-interest", "MENTAL_HEALTH_CARE", ["subject_incapable"])
