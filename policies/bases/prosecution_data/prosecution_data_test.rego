package spil.bases.prosecution_data_test

import data.spil.bases.prosecution_data
import data.spil.example

test_it_carries_what_does_not_point_at_others if {
	prosecution_data.basis.code == "prosecution_data" with input as prosecution
}

test_it_carries_nothing_from_another_provider if {
	not prosecution_data.basis with input as example.by("POLICE", ["third_persons_untraceable"])
}

test_it_carries_nothing_while_others_may_be_traced if {
	not prosecution_data.basis with input as example.by("PUBLIC_PROSECUTION", [])
}

test_it_carries_nothing_when_that_was_seen_to_too_long_ago if {
	not prosecution_data.basis with input as example.with_value(prosecution, "/context/declarations/0/declaredAt", example.now - 2592000)
}

test_it_carries_nothing_when_the_fact_is_missing if {
	every path in [
		"/context/declarations",
		"/context/declarations/0/code",
		"/context/declarations/0/declaredAt",
		"/context/time",
		"/resource/provider/type",
	] {
		not prosecution_data.basis with input as example.without(prosecution, path)
	}
}

prosecution := example.by("PUBLIC_PROSECUTION", ["third_persons_untraceable"])
