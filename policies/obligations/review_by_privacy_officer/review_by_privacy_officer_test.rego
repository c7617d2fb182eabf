package spil.obligations.review_by_privacy_officer_test

import data.spil.obligations.review_by_privacy_officer

test_it_applies_when_secrecy_is_broken_without_consent if {
	review_by_privacy_officer.applies([{"code": "vital_interest"}])
	review_by_privacy_officer.applies([{"code": "consent"}, {"code": "good_care"}])
}

test_it_does_not_apply_to_another_basis if {
	not review_by_privacy_officer.applies([{"code": "consent"}])
}
