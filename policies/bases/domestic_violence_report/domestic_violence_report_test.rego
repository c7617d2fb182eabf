package spil.bases.domestic_violence_report_test

import data.spil.bases.domestic_violence_report
import data.spil.example

test_it_carries_what_was_weighed_by_the_reporting_code if {
	domestic_violence_report.basis.code == "domestic_violence_report" with input as report
}

test_it_carries_nothing_for_another_purpose if {
	not domestic_violence_report.basis with input as example.by("MENTAL_HEALTH_CARE", ["meldcode_weighed"])
}

test_it_carries_nothing_that_nobody_weighed if {
	not domestic_violence_report.basis with input as example.for_purpose("report-domestic-violence", "MENTAL_HEALTH_CARE", [])
}

test_it_carries_nothing_that_was_weighed_too_long_ago if {
	not domestic_violence_report.basis with input as example.with_value(report, "/context/declarations/0/declaredAt", example.now - 2592000)
}

test_it_carries_nothing_when_the_fact_is_missing if {
	every path in [
		"/context/declarations",
		"/context/declarations/0/code",
		"/context/declarations/0/declaredAt",
		"/context/time",
		"/action/purpose",
	] {
		not domestic_violence_report.basis with input as example.without(report, path)
	}
}

report := example.for_purpose("report-domestic-violence", "MENTAL_HEALTH_CARE", ["meldcode_weighed"])
