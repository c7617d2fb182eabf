# METADATA
# title: Log the control itself
# description: >-
#   Who controls leaves a trace of its own: which log data, for which of the purposes of the law,
#   when.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel1.8
#     - https://wetten.overheid.nl/BWBR0022463#Artikel32a
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.obligations.log_own_access

applies if input.action.purpose == "lawfulness-control"
