package spil.refusals.category_not_allowed_test

import data.spil.disclosure.help
import data.spil.example
import data.spil.refusals.category_not_allowed

test_it_refuses_what_the_matrix_does_not_say if {
	category_not_allowed.reason(example.recipient, example.housing).code == "category_not_allowed" with input as example.question
}

test_it_refuses_an_answer_that_is_too_heavy_for_the_recipient if {
	category_not_allowed.reason(mayor, example.health) with input as example.question
}

test_it_refuses_a_kind_of_participant_the_purpose_does_not_serve if {
	recipient := object.union(example.recipient, {"class": "INCIDENTAL"})
	category_not_allowed.reason_about_recipient(recipient).code == "category_not_allowed" with input as example.question
}

test_it_refuses_a_category_that_does_not_exist if {
	category_not_allowed.reason_about_item(object.union(example.health, {"category": "RELIGION"})).code == "category_not_allowed"
}

test_it_refuses_a_category_that_may_not_be_about_this_person if {
	category_not_allowed.reason_about_item(object.union(example.health, {"subject": {"role": "STAFF"}}))
}

test_it_refuses_a_person_it_does_not_know if {
	category_not_allowed.reason_about_item(object.union(example.health, {"subject": {"ageBand": "OLD"}}))
}

test_it_asks_for_nobody_where_nobody_is_meant if {
	not category_not_allowed.reason_about_item({"category": "AGGREGATE"})
}

test_it_refuses_what_no_basis_carries if {
	category_not_allowed.reason_without_basis(example.housing).code == "category_not_allowed"
	category_not_allowed.reason_without_basis({})
}

test_it_leaves_health_without_a_basis_to_its_own_rule if {
	not category_not_allowed.reason_without_basis(example.health)
}

test_it_lets_pass_what_the_matrix_says if {
	not category_not_allowed.reason(example.recipient, example.health) with input as example.question
	not category_not_allowed.reason_about_recipient(example.recipient) with input as example.question
	not category_not_allowed.reason_about_item(example.health)
}

test_it_refuses_when_the_fact_is_missing if {
	category_not_allowed.reason(object.remove(example.recipient, ["type"]), example.health) with input as example.question
	category_not_allowed.reason_about_recipient(object.remove(example.recipient, ["class"])) with input as example.question
	every member in ["category", "answerType"] {
		category_not_allowed.reason(example.recipient, object.remove(example.health, [member])) with input as example.question
	}
	every member in ["category", "subject"] {
		category_not_allowed.reason_about_item(object.remove(example.health, [member]))
	}
	every member in ["pseudonym", "ageBand", "role"] {
		category_not_allowed.reason_about_item(object.union(
			object.remove(example.health, ["subject"]),
			{"subject": object.remove(example.adult, [member])},
		))
	}
	every path in ["/action/purpose", "/resource/provider/type"] {
		category_not_allowed.reason(example.recipient, example.health) with input as example.missing(path)
	}
	category_not_allowed.reason_about_recipient(example.recipient) with input as example.missing("/action/purpose")
}

test_a_lighter_answer_or_another_basis_would_help if {
	lacking := example.missing("/context/goodCare")
	within := help.within_the_matrix(mayor, example.health) with input as lacking
	within == {"consent", "good_care", "lighter_yes_no"}
	category_not_allowed.helps(mayor, example.health, within) == within with input as lacking
}

test_nothing_helps_outside_the_matrix if {
	help.within_the_matrix(example.recipient, example.housing) == set() with input as example.question
	not category_not_allowed.helps(example.recipient, object.union(example.health, {"category": "RELIGION"}), {"consent"}) with input as example.question
}

mayor := {"oin": "mayor", "type": "MAYOR", "class": "PUBLIC"}
