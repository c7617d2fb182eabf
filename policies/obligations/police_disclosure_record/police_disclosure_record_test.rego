package spil.obligations.police_disclosure_record_test

import data.spil.example
import data.spil.obligations.police_disclosure_record

test_it_applies_to_police_data if {
	police_disclosure_record.applies({"category": "POLICE"})
}

test_it_does_not_apply_to_other_data if {
	not police_disclosure_record.applies(example.housing)
}
