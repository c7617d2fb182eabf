# METADATA
# title: Inform the data subject
# description: >-
#   Who breaks secrecy because good care or a life demands it tells the data subject, unless that is
#   dangerous.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.29
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.obligations.notify_subject

applies(bases) if {
	some basis in bases
	basis.code in ["good_care", "vital_interest"]
}
