# METADATA
# title: Answer the data subject within a month
# description: >-
#   The contact point answers a data subject within a month, or says within that month why it takes
#   up to two more; what is held back is held back with a reason.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.4
#     - https://wetten.overheid.nl/BWBR0040940#Artikel41
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.obligations.answer_within_a_month

applies if input.action.purpose == "data-subject-rights"
