Is the customer's question answered?

  $ cat >answered.yaml <<'YAML'
  > rubric: answered
  > score: {assess: {min_turns: 2, min_agent_words: 2}}
  > detectors:
  >   asks: {kind: question, role: customer}
  >   dodges: {role: agent, any: [can't say], match: [I can't say], no_match: [I say]}
  >   answers: {kind: answered, question: asks, deflect: dodges, each: yes}
  > principles:
  >   - {id: knows, title: Knows, weight: 1, criteria: [
  >       {id: answers, ask: Was each question answered?, when: asks, met: answers,
  >        tip: Answer., say: "Your bus leaves at noon."}]}
  > YAML
  $ cat >calls.csv <<'CSV'
  > call_id,agent,speaker,text
  > A-1,ada,customer,When does the bus leave?
  > A-1,ada,agent,The bus leaves at noon.
  > A-2,ben,customer,When does the bus leave? Is the ticket cheap?
  > A-2,ben,agent,I can't say when the bus leaves. Tickets are a pound.
  > A-3,cat,customer,Why?
  > A-3,cat,agent,Because it is a holiday.
  > CSV
  $ for call in 1 2 3; do
  >     callmark show -r answered.yaml -c A-$call --stage marks calls.csv
  > done
  score 100.0, Excellent, judged on 1 of 1
    knows 100.0
  met            knows/answers
      turn 1, customer, asks: When does the bus leave?
      turn 2, agent, answers: The bus leaves at noon.
  score 0.0, Needs coaching, judged on 1 of 1
    knows 0.0
  not met        knows/answers: 1 of 2 questions answered, turn 1 was deflected in turn 2
      turn 1, customer, asks: When does the bus leave?
      turn 1, customer, asks: Is the ticket cheap?
      turn 2, agent, answers: Tickets are a pound.
  score not assessable
    knows not assessable
  not assessable knows/answers: a question has no words to tell its answer by
