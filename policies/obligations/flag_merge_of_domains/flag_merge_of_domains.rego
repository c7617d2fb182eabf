# METADATA
# title: Flag that domains were merged
# description: >-
#   Who brings together data of several acts marks in its own register that, why and with whose
#   consent it did.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0035362#Artikel5.1.1
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.obligations.flag_merge_of_domains

applies if input.action.purpose == "social-support-integral"
