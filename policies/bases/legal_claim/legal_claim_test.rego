package spil.bases.legal_claim_test

import data.spil.bases.legal_claim
import data.spil.example

test_it_carries_what_a_pending_claim_needs if {
	legal_claim.basis.code == "legal_claim" with input as claim
}

test_it_carries_nothing_for_another_purpose if {
	not legal_claim.basis with input as example.by("POLICE", ["claim_pending"])
}

test_it_carries_nothing_while_no_claim_is_pending if {
	not legal_claim.basis with input as example.for_purpose("legal-claim", "POLICE", [])
}

test_it_carries_nothing_when_the_fact_is_missing if {
	every path in [
		"/context/declarations",
		"/context/declarations/0/code",
		"/context/declarations/0/declaredAt",
		"/context/time",
		"/action/purpose",
		"/context/declarations/0/reference",
	] {
		not legal_claim.basis with input as example.without(claim, path)
	}
}

claim := example.for_purpose("legal-claim", "POLICE", ["claim_pending"])
