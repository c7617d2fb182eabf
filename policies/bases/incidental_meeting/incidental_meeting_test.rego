package spil.bases.incidental_meeting_test

import data.spil.bases.incidental_meeting
import data.spil.example

test_it_carries_while_the_meeting_lasts if {
	incidental_meeting.basis(landlord).code == "incidental_meeting" with input as meeting
}

test_it_carries_nothing_after_the_meeting if {
	not incidental_meeting.basis(object.union(landlord, {"admittedUntil": example.now})) with input as meeting
	not incidental_meeting.basis(landlord) with input as example.with_value(meeting, "/context/declarations/0/until", example.now)
}

test_it_carries_nothing_to_a_participant if {
	not incidental_meeting.basis(object.union(landlord, {"class": "PRIVATE"})) with input as meeting
}

test_it_carries_nothing_without_an_undertaking if {
	not incidental_meeting.basis(landlord) with input as example.with_value(meeting, "/context/declarations", [])
}

test_it_carries_nothing_when_the_fact_is_missing if {
	every member in ["class", "admittedUntil"] {
		not incidental_meeting.basis(object.remove(landlord, [member])) with input as meeting
	}
	every path in ["/context/declarations", "/context/declarations/0/until", "/context/time", "/action/purpose"] {
		not incidental_meeting.basis(landlord) with input as example.without(meeting, path)
	}
}

landlord := {"oin": "landlord", "type": "HOUSING_ASSOCIATION", "class": "INCIDENTAL", "admitted": true, "admittedUntil": example.now + 3600}

meeting := example.for_purpose("incidental-third-party", "MUNICIPAL_EXECUTIVE", ["undertaking_signed"])
