package spil.bases.crisis_measure_test

import data.spil.bases.crisis_measure
import data.spil.example

test_it_carries_a_reference_to_the_statutory_channel if {
	crisis_measure.basis.code == "crisis_measure" with input as crisis
}

test_it_carries_nothing_for_another_purpose if {
	not crisis_measure.basis with input as example.by("MENTAL_HEALTH_CARE", ["crisis_channel_used"])
}

test_it_carries_nothing_when_the_channel_was_passed_by if {
	not crisis_measure.basis with input as example.for_purpose("crisis-measure", "MENTAL_HEALTH_CARE", [])
}

test_it_carries_nothing_when_it_was_used_long_ago if {
	not crisis_measure.basis with input as example.with_value(crisis, "/context/declarations/0/declaredAt", example.now - 604800)
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
		not crisis_measure.basis with input as example.without(crisis, path)
	}
}

crisis := example.for_purpose("crisis-measure", "MENTAL_HEALTH_CARE", ["crisis_channel_used"])
