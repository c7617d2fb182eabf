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

reason_against(item) := {
	"code": "category_not_allowed",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel2.30",
} if {
	not item_fits(item)
}

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
	not a_basis_carries(bases)
	not is_health(item)
}

matrix_allows(recipient, item) if {
	recipient.class in question.purpose.recipient_classes
	question.no_heavier(item.answerType, question.cell(item).recipients[recipient.type])
}

a_basis_carries(bases) if bases != []

is_health(item) if question.categories[item.category].health == true

# What is about no person has nobody to fit.
item_fits(item) if question.categories[item.category].personal == false

item_fits(item) if {
	subject := item.subject
	is_string(subject.pseudonym)
	subject.ageBand in question.age_bands
	subject.role in question.categories[item.category].about
}

# Within the matrix: a lighter answer, or a basis that is offered and does not hold yet.
helps(recipient, item) := help.lighter_answers(recipient, item) | help.open_bases(recipient, item) if {
	item_fits(item)
	recipient.class in question.purpose.recipient_classes
}
