#include "report/summary.h"

#include "report/trend_words.h"
#include "report/words.h"
#include "tally/help.h"

enum { HELPED_MOST = 3, CALLS_MOST = 3 };

static uint32_t refused_calls(const ReportInput *in) {
    uint32_t refused = 0;
    vec_each(const InputFile, file, in->inputs) refused += file->refused;
    return refused;
}

// Flags of a card that a critical criterion raised.
static bool is_critical(Str flag) { return !str_starts(flag, STR("floor:")); }

static uint32_t critical_flags(const Scorecard *card) {
    uint32_t count = 0;
    vec_each(const Str, flag, &card->flags) count += is_critical(*flag);
    return count;
}

static uint32_t critical_calls(const AgentTally *tally) {
    uint32_t count = 0;
    vec_each(const Scorecard *, card, &tally->cards) count += critical_flags(*card) > 0;
    return count;
}

static uint32_t not_assessable(const AgentTally *team) {
    return team->calls - team->assessed - team->too_little;
}

// ---- For a mail

static void put_mean(Buf *out, const ReportInput *in) {
    Estimate score = sums_estimate(&in->tally->team.score);
    Str interval = interval_words(out->arena, &score);
    if (score.has_mean)
        buf_format(out, "Score           %.1f (%.*s)\n", score.mean, STR_ARG(interval));
    else
        buf_text(out, "Score           none\n");
    if (in->period->before != NO_TIME)
        buf_format(out, "Change          %.*s\n",
                   STR_ARG(change_words(out->arena, &in->trends->team.change)));
}

static void put_head(Buf *out, const ReportInput *in) {
    const Tally *tally = in->tally;
    const AgentTally *team = &tally->team;
    Str label = in->period->label, days = period_words(out->arena, team);
    buf_format(out, "%.*s%s%.*s, by %.*s %.*s\n\n", STR_ARG(label), label.len ? ": " : "",
               STR_ARG(days), STR_ARG(tally->rubric->id),
               STR_ARG(tally->rubric->version));
    buf_format(out, "Calls           %u of %zu agents\n", team->calls, tally->agents.len);
    buf_format(out, "Refused         %u\n", refused_calls(in));
    buf_format(out, "Not assessable  %u, and %u too little to judge\n",
               not_assessable(team), team->too_little);
    put_mean(out, in);
}

static void put_name(Buf *out, const AgentTally *agent) {
    buf_format(out, "  %.*s: ", STR_ARG(agent_title(out->arena, agent)));
}

static void put_critical_calls(Buf *out, const AgentTally *agent) {
    uint32_t count = critical_calls(agent), shown = 0;
    put_name(out, agent);
    buf_format(out, "%u call%s:", count, count == 1 ? "" : "s");
    vec_each(const Scorecard *, card, &agent->cards) {
        if (!critical_flags(*card) || shown == CALLS_MOST) continue;
        buf_format(out, "%s %.*s (%.*s)", shown++ ? "," : "", STR_ARG((*card)->call),
                   STR_ARG(flags_words(out->arena, *card)));
    }
    buf_text(out, count > CALLS_MOST ? ", ...\n" : "\n");
}

static void put_critical(Buf *out, const Tally *tally) {
    buf_text(out, "\nCritical criteria failed\n");
    size_t before = out->len;
    vec_each(const AgentTally, agent, &tally->agents)
        if (critical_calls(agent)) put_critical_calls(out, agent);
    if (out->len == before) buf_text(out, "  by nobody\n");
}

static void put_help(Buf *out, const Tally *tally) {
    size_t found;
    HelpList list = help_first(out->arena, tally, HELPED_MOST, &found);
    buf_text(out, "\nTo help first\n");
    vec_each(const Help, help, &list) {
        Estimate score = sums_estimate(&help->agent->score);
        put_name(out, help->agent);
        buf_format(out, "%.1f (%.*s) in %lld calls\n", score.mean,
                   STR_ARG(interval_words(out->arena, &score)), (long long)score.count);
    }
    if (!found) buf_text(out, "  nobody can be told from the team\n");
}

static void put_crossing(Buf *out, const AgentTally *agent, const Principle *principle,
                         const Sums *sums, const Change *change) {
    double floor = principle->floor / 1000.0, now = sums_estimate(sums).mean;
    double before = now - change->value;
    if (principle->floor == NO_SCORE || !change->known ||
        (now < floor) == (before < floor))
        return;
    put_name(out, agent);
    buf_format(out, "%.*s %s its floor of %.1f: %.1f, %.1f before\n",
               STR_ARG(principle->title), now < floor ? "fell below" : "rose to", floor,
               now, before);
}

