# shellcheck shell=bash
# Makes counter.yaml, a rubric of two principles, and calls.csv, three calls of two agents,
# for the stories whose point is elsewhere. To be read with `.` in the story's folder.

cat >counter.yaml <<'YAML'
rubric: counter
title: At the library counter
version: 1
language: en
score:
  law: weighted-mean
  bands: {Good: 60, Poor: 0}
  assess: {min_turns: 2, min_agent_words: 2, roles: [agent, customer]}
detectors:
  hello:
    role: agent
    any: [good morning, hello]
    match: [Good morning to you]
    no_match: [good grief]
  grumble:
    role: customer
    any: [(?:so|really) annoyed, waited for weeks]
    match: [I'm so annoyed]
    no_match: [I was not annoyed]
  sorry:
    role: agent
    any: [sorry]
    match: [I'm sorry about that]
    no_match: [a sore throat]
  soothes:
    kind: reply
    to: grumble
    with: sorry
    within: {turns: 1}
principles:
  - id: welcome
    title: Welcome
    weight: 40
    criteria:
      - id: greets
        ask: Did the agent greet the reader?
        met: hello
        weight: 1
        tip: Say hello first.
        say: Good morning.
  - id: care
    title: Care
    weight: 60
    criteria:
      - id: says-sorry
        ask: Did the agent say sorry to an annoyed reader at once?
        when: grumble
        met: soothes
        partly: sorry
        weight: 1
        tip: Say sorry before you look at the screen.
        say: I'm sorry that you had to wait.
YAML

cat >calls.csv <<'CSV'
call_id,agent,team,started_at,wait,speaker,start,end,text
B-1,ada,Desk,2026-03-02T09:00:00Z,30,agent,0,3,"Good morning, what can I find for you?"
B-1,ada,Desk,2026-03-02T09:00:00Z,30,customer,4,9,"The atlas. I've waited for weeks, I'm really annoyed."
B-1,ada,Desk,2026-03-02T09:00:00Z,30,agent,10,14,I'm sorry. It came in today.
B-2,ben,Desk,2026-03-02T10:30:00Z,,customer,0,4,I'm so annoyed about this fine.
B-2,ben,Desk,2026-03-02T10:30:00Z,,agent,6,8,It says two pounds here.
B-3,ada,Desk,2026-03-09T16:15:00Z,5,agent,0,2,Hello again.
B-3,ada,Desk,2026-03-09T16:15:00Z,5,customer,3,5,"Hello, I'm bringing the atlas back."
CSV
