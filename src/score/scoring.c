#include "score/scoring.h"

#include "call/language_obstacle.h"
#include "detect/position.h"
#include "rubric/reference.h"
#include "score/add_up.h"
#include "score/card_value.h"
#include "score/mark.h"
#include "score/promises.h"

static void describe_call(const Call *call, Arena *keep, Scorecard *out) {
    out->call = call->id;
    out->agent = call->agent;
    out->agent_name = call->agent_name;
    out->team = call->team;
    out->channel = call->channel;
    out->customer = call->customer;
    vec_each(const Field, field, &call->fields)
        if (str_eq_fold(field->name, STR("queue"))) out->queue = field->value;
    out->part = call->part;
    out->started_at = call->started_at;
    out->duration_ms = call_duration(call);
    out->agent_words = call_words(call, ROLE_AGENT);
    out->roles = call->roles;
    out->roles_percent = call->roles_percent;
    vec_each(const Turn, turn, &call->turns) out->turns += turn->role != ROLE_SYSTEM;
    vec_each(const Str, problem, &call->problems)
        *vec_push(keep, &out->problems) = *problem;
}

// The turns, or those of the part from its first to its last.
static void keep_said(const Call *call, Arena *keep, Scorecard *out) {
    size_t from = 0, to = call->turns.len;
    while (from < to && call->turns.items[from].elsewhere) from++;
    while (to > from && call->turns.items[to - 1].elsewhere) to--;
    out->said_from = (uint32_t)from + 1;
    out->said.items = arena_array(keep, Said, to - from);
    out->said.len = out->said.cap = to - from;
    for (size_t t = from; t < to; t++) {
        const Turn *turn = &call->turns.items[t];
        out->said.items[t - from] = (Said){turn->text, turn->start_ms, turn->role};
    }
}

static void note_language(const Rubric *rubric, const Call *call, Arena *keep,
                          Scorecard *out) {
    Str obstacle = language_obstacle(keep, call, rubric->language);
    if (!obstacle.len) return;
    out->language = call->language;
    *vec_push(keep, &out->problems) = obstacle;
}

static bool has_spoken(const Call *call, Role role) {
    vec_each(const Turn, turn, &call->turns)
        if (turn->role == role) return true;
    return false;
}

// Why a call holds too little to be marked, or {0} when it holds enough.
static Str too_little(const ScoreLaw *law, const Call *call, const Scorecard *card,
                      Arena *keep) {
    if (card->roles == ROLES_UNCLEAR)
        return roles_words(keep, card->roles, card->roles_percent);
    uint32_t turns = turns_in_all(call, ROLE_UNKNOWN);
    if (turns < law->min_turns)
        return str_format(keep, "the call has %u turn%s, fewer than %u", turns,
                          turns == 1 ? "" : "s", law->min_turns);
    for (Role role = 0; role < ROLE_COUNT; role++)
        if (law->needs[role] && !has_spoken(call, role))
            return str_format(keep, "no turns of the %.*s", STR_ARG(role_name(role)));
    if (!card->language.len && card->agent_words < law->min_agent_words)
        return str_format(keep, "the agent said %u word%s, fewer than %u",
                          card->agent_words, card->agent_words == 1 ? "" : "s",
                          law->min_agent_words);
    return (Str){0};
}

// Why a criterion does not ask for anything of this agent, who was not there, or {0}.
static inline Str not_there(const Rubric *rubric, const Call *call,
                            const Criterion *criterion, Arena *scratch) {
    const AgentPart *part = &call->part;
    if (!part->of) return (Str){0};
    bool opens = part->number <= 1, ends = part->ends;
    if (!opens && criterion_at_edge(scratch, rubric, criterion, WINDOW_FIRST))
        return STR("another agent opened the call");
    if (!ends && criterion_at_edge(scratch, rubric, criterion, WINDOW_LAST))
        return STR("another agent ended the call");
    return (Str){0};
}

static void begin_mark(const Rubric *rubric, const Criterion *criterion, Mark *mark) {
    *mark = (Mark){
        .criterion = criterion->id,
        .principle = rubric->principles.items[criterion->principle].id,
        .verdict = VERDICT_NOT_ASSESSABLE,
        .weight = criterion->weight,
        .uncounted = criterion->uncounted.len > 0,
    };
}

void scorecard_make(const Rubric *rubric, const Call *call, Findings *findings,
                    const KnownOrigins *origins, Arena *keep, Scorecard *out) {
    Arena *scratch = findings->in.scratch;
    *out = (Scorecard){.rubric = rubric->id,
                       .rubric_version = rubric->version,
                       .rubric_hash = str_from(rubric->hash),
                       .quality_hash = str_from(rubric->quality_hash)};
    describe_call(call, keep, out);
    keep_said(call, keep, out);
    note_language(rubric, call, keep, out);
    card_measure(rubric, call, findings, scratch, keep, out);
    CitedWords cited = {.gathered =
                            arena_array(scratch, uint32_t, rubric->detectors.len)};
    MarkInput in = {
        .rubric = rubric,
        .call = call,
        .findings = findings,
        .scratch = scratch,
        .keep = keep,
        .origins = origins,
        .cited = &cited,
    };
    Str obstacle = too_little(&rubric->score, call, out, keep);
    out->marks.items = arena_raw(keep, array_bytes(rubric->criteria.len, sizeof(Mark)));
    out->marks.cap = rubric->criteria.len;
    vec_each(const Criterion, criterion, &rubric->criteria) {
        if (!criterion->observable) continue;
        Mark *mark = &out->marks.items[out->marks.len++];
        begin_mark(rubric, criterion, mark);
        mark->why = obstacle;
        if (obstacle.len) continue;
        mark->why = not_there(rubric, call, criterion, scratch);
        if (mark->why.len)
            mark->verdict = VERDICT_NOT_APPLICABLE;
        else
            mark_make(&in, criterion, mark);
    }
    promises_note_told(rubric, findings, keep, out);
    scorecard_add_up(rubric, keep, out);
}
