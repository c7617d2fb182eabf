# METADATA
# title: What is not configured
# description: >-
#   A question about something the tables do not know is refused like any other; saying so apart
#   tells the policy author that something is missing, rather than forbidden.
# scope: package
package spil.disclosure.gaps

import data.spil.disclosure.question

asked_for := [
	"actor_roles",
	"age_bands",
	"answer_weights",
	"bases",
	"case_purposes",
	"case_types",
	"categories",
	"child_age_bands",
	"clock_skew_seconds",
	"declarations",
	"grown_up_age_bands",
	"machine_roles",
	"most_people",
	"never_categories",
	"never_purposes",
	"open_stages",
	"partner_types",
	"purposes",
	"revision",
	"sharing",
]

about_question contains concat(":", ["policy_table_missing", table]) if {
	some table in asked_for
	not has(table)
}

has(table) if _ = tables[table]

about_question contains "purpose_not_configured" if not_in("purposes", input.action.purpose)

about_question contains "case_purpose_not_configured" if not_in("case_purposes", input.resource.case.purpose)

about_question contains "case_type_not_configured" if not_in("case_types", input.resource.case.type)

about_question contains "provider_type_not_configured" if not_in("partner_types", input.resource.provider.type)

about_question contains "category_not_configured" if {
	some item in question.items
	not_in("categories", item.category)
	not named_as_never(item.category)
}

named_as_never(category) if category in tables.never_categories

about(recipient) := {"recipient_type_not_configured" | not_in("partner_types", recipient.type)}

tables := data.spil.tables

not_in(table, code) if {
	is_string(code)
	not known(table, code)
}

known(table, code) if _ = tables[table][code]
