#include "report/coaching_last.h"

#include "report/coaching_talk.h"
#include "report/words.h"
#include "review/form.h"
#include "review/ruling.h"
#include "tally/progress.h"

// ---- The agreements

static Period period_of(Arena *arena, const ReportInput *in, Str label) {
    Period period = PERIOD_ALL;
    if (!period_named(arena, label, in->period->zone, 0, &period)) period = PERIOD_ALL;
    return period;
}

static const Goal *goal_now(const AgentPages *pages) {
    vec_each(const Goal, goal, &pages->in->reviewed.goals)
        if (str_eq(goal->agent, pages->agent->agent) &&
            str_eq(goal->period, pages->in->period->label))
            return goal;
    return NULL;
}

// The last one from before this period; *since is when its own period ended.
static const Goal *goal_before(Arena *arena, const AgentPages *pages, int64_t *since) {
    const Goal *last = NULL;
    int64_t now = pages->in->period->since;
    if (now == NO_TIME) now = pages->agent->first_at;
    *since = NO_TIME;
    vec_each(const Goal, goal, &pages->in->reviewed.goals) {
        Period period = period_of(arena, pages->in, goal->period);
        bool own = str_eq(goal->agent, pages->agent->agent);
        bool earlier = period.until != FOREVER && period.until <= now;
        if (!own || !earlier || (last && period.until <= *since)) continue;
        last = goal;
        *since = period.until;
    }
    return last;
}

// "Ask first; 8 of 10 calls; until 2026-11-30".
static Str goal_words(Arena *arena, const Goal *goal) {
    const Str parts[] = {goal->goal, goal->measure, goal->due};
    Buf out = {.arena = arena};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].len)
            buf_format(&out, "%s%s%.*s", out.len ? "; " : "", i == 2 ? "until " : "",
                       STR_ARG(parts[i]));
    return buf_str(&out);
}

static Str share_words(Arena *arena, uint32_t met, uint32_t decided) {
    if (!decided) return STR("in no call that it applied to");
    return str_format(arena, "in %u of %u calls (%.0f %%)", met, decided,
                      100.0 * met / decided);
}

static Str progress_words(Arena *arena, const Progress *progress) {
    Str before = share_words(arena, progress->met_before, progress->decided_before);
    Str since = share_words(arena, progress->met_since, progress->decided_since);
    bool both = progress->decided_before && progress->decided_since;
    return str_format(arena, "Met %.*s up to then, %.*s since%s.", STR_ARG(before),
                      STR_ARG(since),
                      !both             ? ""
                      : progress->clear ? ": more than chance"
                                        : ": no clear change");
}

static double put_goal(const AgentPages *pages, Sheet *sheet) {
    Arena *arena = sheet->arena;
    int64_t since;
    const Goal *goal = goal_before(arena, pages, &since);
    if (!goal) return 0;
    uint32_t criterion = criterion_index(pages->in->tally->rubric, goal->criterion);
    coaching_line(sheet, str_format(arena, "Agreed %.*s", STR_ARG(goal->period)),
                  STYLE_STRONG, goal_words(arena, goal));
    if (criterion == UINT32_MAX) return 1;
    Progress progress =
        progress_of(pages->in->tally, pages->agent, pages->in->earlier, criterion, since);
    Str ask = pages->in->tally->rubric->criteria.items[criterion].ask;
    coaching_line(sheet, STR("Since then"), STYLE_WRAP,
                  str_format(arena, "%.*s %.*s", STR_ARG(ask),
                             STR_ARG(progress_words(arena, &progress))));
    return 3;
}

// ---- The reviews

static Str reviews_words(Arena *arena, const AgentPages *pages) {
    size_t judged = 0, overruled = 0, open = 0;
    Verdict machine, verdict;
    vec_each(const Review, review, &pages->in->reviewed.reviews) {
        if (!str_eq(review->agent, pages->agent->agent)) continue;
        judged += review_verdict(review, &verdict);
        overruled +=
            verdict_named(review->machine, &machine) && review_overrules(review, machine);
        open += review_is_open(review);
    }
    if (!judged && !open) return (Str){0};
    return str_format(arena,
                      "People judged %zu of the marks and overruled %zu; the agent "
                      "disputes %zu that nobody has decided yet: see Review.",
                      judged, overruled, open);
}

double coaching_last(const AgentPages *pages, Sheet *sheet) {
    Arena *arena = sheet->arena;
    int64_t since;
    Str reviews = reviews_words(arena, pages);
    if (!reviews.len && !goal_before(arena, pages, &since)) return 0;
    sheet_heading(sheet, STR("Last time"));
    double lines = 1.5 + put_goal(pages, sheet);
    if (!reviews.len) return lines;
    Cell *cell = coaching_line(sheet, STR("Reviews"), STYLE_LINK, reviews);
    cell_link(cell, pages->review, 0);
    return lines + 1;
}

// ---- What is agreed now

// What is known stands there, what is not has a line to write on.
static void put_entry(Sheet *sheet, Str label, Str words) {
    if (words.len) {
        coaching_line(sheet, label, STYLE_WRAP, words);
        return;
    }
    sheet_gap(sheet, 1.5);
    cell_text(sheet, STYLE_LABEL, label);
    cell_empty(sheet, STYLE_RULE);
    cell_span(sheet, COACHING_COLUMNS - 1);
}

static Str joined(Arena *arena, Str a, Str b) {
    if (!a.len || !b.len) return a.len ? a : b;
    return str_format(arena, "%.*s, %.*s", STR_ARG(a), STR_ARG(b));
}

void coaching_agreement(const AgentPages *pages, Sheet *sheet) {
    static const Goal NONE = {0};
    const Goal *now = goal_now(pages), *goal = now ? now : &NONE;
    Arena *arena = sheet->arena;
    sheet_heading(sheet, STR("What we agree"));
    put_entry(sheet, STR("Goal"), goal->goal);
    put_entry(sheet, STR("Measured by, until"), joined(arena, goal->measure, goal->due));
    put_entry(sheet, STR("Agent's comment"), goal->comment);
    put_entry(sheet, STR("Coach, agent, date"),
              joined(arena, goal->coach, goal->agent_name));
    if (!pages->in->reviews.len) return;
    sheet_row(sheet);
    cell_text(sheet, STYLE_LABEL, STR("Kept in"));
    cell_review_file(pages, sheet);
    cell_span(sheet, COACHING_COLUMNS - 1);
}
