#include "cli/changes.h"

#include "base/json_out.h"
#include "base/listing.h"
#include "score/record_marks.h"

#include <math.h>

// ---- One changed verdict

static bool has_quote(const Mark *mark, const Quote *wanted) {
    vec_each(const Quote, quote, &mark->quotes)
        if (quote->turn == wanted->turn && quote->start == wanted->start &&
            quote->end == wanted->end &&
            str_eq(quote->origin->detector, wanted->origin->detector))
            return true;
    return false;
}

static void put_quote(Buf *out, char sign, const Quote *quote) {
    buf_format(out, "  %c turn %u, %.*s, %.*s: ", sign, quote->turn,
               STR_ARG(role_name(quote->role)), STR_ARG(quote->origin->detector));
    buf_line(out, quote->quote);
    buf_byte(out, '\n');
}

// What `mark` rests on; what `other` rests on as well has no sign, and is left out the
// second time.
static void put_evidence(Buf *out, char sign, const Mark *mark, const Mark *other) {
    if (mark->why.len) buf_format(out, "  %c %.*s\n", sign, STR_ARG(mark->why));
    vec_each(const Quote, quote, &mark->quotes) {
        bool shared = has_quote(other, quote);
        if (!shared || sign == '-') put_quote(out, shared ? ' ' : sign, quote);
    }
}

void change_put_text(Buf *out, const Change *change) {
    const Mark *before = change->old_mark, *after = change->new_mark;
    buf_put(out, change->card->call);
    if (change->card->agent.len) buf_format(out, " (%.*s)", STR_ARG(change->card->agent));
    buf_format(out, ": %.*s: %.*s -> %.*s\n", STR_ARG(after->criterion),
               STR_ARG(verdict_words(before->verdict)),
               STR_ARG(verdict_words(after->verdict)));
    put_evidence(out, '-', before, after);
    put_evidence(out, '+', after, before);
}

typedef struct {
    Str call, agent, criterion, old_verdict, new_verdict, old_why, new_why, old_evidence,
        new_evidence;
} ChangeRow;

