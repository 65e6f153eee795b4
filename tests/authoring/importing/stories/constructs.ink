LIST moods = calm, (angry)
EXTERNAL ring(times)
VAR trust = 40
VAR met = false
VAR calls = 0
CONST goal = 60
-> lobby
=== lobby ===
{ring(2)}
"Good {&morning|evening}."
{
- trust > goal: "Mr Mori!"
- met: "You again."
- else: "And you are?"
}
Trust stands at {trust}.
-> small_talk ->
"What brings you here?"
<- side_door
* [Ask for the buyer] -> buyer
+ {not buyer} [Look around]
  ~ calls++
  ~ trust = trust + RANDOM(1, 6)
  -> lobby
* {calls >= 2 && trust < 50} [Apologise] -> buyer.late
* {moods == angry} [Soothe] -> buyer

=== small_talk ===
"Warm today." <>
 She fans herself.
->->

=== side_door ===
* [Use the side door] -> END

=== function greet(who) ===
~ return who + 1

=== buyer ===
~ met = true
~ trust = greet(54)
"I have five minutes."
-> terms ->
"We shall see."
-> END
= late
"You are late."
-> DONE

=== terms ===
"Name your terms."
* [Thirty days] "Agreed."
* [Sixty days] "Too long."
- "Fine."
->->

=== forgotten ===
Nobody comes here. # lost
-> END
