package spil.bases.aggregated_statistics_test

import data.spil.bases.aggregated_statistics
import data.spil.example

test_it_carries_counts_over_ten_or_more if {
	aggregated_statistics.basis(municipality, counts).code == "aggregated_statistics" with input as statistics
}

test_it_carries_nothing_about_persons if {
	not aggregated_statistics.basis(municipality, example.housing) with input as statistics
}

test_it_carries_no_counts_over_fewer if {
	not aggregated_statistics.basis(municipality, counts) with input as example.with_value(statistics, "/context/declarations", [])
}

test_only_a_policy_director_collects if {
	collecting := example.with_value(statistics, "/action/name", "collect")
	aggregated_statistics.basis(object.union(municipality, {"actor": {"role": "POLICY_DIRECTOR"}}), counts) with input as collecting
	not aggregated_statistics.basis(object.union(municipality, {"actor": {"role": "CASE_DIRECTOR"}}), counts) with input as collecting
}

test_it_carries_nothing_when_the_fact_is_missing if {
	every path in ["/context/declarations", "/context/declarations/0/declaredAt", "/context/time", "/action/purpose", "/action/name"] {
		not aggregated_statistics.basis(municipality, counts) with input as example.without(statistics, path)
	}
	not aggregated_statistics.basis(municipality, {}) with input as statistics
}

municipality := {"oin": "municipality", "type": "MUNICIPAL_EXECUTIVE", "class": "PUBLIC"}

counts := {"id": "counts", "category": "AGGREGATE", "answerType": "SUMMARY"}

statistics := example.for_purpose("policy-statistics", "POLICE", ["counts_of_ten_or_more"])
