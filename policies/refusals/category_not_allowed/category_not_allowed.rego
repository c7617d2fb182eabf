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

import data.spil.disclosure.question

reason_about_recipient(recipient) := refusal if not is_served(recipient)

reason_about_item(item) := refusal if not item_fits(item)

# What to say of an item that no basis carries; of health data another rule says it.
reason_without_basis(item) := refusal if not is_health(item)

reason(recipient, item) := refusal if not matrix_allows(recipient, item)

is_served(recipient) if recipient.class in question.purpose.recipient_classes

matrix_allows(recipient, item) if {
	question.no_heavier(item.answerType, question.cell(item).recipients[recipient.type])
}

is_health(item) if question.categories[item.category].health == true

item_fits(item) if person_fits(item, question.categories[item.category])

# What is about no person has nobody to fit.
person_fits(_, kind) if kind.personal == false

person_fits(item, kind) if {
	kind.personal == true
	subject := item.subject
	is_string(subject.pseudonym)
	subject.ageBand in question.age_bands
	subject.role in kind.about
}

# Within the matrix: a lighter answer, or a basis that is offered and does not hold yet.
helps(recipient, item, within_the_matrix) := within_the_matrix if {
	item_fits(item)
	is_served(recipient)
}

refusal := {
	"code": "category_not_allowed",
	"article": "https://wetten.overheid.nl/BWBR0049962#Artikel2.30",
}
