VAR trust = 40
VAR calm = true
-> start
=== start ===
Hello.
* [Ask]
  -> ask ->
  Back again.
  -> start
* {trust > 45} [Close] -> close
+ {not close && calm} [Shout]
  ~ trust -= 10
  ~ calm = false
  {trust < 35: -> lost}
  -> start
* (wait) [Wait]
* {wait} [Wait more]
  {calm: Fine.|No.}
- -> close
=== ask
What? 
* [Price] Price?
  ~ trust = trust + 10
* [Time] Time?
  ~ trust += 4
- Good.
->->
=== close
{trust >= 50: -> won}
Hm.
+ [Again] -> start
+ [Leave] -> lost
=== won
Yes. #won
-> END
=== lost
No. #lost
-> END
