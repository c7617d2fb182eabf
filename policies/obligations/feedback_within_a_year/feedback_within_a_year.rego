# METADATA
# title: Tell what it was good for
# description: >-
#   The recipient tells the provider within a year what the data were used for, or why they were
#   not.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.7
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.obligations.feedback_within_a_year

import data.spil.disclosure.question

applies if question.purpose.feedback == true
