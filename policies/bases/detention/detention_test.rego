package spil.bases.detention_test

import data.spil.bases.detention
import data.spil.example

test_it_carries_what_a_planned_return_needs if {
	detention.basis.code == "detention" with input as agency
}

test_it_carries_nothing_from_another_provider if {
	not detention.basis with input as example.by("POLICE", ["reintegration_planned"])
}

test_it_carries_nothing_while_nobody_plans_a_return if {
	not detention.basis with input as example.by("CUSTODIAL_INSTITUTIONS_AGENCY", [])
}

test_it_carries_nothing_when_the_fact_is_missing if {
	every path in [
		"/context/declarations",
		"/context/declarations/0/code",
		"/context/declarations/0/declaredAt",
		"/context/time",
		"/resource/provider/type",
	] {
		not detention.basis with input as example.without(agency, path)
	}
}

agency := example.by("CUSTODIAL_INSTITUTIONS_AGENCY", ["reintegration_planned"])
