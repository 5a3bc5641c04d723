// Numbers and choices in the words that people read on a sheet.
#ifndef REPORT_WORDS_H
#define REPORT_WORDS_H

#include "tally/coaching.h"

Str id_words(Arena *arena, Str id);                      // "offers-help" is "offers help"
Str agent_title(Arena *arena, const AgentTally *agent);  // "Maya Lindqvist (A101)"
Str agent_short(const AgentTally *agent);                // "Maya Lindqvist"
Str period_words(Arena *arena, const AgentTally *tally); // "2026-10-12 to 2026-10-30"
Str interval_words(Arena *arena, const Estimate *estimate); // "71.2 to 85.8"
Str rank_words(Arena *arena, const AgentTally *agent);      // "2 to 5"
// The band of a mean, as the mean is printed.
Str band_words(const Rubric *rubric, const Estimate *estimate);
// Whether an agent differs from the team by more than chance.
Str position_words(Arena *arena, const Tally *tally, const AgentTally *agent);
// "call S-0001, 2026-10-12, at 1:23 (turn 7)".
Str moment_words(Arena *arena, const Moment *moment);
// 'Customer: “it is late” Agent: “so it is”', long turns cut; {0} without any words.
Str said_words(Arena *arena, const Moment *moment);
// "A call is judged on 8.7 of 26 criteria on average.", or {0} without a judged call.
Str judged_mean_words(Arena *arena, const AgentTally *tally);
// How far the means of agents can be relied on, and what it would take.
Str reliability_words(Arena *arena, const Tally *tally);
// "Goes with csat, from -1 to 1".
Str outcome_title(Arena *arena, OutcomeField outcome);
// "+0.21 (+0.05 to +0.36), 120 calls", or a dash where it is not known.
Str relation_words(Arena *arena, const Relation *relation);
// What floors did to scores, or {0} where none was capped: "Floors capped 3 calls ...".
Str floor_words(Arena *arena, const Rubric *rubric, const AgentTally *tally);
// Why a call has no score: not assessable, or too little to judge.
Str no_score_words(const Scorecard *card);
// The reason of that.
Str card_why(const Scorecard *card);
// Why a mark is what it is; of what was not found, what a detector looks for stands there
// rather than its name: "not found: the agent asks whether there is anything else".
Str why_words(Arena *arena, const Rubric *rubric, const Mark *mark);
// The complaint and its hint.
Str diag_words(Arena *arena, const Diag *diag);
// "once", "twice", "3 times".
Str times_words(Arena *arena, uint32_t times);
// "floor: empathy, flag: no blame (without them 81.0)".
Str flags_words(Arena *arena, const Scorecard *card);
// What makes a criterion apply: "Every call", or the moments that `when` looks for.
Str when_words(Arena *arena, const Rubric *rubric, const Criterion *criterion);
Str critical_words(Arena *arena,
                   const Criterion *criterion); // {0} when it is not critical
Str law_words(Law law);
// How often a detector was right, in two sentences and where that was measured.
Str quality_words(Arena *arena, const Quality *quality);
bool has_floors(const Rubric *rubric);
// What else decides a score beside its weighted mean: ", before floors and caps", or {0}.
Str caveat_words(const Rubric *rubric);
Str na_words(NaLaw law);
// `text`, cut between words where it is longer than `most` bytes.
Str text_short(Arena *arena, Str text, size_t most);
// The question of a criterion that is not observable, and why it is not.
Str unobservable_words(Arena *arena, const Criterion *criterion);
// Of a principle none of whose criteria is observable.
#define UNOBSERVABLE_WORDS STR("not to be seen in a transcript")
Str score_words(Arena *arena, int32_t score); // "78.5", or "–"

#endif
