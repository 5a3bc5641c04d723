Words near each other.

  $ cat >near.yaml <<'YAML'
  > rubric: near
  > detectors:
  >   late-parcel:
  >     kind: near
  >     role: customer
  >     words: ['parcels?|packages?', 'late|delay(?:ed)?']
  >     within: 3
  >     unless: [wasn't]
  >     match: [the parcel is two days late, a delayed package]
  >     no_match: [the parcel came and I was late for work, "the parcel wasn't late"]
  > principles:
  >   - {id: care, title: Care, weight: 1, criteria: [
  >       {id: asks, ask: Was the parcel late?, met: late-parcel, tip: Ask., say: "When?"}]}
  > YAML
  $ callmark check near.yaml 2>&1 | grep error
  [1]
  $ cat >calls.csv <<'CSV'
  > call_id,speaker,text
  > P-1,agent,Is your parcel late?
  > P-1,customer,It is delayed. My parcel is very late again!
  > P-2,agent,Is your parcel late?
  > P-2,customer,"No, the parcel is here, but it came so very late"
  > CSV
  $ callmark find -r near.yaml calls.csv
  call,turn,role,at_ms,detector,start,end,quote,also,place
  P-1,2,customer,,late-parcel,6,24,delayed. My parcel,,
