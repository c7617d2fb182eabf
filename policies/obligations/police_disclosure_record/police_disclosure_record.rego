# METADATA
# title: Keep the police record
# description: >-
#   Of every disclosure of police data the police keep a record: basis, recipient, purpose, data
#   and time.
# scope: package
# custom:
#   law:
#     - https://wetten.overheid.nl/BWBR0022463#Artikel32
#   owner: Privacy officer of the partnership
#   status: example, needs legal review
package spil.obligations.police_disclosure_record

applies(item) if item.category == "POLICE"
