# title: The second visit
VAR trust = 40
VAR knows_budget = false
-> opening
=== opening ===
"Good to see you again," says Ms. Oka. # reception
{trust >= 50: She smiles.|She looks at her watch.}
- (topics)
* "May I ask what has changed since spring?"
  ~ trust += 10
  "Our budget was cut."
  ~ knows_budget = true
  -> topics
* [Show the brochure] You open the brochure.
  ~ trust = trust - 15
  -> topics
* {knows_budget} "Then let us look at the total cost[."]," you say.
  -> offer.total
+ "What a fine office you have."
  -> topics
* -> offer
=== offer ===
She leans back.
-> total
= total
"And what would it cost?"
* {trust > 45} [Name the price] "Fair enough." <> She nods.
  -> END
* {not knows_budget} Offer a discount
  She sighs.
- "Let me think about it."
-> END