#define COLUMN(member) \
    { #member, LIST_TEXT, offsetof(ChangeRow, member) }
static const ListColumn CHANGE_COLUMNS[] = {
    COLUMN(call),         COLUMN(agent),
    COLUMN(criterion),    COLUMN(old_verdict),
    COLUMN(new_verdict),  COLUMN(old_why),
    COLUMN(new_why),      COLUMN(old_evidence),
    COLUMN(new_evidence), {0},
};

void changes_put_header(Buf *out) { list_put_header(out, CHANGE_COLUMNS); }

// "turn 3: so sorry; turn 5: pardon".
static Str evidence_cell(Arena *arena, const Mark *mark) {
    Buf cell = {.arena = arena};
    vec_each(const Quote, quote, &mark->quotes)
        buf_format(&cell, "%sturn %u: %.*s", cell.len ? "; " : "", quote->turn,
                   STR_ARG(quote->quote));
    return buf_str(&cell);
}

void change_put_csv(Buf *out, const Change *change) {
    const Mark *before = change->old_mark, *after = change->new_mark;
    const ChangeRow row = {
        .call = change->card->call,
        .agent = change->card->agent,
        .criterion = after->criterion,
        .old_verdict = verdict_name(before->verdict),
        .new_verdict = verdict_name(after->verdict),
        .old_why = before->why,
        .new_why = after->why,
        .old_evidence = evidence_cell(out->arena, before),
        .new_evidence = evidence_cell(out->arena, after),
    };
    list_put_csv(out, CHANGE_COLUMNS, &row);
}

void change_put_json(Buf *out, const Change *change) {
    buf_byte(out, '{');
    json_put_text(out, KEY("call"), change->card->call);
    json_put_text_or_null(out, KEY("agent"), change->card->agent);
    json_put_text(out, KEY("criterion"), change->new_mark->criterion);
    json_next(out, KEY("old"));
    record_put_mark(out, change->old_mark);
    json_next(out, KEY("new"));
    record_put_mark(out, change->new_mark);
    buf_text(out, "}\n");
}

// ---- All of them in numbers

typedef struct {
    Str criterion, old_verdict, new_verdict;
    Verdict before, after;
    uint32_t calls;
} CountRow;

static const ListColumn COUNT_COLUMNS[] = {
    {"criterion", LIST_TEXT, offsetof(CountRow, criterion)},
    {"old_verdict", LIST_TEXT, offsetof(CountRow, old_verdict)},
    {"new_verdict", LIST_TEXT, offsetof(CountRow, new_verdict)},
    {"calls", LIST_COUNT, offsetof(CountRow, calls)},
    {0},
};

typedef void PutCount(Buf *out, const CountRow *row);

// Each change of each criterion that happened.
static void each_count(Buf *out, const CriterionChange *criterion, PutCount *put) {
    for (Verdict before = 0; before < VERDICT_COUNT; before++)
        for (Verdict after = 0; after < VERDICT_COUNT; after++) {
            uint32_t calls = before == after ? 0 : criterion->calls[before][after];
            if (calls)
                put(out, &(CountRow){criterion->id, verdict_name(before),
                                     verdict_name(after), before, after, calls});
        }
}

static void put_count_csv(Buf *out, const CountRow *row) {
    list_put_csv(out, COUNT_COLUMNS, row);
}

static void put_count_json(Buf *out, const CountRow *row) {
    list_put_json(out, COUNT_COLUMNS, row);
}

void comparison_put_csv(Buf *out, const Comparison *comparison) {
    list_put_header(out, COUNT_COLUMNS);
    vec_each(const CriterionChange, criterion, &comparison->criteria)
        each_count(out, criterion, put_count_csv);
}

void comparison_put_json(Buf *out, const Comparison *comparison) {
    vec_each(const CriterionChange, criterion, &comparison->criteria)
        each_count(out, criterion, put_count_json);
}

// ---- For a person

enum { NAME_WIDTH = 40, NUMBER_WIDTH = 8 };

static void put_name(Buf *out, const char *indent, Str name) {
    size_t from = out->len;
    buf_format(out, "%s%.*s ", indent, STR_ARG(name));
    buf_pad(out, from, NAME_WIDTH);
}

static void put_mean(Buf *out, const Sums *scores) {
    Buf text = {.arena = out->arena};
    buf_decimal(&text, llround(sums_estimate(scores).mean * 1000), 1);
    buf_format(out, "%*.*s", NUMBER_WIDTH, STR_ARG(buf_str(&text)));
}

// With its sign, and one decimal more than scores have: small changes of many calls add
// up.
static Str signed_points(Arena *arena, double points) {
    Buf text = {.arena = arena};
    int64_t hundredths = llround(points * 100);
    if (hundredths > 0) buf_byte(&text, '+');
    buf_decimal(&text, hundredths * 10, 2);
    return buf_str(&text);
}

static void put_scores(Buf *out, Str name, const ScoreChange *scores) {
    Estimate change = sums_change(&scores->change);
    put_name(out, "  ", name);
    buf_format(out, "%*lld", NUMBER_WIDTH, (long long)change.count);
    if (change.has_mean) {
        put_mean(out, &scores->old_score);
        put_mean(out, &scores->new_score);
        buf_format(out, "%*.*s", NUMBER_WIDTH,
                   STR_ARG(signed_points(out->arena, change.mean)));
    }
    if (change.has_interval && scores->change.squares)
        buf_format(out, "  %.*s to %.*s", STR_ARG(signed_points(out->arena, change.low)),
                   STR_ARG(signed_points(out->arena, change.high)));
    buf_byte(out, '\n');
}

// The team comes last, as a sum does.
static void put_agents(Buf *out, const Comparison *comparison) {
    put_name(out, "scores", (Str){0});
    buf_format(out, "%*s%*s%*s%*s  95 %% interval\n", NUMBER_WIDTH, "calls", NUMBER_WIDTH,
               "old", NUMBER_WIDTH, "new", NUMBER_WIDTH, "change");
    size_t same = 0;
    vec_each(const ScoreChange, agent, &comparison->agents) {
        bool moved = agent->change.squares > 0;
        same += !moved;
        if (moved)
            put_scores(out, agent->agent.len ? agent->agent : STR("(no agent)"), agent);
    }
    if (same)
        buf_format(out, "  (%zu agent%s without change)\n", same, same == 1 ? "" : "s");
    put_scores(out, STR("(all)"), &comparison->all);
}

static void put_count_text(Buf *out, const CountRow *row) {
    size_t from = out->len;
    buf_format(out, "    %.*s -> %.*s ", STR_ARG(verdict_words(row->before)),
               STR_ARG(verdict_words(row->after)));
    buf_pad(out, from, NAME_WIDTH);
    buf_format(out, "%*u\n", NUMBER_WIDTH, row->calls);
}

static void put_heading(Buf *out, const char *name, size_t lines) {
    if (!lines) return;
    buf_byte(out, '\n');
    put_name(out, name, (Str){0});
    buf_format(out, "%*s\n", NUMBER_WIDTH, "calls");
}

static void put_criteria(Buf *out, const Comparison *comparison) {
    put_heading(out, "verdicts", comparison->changed);
    vec_each(const CriterionChange, criterion, &comparison->criteria) {
        if (!criterion->changed) continue;
        put_name(out, "  ", criterion->id);
        buf_format(out, "%*u\n", NUMBER_WIDTH, criterion->changed);
        each_count(out, criterion, put_count_text);
    }
}

static Str band_name(Str band) { return band.len ? band : STR("no score"); }

static void put_bands(Buf *out, const Comparison *comparison) {
    put_heading(out, "bands", comparison->bands.len);
    vec_each(const BandChange, change, &comparison->bands) {
        Str name =
            str_format(out->arena, "%.*s -> %.*s", STR_ARG(band_name(change->old_band)),
                       STR_ARG(band_name(change->new_band)));
        put_name(out, "  ", name);
        buf_format(out, "%*u\n", NUMBER_WIDTH, change->calls);
    }
}

static void put_alone(Buf *out, const char *which, const Texts *ids) {
    if (ids->len) buf_format(out, "only in the %s rubric:", which);
    vec_each(const Str, id, ids)
        buf_format(out, "%s %.*s", id == ids->items ? "" : ",", STR_ARG(*id));
    if (ids->len) buf_byte(out, '\n');
}

static void put_scored(Buf *out, const char *which, uint32_t calls) {
    if (calls)
        buf_format(out, "%u call%s with a score by the %s rubric only\n", calls,
                   calls == 1 ? "" : "s", which);
}

// What matters most comes last, where a terminal shows it.
void comparison_put_text(Buf *out, const Comparison *comparison) {
    put_agents(out, comparison);
    put_criteria(out, comparison);
    put_bands(out, comparison);
    buf_byte(out, '\n');
    put_alone(out, "old", &comparison->old_only);
    put_alone(out, "new", &comparison->new_only);
    put_scored(out, "old", comparison->old_scored);
    put_scored(out, "new", comparison->new_scored);
    buf_format(out, "%u call%s, %u with another verdict, %u with another score\n",
               comparison->calls, comparison->calls == 1 ? "" : "s", comparison->changed,
               comparison->rescored);
}
