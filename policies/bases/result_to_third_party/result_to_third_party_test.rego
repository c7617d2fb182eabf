package spil.bases.result_to_third_party_test

import data.spil.bases.result_to_third_party
import data.spil.example

test_it_carries_a_tested_result if {
	result_to_third_party.basis(result).code == "result_to_third_party" with input as tested
}

test_it_carries_criminal_data_once_the_contributors_agree if {
	result_to_third_party.basis(criminal) with input as agreed
	not result_to_third_party.basis(criminal) with input as tested
}

test_it_carries_nothing_without_advice_or_while_somebody_objects if {
	every at in ["0", "1"] {
		not result_to_third_party.basis(result) with input as example.without(tested, concat("/", ["/context/declarations", at]))
	}
}

test_it_carries_nothing_from_a_private_participant if {
	not result_to_third_party.basis(result) with input as example.with_value(tested, "/resource/provider/class", "PRIVATE")
}

test_it_carries_nothing_for_another_purpose if {
	not result_to_third_party.basis(result) with input as example.with_value(tested, "/action/purpose", "triage")
}

test_it_carries_nothing_when_the_fact_is_missing if {
	paths := [
		"/context/declarations",
		"/context/declarations/0/reference",
		"/context/declarations/1/declaredAt",
		"/context/time",
		"/action/purpose",
		"/resource/provider/class",
	]
	every path in paths {
		not result_to_third_party.basis(result) with input as example.without(tested, path)
	}
	not result_to_third_party.basis({}) with input as tested
}

result := object.union(example.housing, {"category": "RESULT"})

criminal := object.union(example.housing, {"category": "POLICE"})

tested := public(["rac_positive", "no_participant_objects"])

agreed := public(["rac_positive", "no_participant_objects", "contributor_consent"])

public(codes) := json.patch(
	example.for_purpose("result-to-third-party", "POLICE", codes),
	[{"op": "replace", "path": "/resource/provider/class", "value": "PUBLIC"}],
)
