package spil.bases.motivated_category_test

import data.spil.bases.motivated_category
import data.spil.example

test_it_carries_what_was_motivated if {
	motivated_category.basis.code == "motivated_category" with input as municipality
}

test_it_carries_nothing_from_another_provider if {
	not motivated_category.basis with input as example.by("POLICE", ["category_motivated"])
}

test_it_carries_nothing_that_nobody_motivated if {
	not motivated_category.basis with input as example.by("MUNICIPAL_EXECUTIVE", [])
}

test_it_carries_nothing_that_was_motivated_too_long_ago if {
	not motivated_category.basis with input as example.with_value(municipality, "/context/declarations/0/declaredAt", example.now - 2592000)
}

test_it_carries_nothing_when_the_fact_is_missing if {
	every path in [
		"/context/declarations",
		"/context/declarations/0/code",
		"/context/declarations/0/declaredAt",
		"/context/time",
		"/resource/provider/type",
	] {
		not motivated_category.basis with input as example.without(municipality, path)
	}
}

municipality := example.by("MUNICIPAL_EXECUTIVE", ["category_motivated"])
