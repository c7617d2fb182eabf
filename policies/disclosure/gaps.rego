# METADATA
# title: What is not configured
# description: >-
#   A question about something the tables do not know is refused like any other; saying so apart
#   tells the policy author that something is missing, rather than forbidden.
# scope: package
package spil.disclosure.gaps

asked_for := [
	"actor_roles",
	"age_bands",
	"answers_within",
	"bases",
	"case_purposes",
	"case_types",
	"categories",
	"clock_skew_seconds",
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

about(recipient) := {"recipient_type_not_configured" | not_in("partner_types", recipient.type)}

tables := data.spil.tables

not_in(table, code) if {
	is_string(code)
	count({found | found := tables[table][code]}) == 0
}
