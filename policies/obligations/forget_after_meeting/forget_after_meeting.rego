# METADATA
# title: Forget after the meeting
# description: >-
#   An incidental third party keeps nothing of what it heard once the meeting is over, but what was
#   agreed that it does.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.31
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.obligations.forget_after_meeting

applies if input.action.purpose == "incidental-third-party"
