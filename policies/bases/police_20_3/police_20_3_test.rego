package spil.bases.police_20_3_test

import data.spil.bases.police_20_3
import data.spil.example

test_it_carries_when_the_authority_agrees if {
	police_20_3.basis.code == "police_20_3" with input as police
}

test_it_carries_nothing_when_the_authority_does_not_agree if {
	not police_20_3.basis with input as json.patch(police, [{"op": "replace", "path": "/context/policeAuthority/agreed", "value": false}])
}

test_it_carries_nothing_from_another_provider if {
	not police_20_3.basis with input as example.question
}

test_it_carries_nothing_when_the_agreement_is_too_old if {
	path := "/context/policeAuthority/agreedAt"
	not police_20_3.basis with input as json.patch(police, [{"op": "replace", "path": path, "value": example.now - 7776000}])
}

test_it_carries_nothing_when_the_fact_is_missing if {
	paths := [
		"/context/policeAuthority",
		"/context/policeAuthority/agreed",
		"/context/policeAuthority/agreedAt",
		"/resource/provider/type",
		"/context/time",
	]
	every path in paths {
		not police_20_3.basis with input as json.patch(police, [{"op": "remove", "path": path}])
	}
}

test_it_tells_when_the_agreement_turns_stale if {
	police_20_3.moments == [example.now - 3720, (example.now - 3600) + 7776000] with input as police
}

police := example.changed("/resource/provider/type", "POLICE")
