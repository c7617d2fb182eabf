package spil.disclosure_test

import data.spil.disclosure
import data.spil.example

test_it_permits_what_no_rule_refuses if {
	about_probation.permitted == ["treatment"] with input as example.question
	about_probation.refused == {} with input as example.question
	about_probation.gaps == [] with input as example.question
	about_probation.would_help == {} with input as example.question
}

test_it_names_the_bases_in_order if {
	codes := [basis.code | some basis in about_probation.bases.treatment] with input as example.question
	codes == ["consent", "good_care"]
}

test_it_names_the_obligations_in_order if {
	codes := [obligation.code | some obligation in about_probation.obligations] with input as example.question
	codes == ["feedback_within_a_year", "no_onward_use", "notify_subject", "review_by_privacy_officer"]
}

test_it_gives_every_reason_in_order if {
	question := json.patch(example.missing("/context/time"), [{"op": "replace", "path": "/resource/case/stage", "value": "CLOSED"}])
	codes := [reason.code | some reason in about_probation.refused.treatment] with input as question
	codes == ["case_closed", "health_without_basis", "necessity_missing_or_stale", "not_admitted", "stage_does_not_allow"]
}

test_an_item_named_twice_is_refused_once if {
	question := example.changed("/resource/items", [example.health, example.health])
	about_probation.permitted == [] with input as question
	about_probation.refused.treatment with input as question
}

test_a_recipient_named_twice_is_refused if {
	question := example.changed("/subjects", [example.recipient, object.union(example.recipient, {"type": "MENTAL_HEALTH_CARE"})])
	about_probation.permitted == [] with input as question
	about_probation.refused.treatment[_].code == "not_admitted" with input as question
}

test_what_is_no_list_is_nobody_and_nothing if {
	disclosure.answer.subjects == {} with input as example.changed("/subjects", {"0": example.recipient})
	about_probation.permitted == [] with input as example.changed("/resource/items", {"0": example.health})
	disclosure.answer.subjects == {} with input as {}
}

test_it_says_until_when_it_holds if {
	about_probation.valid_until == (example.now - 3600) + 1209600 with input as example.question
}

test_it_says_no_term_when_time_changes_nothing if {
	not about_probation.valid_until with input as example.missing("/context/time")
	about_probation.refused.treatment with input as example.missing("/context/time")
}

test_it_tells_what_is_not_configured_from_what_is_refused if {
	question := json.patch(example.question, [
		{"op": "replace", "path": "/action/purpose", "value": "holiday-planning"},
		{"op": "replace", "path": "/resource/case/purpose", "value": "holiday"},
		{"op": "replace", "path": "/resource/case/type", "value": "HOLIDAY"},
		{"op": "replace", "path": "/resource/provider/type", "value": "TRAVEL_AGENCY"},
		{"op": "replace", "path": "/subjects/0/type", "value": "HOTEL"},
	])
	about_probation.gaps == [
		"case_purpose_not_configured",
		"case_type_not_configured",
		"provider_type_not_configured",
		"purpose_not_configured",
		"recipient_type_not_configured",
	] with input as question
}

test_a_table_that_is_missing_refuses_and_says_so if {
	about_probation.gaps == ["policy_table_missing:actor_roles"] with input as example.question
		with data.spil.tables as object.remove(data.spil.tables, ["actor_roles"])
	about_probation.permitted == [] with input as example.question
		with data.spil.tables as object.remove(data.spil.tables, ["actor_roles"])
}

test_nothing_would_help_when_one_reason_cannot_be_taken_away if {
	question := json.patch(example.question, [
		{"op": "replace", "path": "/resource/case/stage", "value": "CLOSED"},
		{"op": "replace", "path": "/context/consents", "value": []},
	])
	about_probation.would_help == {} with input as question
}

test_what_would_help_is_named_for_all_reasons_together if {
	question := json.patch(example.question, [
		{"op": "replace", "path": "/subjects/0/admitted", "value": false},
		{"op": "remove", "path": "/context/consents"},
		{"op": "remove", "path": "/context/goodCare"},
		{"op": "remove", "path": "/context/necessity"},
		{"op": "replace", "path": "/context/actor/secrecyDuty", "value": false},
	])
	about_probation.would_help == {"treatment": [
		"admission",
		"consent",
		"fresh_necessity",
		"good_care",
		"professional_under_secrecy",
	]} with input as question
}

test_what_would_help_with_the_purpose_and_the_stage if {
	question := json.patch(example.question, [
		{"op": "replace", "path": "/resource/case/stage", "value": "TRIAGE"},
		{"op": "replace", "path": "/resource/case/purpose", "value": "triage"},
	])
	about_probation.would_help == {"treatment": ["another_stage", "purpose_of_the_case"]} with input as question
}

test_a_lighter_answer_would_help if {
	question := json.patch(example.question, [
		{"op": "replace", "path": "/resource/items/0/category", "value": "IDENTIFYING"},
		{"op": "replace", "path": "/resource/items/0/answerType", "value": "DOCUMENT"},
	])
	about_probation.would_help == {"treatment": ["lighter_summary"]} with input as question
}

test_it_collects_the_police_record if {
	question := json.patch(example.question, [
		{"op": "replace", "path": "/resource/provider/type", "value": "POLICE"},
		{"op": "replace", "path": "/resource/provider/class", "value": "PUBLIC"},
		{"op": "replace", "path": "/resource/items/0/category", "value": "POLICE"},
	])
	about_probation.bases.treatment[0].code == "police_20_3" with input as question
	about_probation.obligations[2] == {"code": "police_disclosure_record", "items": ["treatment"]} with input as question
}

test_it_says_by_which_revision if {
	disclosure.answer.revision == data.spil.tables.revision with input as example.question
}

about_probation := disclosure.answer.subjects.probation
