"""A rubric for each kind of detector, whose work would grow with the square of a call's turns
if it were done without care: much is found, and what is sought last never is."""

COMMON = """
  asks: {role: customer, any: [please, need]}
  grants: {role: agent, any: [sure, of course]}
  never: {role: agent, any: [zymurgy]}
"""
KINDS = {
    "reading": "",
    "phrase": """
  early: {any: ['\\w+'], window: {first: 100000 turns}}
  late: {any: ['\\w+'], window: {last: 100000 turns}}
  soon: {any: ['\\w+'], window: {first: 600 min}}
  before: {any: ['\\w+'], window: {before: never}}
  heeds: {role: agent, any: ['\\w+'], window: {answering: asks}}""",
    "reply": """
  replies: {kind: reply, to: asks, with: never, within: {turns: 2}, each: yes}
  replies-first: {kind: reply, to: asks, with: grants, before: never, within: {seconds: 9}}""",
    "order": """
  near: {kind: order, steps: [asks, grants, asks, never], within: {turns: 3}}
  soon: {kind: order, steps: [asks, grants, asks, never], within: {seconds: 9}}""",
    "near": "  it: {kind: near, words: [the, order, zymurgy], within: 30}",
    "echo": "  it: {kind: echo, role: agent, shared: 9, within: {turns: 100000}, min: 99}",
    "question": "  it: {kind: question, frames: [what, how, could you], fillers: [so, okay]}",
    "answered": """
  it: {kind: answered, question: asks, deflect: never, shared: 9, within: {turns: 100000}}""",
    "promise": "  it: {kind: promise, any: ['i (?:will|can) (?<what>\\w+)'], when: [zymurgy]}",
    "fact": "  it: {kind: fact, any: ['\\d+'], wants: contradiction}",
    "response": "  it: {kind: response, at_most: 1 s}",
    "silence": "  it: {kind: silence, over: 100 ms}",
    "overlap": "  it: {kind: overlap, over: 1 ms, spoken: 1 ms, left: 1 ms}",
    "talk": "  it: {kind: talk, of: monologue, at_most: 1 s}",
    "metric": "  it: {kind: metric, formula: asks / words, at_most: 0}",
}


def rubric(kind):
    """Its detectors alone: what they find is quoted nowhere, and no record grows with it."""
    return f"""rubric: {kind}
score: {{assess: {{min_turns: 1, min_agent_words: 1}}}}
detectors:
  talks: {{kind: length, of: turns, at_least: 1}}{COMMON if KINDS[kind] else ''}
{KINDS[kind].lstrip(chr(10))}
principles:
  - id: all
    title: All
    weight: 1
    criteria:
      - {{id: talks, ask: Does anybody talk?, met: talks}}
"""
