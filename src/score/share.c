#include "score/share.h"

#include "base/buf.h"
#include "call/language_obstacle.h"

enum { ALL = 1000, ONE_POINT = 1000, HUNDRED_PERCENT = 100000, TENTH = 100 };

// ---- Shares

// The largest part below `limit`, or 0.
static int64_t next_part(const WeighedMarks *marks, int64_t limit) {
    int64_t largest = 0;
    vec_each(const WeighedMark, item, marks)
        if (item->mark->part < limit && item->mark->part > largest)
            largest = item->mark->part;
    return largest;
}

// What is left for the parts below `limit`, and their sum.
static Shares shares_below(const WeighedMarks *marks, int32_t cap, int64_t limit) {
    Shares shares = {.cap = cap, .rest = ALL, .least_capped = limit};
    vec_each(const WeighedMark, item, marks) {
        if (item->mark->part < limit)
            shares.sum += item->mark->part;
        else
            shares.rest -= cap;
    }
    return shares;
}

// The largest parts go to the cap, one after the other, until the next one keeps within
// it. Equal parts go together.
Shares shares_make(const WeighedMarks *marks, int32_t max_share) {
    Shares shares = shares_below(marks, max_share, INT64_MAX);
    int64_t part = next_part(marks, INT64_MAX);
    while (part * shares.rest > max_share * shares.sum) {
        shares = shares_below(marks, max_share, part);
        part = next_part(marks, part);
    }
    return shares;
}

static int64_t divide_half_up(int64_t a, int64_t b) { return (2 * a + b) / (2 * b); }

int32_t share_of(const Shares *shares, const Mark *mark) {
    if (mark->part >= shares->least_capped) return shares->cap * (HUNDRED_PERCENT / ALL);
    if (!mark->part) return 0;
    return (int32_t)divide_half_up(mark->part * shares->rest * (HUNDRED_PERCENT / ALL),
                                   shares->sum);
}

static bool has_failed(const Scorecard *card, size_t principle) {
    return principle < card->principles.len && card->principles.items[principle].failed;
}

int32_t shares_score(const Shares *shares, const WeighedMarks *marks,
                     const Scorecard *card) {
    int64_t at_cap = 0, below = 0, sum = shares->sum ? shares->sum : 1;
    vec_each(const WeighedMark, item, marks) {
        const Mark *mark = item->mark;
        if (!mark->points || has_failed(card, item->principle)) continue;
        if (mark->part >= shares->least_capped)
            at_cap += mark->points;
        else
            below += mark->part * mark->points;
    }
    int64_t earned = at_cap * shares->cap * sum + below * shares->rest;
    return (int32_t)divide_half_up(earned, sum * ONE_POINT) * TENTH;
}

// ---- Whether they are enough

const Criterion *criterion_find(const Rubric *rubric, Str id, size_t *next) {
    size_t count = rubric->criteria.len;
    for (size_t looked = 0; looked < count; looked++) {
        const Criterion *criterion = &rubric->criteria.items[*next];
        *next = *next + 1 < count ? *next + 1 : 0;
        if (str_eq(criterion->id, id)) return criterion;
    }
    return NULL;
}

static Str percent_words(Arena *keep, int64_t thousandths) {
    Buf out = {.arena = keep};
    buf_trimmed(&out, thousandths * 100);
    return buf_str(&out);
}

static bool takes_part(const Scorecard *card) {
    vec_each(const PrincipleScore, item, &card->principles)
        if (item->part) return true;
    return false;
}

// Why so much of the weight is not enough, or {0}.
static Str weight_lacking(const ScoreLaw *law, const Scorecard *card, int64_t nominal,
                          Arena *keep) {
    if (nominal && !takes_part(card))
        return str_format(keep, "of no principle %.*s %% were decided",
                          STR_ARG(percent_words(keep, law->min_weight)));
    if (nominal * ALL >= (int64_t)law->min_weight * SHARE_ALL) return (Str){0};
    return str_format(keep,
                      "%.*s %% of the rubric's weight was decided, less than %.*s %%",
                      STR_ARG(percent_words(keep, nominal * ALL / SHARE_ALL)),
                      STR_ARG(percent_words(keep, law->min_weight)));
}

static Str too_few(const Scorecard *card, uint32_t fewest, Arena *keep) {
    bool one = card->judged == 1;
    const char *that = !card->unproven ? "" : one ? " that counts" : " that count";
    return str_format(keep, "%u criteri%s%s %s decided, fewer than %u", card->judged,
                      one ? "on" : "a", that, one ? "was" : "were", fewest);
}

void shares_judge(const Rubric *rubric, const Judged *judged, Arena *keep,
                  Scorecard *card) {
    uint32_t fewest = score_law_fewest(&rubric->score);
    card->judged = judged->judged;
    card->judged_of = judged->judged_of;
    card->unproven = judged->unproven;
    card->too_little = (Str){0};
    if (!judged->assessable)
        return; // of the call itself something is missing, as its marks say
    if (card->language.len)
        card->too_little = languages_words(keep, card->language, rubric->language);
    else if (!card->judged && card->unproven)
        card->too_little = STR("nothing that was decided counts");
    else if (card->judged >= fewest)
        card->too_little = weight_lacking(&rubric->score, card, judged->nominal, keep);
    else
        card->too_little = too_few(card, fewest, keep);
}

// The principle that all decided marks belong to, or {0}.
static Str only_principle(const Scorecard *card) {
    Str only = {0};
    vec_each(const Mark, mark, &card->marks) {
        if (!mark_counts(mark) || !mark->share) continue;
        if (only.len && !str_eq(only, mark->principle)) return (Str){0};
        only = mark->principle;
    }
    return card->principles.len > 1 ? only : (Str){0};
}

Str judged_words(Arena *arena, const Scorecard *card) {
    Buf out = {.arena = arena};
    Str only = only_principle(card);
    buf_format(&out, "judged on %u of %u", card->judged, card->judged_of);
    if (only.len) buf_format(&out, ", %.*s only", STR_ARG(only));
    if (card->unproven) buf_format(&out, ", %u for a person to check", card->unproven);
    return buf_str(&out);
}
