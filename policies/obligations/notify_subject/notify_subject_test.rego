package spil.obligations.notify_subject_test

import data.spil.obligations.notify_subject

test_it_applies_when_secrecy_is_broken_for_good_care if {
	notify_subject.applies([{"code": "good_care"}])
}

test_it_does_not_apply_to_another_basis if {
	not notify_subject.applies([{"code": "consent"}])
}