static void put_floors(Buf *out, const ReportInput *in) {
    const Tally *tally = in->tally;
    if (!has_floors(tally->rubric) || in->period->before == NO_TIME) return;
    buf_text(out, "\nCrossed a floor\n");
    size_t before = out->len;
    for (size_t a = 0; a < tally->agents.len; a++)
        for (size_t i = 0; i < tally->rubric->principles.len; i++)
            put_crossing(out, &tally->agents.items[a],
                         &tally->rubric->principles.items[i],
                         &tally->agents.items[a].principles[i],
                         &in->trends->agents[a].principles[i]);
    if (out->len == before) buf_text(out, "  nobody\n");
}

void summary_put(Buf *out, const ReportInput *in) {
    put_head(out, in);
    put_critical(out, in->tally);
    put_help(out, in->tally);
    put_floors(out, in);
}

// ---- For monitoring

static void put_metric(Buf *out, const char *name, const char *help) {
    buf_format(out, "# HELP %s %s\n# TYPE %s gauge\n", name, help, name);
}

// Of a label's value: backslash, quote and line end are escaped.
static void put_label(Buf *out, const char *name, Str value) {
    buf_format(out, "%s=\"", name);
    for (size_t i = 0; i < value.len; i++) {
        char c = value.ptr[i];
        if (c == '\\' || c == '"') buf_byte(out, '\\');
        if (c == '\n')
            buf_text(out, "\\n");
        else
            buf_byte(out, c);
    }
    buf_byte(out, '"');
}

static void put_outcomes(Buf *out, const ReportInput *in) {
    const AgentTally *team = &in->tally->team;
    put_metric(out, "callmark_calls", "Calls of the report, by what became of them.");
    const struct {
        const char *outcome;
        uint32_t calls;
    } ROWS[] = {{"assessed", team->assessed},
                {"too_little", team->too_little},
                {"not_assessable", not_assessable(team)},
                {"refused", refused_calls(in)}};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        buf_format(out, "callmark_calls{outcome=\"%s\"} %u\n", ROWS[i].outcome,
                   ROWS[i].calls);
}

static void put_gauge(Buf *out, const char *name, const char *help, double value) {
    put_metric(out, name, help);
    buf_format(out, "%s %.15g\n", name, value);
}

static void put_score(Buf *out, const ReportInput *in) {
    Estimate score = sums_estimate(&in->tally->team.score);
    const Change *change = &in->trends->team.change;
    if (score.has_mean)
        put_gauge(out, "callmark_score_points",
                  "Mean score of the assessed calls, 0-100.", score.mean);
    if (change->known)
        put_gauge(out, "callmark_score_change_points",
                  "Mean score less that of the period before.", change->value);
}

static void put_principles(Buf *out, const Tally *tally) {
    put_metric(out, "callmark_principle_score_points",
               "Mean score of a principle, 0-100.");
    for (size_t i = 0; i < tally->rubric->principles.len; i++) {
        Estimate mean = sums_estimate(&tally->team.principles[i]);
        if (!mean.has_mean) continue;
        buf_text(out, "callmark_principle_score_points{");
        put_label(out, "principle", tally->rubric->principles.items[i].id);
        buf_format(out, "} %.15g\n", mean.mean);
    }
}

static void put_info(Buf *out, const ReportInput *in) {
    const Rubric *rubric = in->tally->rubric;
    put_metric(out, "callmark_report_info", "What the report is of; always 1.");
    buf_text(out, "callmark_report_info{");
    put_label(out, "version", in->version);
    buf_byte(out, ',');
    put_label(out, "rubric", rubric->id);
    buf_byte(out, ',');
    put_label(out, "rubric_version", rubric->version);
    buf_byte(out, ',');
    put_label(out, "period", in->period->label);
    buf_text(out, "} 1\n");
}

void metrics_put(Buf *out, const ReportInput *in) {
    const AgentTally *team = &in->tally->team;
    put_info(out, in);
    put_outcomes(out, in);
    put_gauge(out, "callmark_agents", "Agents of the report.",
              (double)in->tally->agents.len);
    put_score(out, in);
    put_principles(out, in->tally);
    put_gauge(out, "callmark_calls_below_floor",
              "Calls with a principle below its floor.", team->below_floor);
    put_gauge(out, "callmark_calls_failed_critical",
              "Calls that failed a critical criterion.", critical_calls(team));
    put_gauge(out, "callmark_problems", "Complaints about the inputs: errors, warnings.",
              (double)(in->problems->errors + in->problems->warnings));
    if (team->last_at != NO_TIME)
        put_gauge(out, "callmark_newest_call_timestamp_seconds",
                  "When the newest call of the report began.",
                  (double)team->last_at / 1000);
}
