// What one call got: a mark per criterion, with the words behind it, and the scores.
#ifndef SCORE_SCORECARD_H
#define SCORE_SCORECARD_H

#include "rubric/verdict.h"

// A turn of the call, for those who read its marks.
typedef struct {
    Str text;      // as written
    int64_t at_ms; // its start, or NO_TIME
    Role role;
} Said;

// What found words. Most quotes of many calls have one of a few.
typedef struct {
    // What a record's quote of it begins and ends with (origin_seal); empty = not made.
    Str opens, closes;
    Str detector;
    Str phrase; // of weighed phrases: the one that counted here; else empty
    Str at;     // the pattern that matched: "detectors-en.yaml:1927"; empty: no single
                // one did, or it is not known
    int32_t points; // what the phrase counted
} Origin;

// Words of the call that a mark rests on. Turns count from 1, offsets are bytes into the
// turn's text as written, half open.
typedef struct {
    const Origin *origin; // never NULL
    Str quote;            // the words themselves
    int64_t at_ms;        // or NO_TIME
    uint32_t turn, start, end;
    Role role;
} Quote;
typedef VEC(Quote) Quotes;

// Those of a mark (score/quotes.h): `len` in `items` or, where they stay until the end of
// a run, packed, and then `len` is 0.
typedef struct {
    union {
        Quote *items;
        const char *packed;
    };
    uint32_t len;
    bool is_packed;
} MarkQuotes;

// A promise that was made, and that only a later call of the same customer tells of.
typedef struct {
    Str promise;                // the detector that asks
    int64_t within_ms;          // how much later that call may begin
    Verdict if_kept, if_broken; // what the mark's criterion then comes to
} AwaitedPromise;

// What a call tells of the promises of earlier ones.
typedef struct {
    Str promise; // the detector that asks
    bool kept;
    uint32_t turn; // where it is told, from 1; 0: nowhere in particular
} ToldPromise;

typedef struct {
    Str criterion, principle; // ids
    Verdict verdict;
    int32_t points;  // thousandths of a point
    int32_t weight;  // thousandths, as the rubric has it
    int32_t applied; // thousandths: the weight in its principle, see scorecard_add_up
    int64_t part;    // the weight in the call, of SHARE_ALL, before `max_share` bounds it
    int32_t share;   // of the compensatory score, thousandths of a percent
    bool uncounted;  // decided and shown, but for a person to check: it has no share
    Str why;
    MarkQuotes quotes;
    const AwaitedPromise *awaits; // of a mark that is not assessable; NULL: nothing
} Mark;

typedef struct {
    Str id;
    int32_t score;   // or NO_SCORE when nothing in it could be assessed
    int32_t weight;  // as the rubric has it
    int32_t applied; // thousandths: the weight that counted here, see scorecard_add_up
    int32_t floor;   // or NO_SCORE
    int64_t part;    // what it weighs in the law; 0: it takes no part
    bool failed;     // by a critical criterion
} PrincipleScore;

// A number that a measure of the rubric is of, or that tallies look for, and that no
// other member holds.
typedef struct {
    Str of;        // "field wait", "detector confusion"
    int64_t value; // thousandths, or NO_VALUE
} CardValue;

typedef struct {
    Str call, agent, agent_name, team, channel, customer; // empty = not known
    Str queue;                       // a column of the input; likewise
    AgentPart part;                  // of a call that several agents share
    int64_t started_at, duration_ms; // or NO_TIME
    uint32_t turns, agent_words;     // of the part
    RolesBy roles;
    uint32_t roles_percent; // as in Call
    Str language;           // of a call that is in another one than the rubric: its code
    Str rubric, rubric_version, rubric_hash;
    Str quality_hash; // of the figures by which criteria count; empty = there are none
    int32_t score, compensatory; // or NO_SCORE: the call could not be assessed
    int32_t uncapped;            // the score before floors and critical criteria
    Str band;                    // empty without a score
    uint32_t judged, judged_of;  // criteria that were decided, of those that count
    uint32_t unproven;           // decided too, and for a person to check
    Str too_little;              // why that is too little to judge the call, or empty
    Texts flags;
    VEC(PrincipleScore) principles;
    VEC(Mark) marks;
    int64_t wait_ms, first_reply_ms, max_reply_ms; // or NO_TIME
    VEC(CardValue) values;                         // those of the rubric's measures first
    Texts problems;
    VEC(uint32_t) gave_up; // patterns that ran into their budget; also among the problems
    VEC(ToldPromise) told;
    VEC(Said) said; // the call's turns, or those of the part from its first to its last,
                    // between them those of others empty and the system's; none: the
                    // record that the card came from did not have them
    uint32_t said_from; // the number of the first of them
} Scorecard;
typedef VEC(Scorecard) Scorecards;

static inline bool mark_is_decided(const Mark *mark) {
    return mark->verdict <= VERDICT_NOT_MET;
}

// Whether it has a part in the score.
static inline bool mark_counts(const Mark *mark) {
    return mark_is_decided(mark) && !mark->uncounted;
}

// Whose it is: the agent's id or, where that is not known, his name; empty = nobody's.
static inline Str scorecard_agent(const Scorecard *card) {
    return card->agent.len ? card->agent : card->agent_name;
}

// The turn that a quote is of, and the nearest before and after it of the other side, as
// in question and answer; the system is no side. NULL: there is none, or it is not known.
const Said *quote_turn(const Scorecard *card, const Quote *quote);
const Said *quote_before(const Scorecard *card, const Quote *quote);
const Said *quote_after(const Scorecard *card, const Quote *quote);
// What was said there; {0} when `said` is NULL.
static inline Str said_text(const Said *said) { return said ? said->text : (Str){0}; }
// The whole turn or, where it is not known, the matched words.
Str quote_words(const Scorecard *card, const Quote *quote);

#endif
