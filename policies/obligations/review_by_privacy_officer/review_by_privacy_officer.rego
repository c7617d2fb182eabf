# METADATA
# title: Review by the privacy officer
# description: >-
#   Where secrecy was broken without consent the privacy officer reviews it within two working days.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0049962#Artikel2.29
#     - https://wetten.overheid.nl/BWBR0040940#Artikel22
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.obligations.review_by_privacy_officer

applies(bases) if {
	some basis in bases
	basis.code in ["good_care", "vital_interest"]
}
