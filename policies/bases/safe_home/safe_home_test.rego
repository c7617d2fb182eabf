package spil.bases.safe_home_test

import data.spil.bases.safe_home
import data.spil.example

test_it_carries_while_the_reporter_is_masked if {
	safe_home.basis.code == "safe_home" with input as safe_home_shares
}

test_it_carries_nothing_from_another_provider if {
	not safe_home.basis with input as example.by("POLICE", ["reporter_masked"])
}

test_it_carries_nothing_while_the_reporter_may_be_recognised if {
	not safe_home.basis with input as example.by("SAFE_HOME", [])
}

test_it_carries_nothing_when_the_fact_is_missing if {
	every path in [
		"/context/declarations",
		"/context/declarations/0/code",
		"/context/declarations/0/declaredAt",
		"/context/time",
		"/resource/provider/type",
	] {
		not safe_home.basis with input as example.without(safe_home_shares, path)
	}
}

safe_home_shares := example.by("SAFE_HOME", ["reporter_masked"])
