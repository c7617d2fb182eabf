# METADATA
# title: This category may not go there
# description: >-
#   The sharing matrix says which provider may give which category to which recipient, for which
#   purpose, on which basis and how heavy the answer may be. What it does not say, is refused;
#   categories outside the closed list of the law do not exist.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.30
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.27
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.refusals.category_not_allowed

import data.spil.disclosure.help
import data.spil.disclosure.question

reason(recipient, item, _) := {
	"code": "category_not_allowed",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel2.30",
} if {
	not matrix_allows(recipient, item)
}

reason(_, item, bases) := {
	"code": "category_not_allowed",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel2.30",
} if {
	data.spil.tables.categories[item.category].health == false
	not a_basis_carries(bases)
}

matrix_allows(recipient, item) if {
	category_exists(item)
	subject_fits(item)
	recipient.class in question.purpose.recipient_classes
	question.no_heavier(item.answerType, question.cell(item).recipients[recipient.type])
}

a_basis_carries(bases) if count(bases) > 0

category_exists(item) if {
	row := data.spil.tables.categories[item.category]
	is_boolean(row.secrecy_duty)
	is_boolean(row.health)
}

subject_fits(item) if {
	is_string(item.subject.pseudonym)
	item.subject.ageBand in data.spil.tables.age_bands
	item.category in data.spil.tables.subject_roles[item.subject.role].categories
}

# Within the matrix: a lighter answer, or a basis that is offered and does not hold yet.
helps(recipient, item) := help.lighter_answers(recipient, item) | help.open_bases(recipient, item) if {
	category_exists(item)
	subject_fits(item)
	recipient.class in question.purpose.recipient_classes
}
