#include "report/measure_words.h"

#include "report/words.h"

#include <math.h>

const Str MEASURE_TITLES[MEASURE_CELLS] = {
    {"Value", 5}, {"95 % interval", 13}, {"Target", 6}, {"Reached", 7}, {"Known in", 8}};

Str measure_title(Arena *arena, const Measure *measure) {
    return measure->title.len ? measure->title : id_words(arena, measure->id);
}

// ---- Values

// Rounded to tenths, as it is printed.
Str channel_words(Arena *arena, const Measure *measure, const char *between) {
    Buf words = {.arena = arena};
    vec_each(const Str, name, &measure->channels)
        buf_format(&words, "%s%.*s", name == measure->channels.items ? "" : between,
                   STR_ARG(*name));
    return buf_str(&words);
}

static void put_number(Buf *out, double value) {
    buf_decimal(out, llround(value * 1000), 1);
}

// The units of time in which a length is read: "37.4 s", "1:45 min", "26:12 h".
typedef enum { SECONDS, MINUTES, HOURS } TimeUnit;
static const char *const TIME_UNITS[] = {"s", "min", "h"};

static TimeUnit time_unit(double seconds) {
    if (llround(fabs(seconds) * 10) < 600) return SECONDS;
    return llround(fabs(seconds)) < 3600 ? MINUTES : HOURS;
}

static void put_time(Buf *out, double seconds, TimeUnit unit) {
    if (unit == SECONDS) {
        buf_trimmed(out, llround(seconds * 10) * 100);
        return;
    }
    long long parts = llround(fabs(seconds) / (unit == MINUTES ? 1 : 60));
    buf_format(out, "%s%lld:%02lld", seconds < 0 && parts ? "-" : "", parts / 60,
               parts % 60);
}

static Str time_words(Arena *arena, double seconds) {
    Buf out = {.arena = arena};
    TimeUnit unit = time_unit(seconds);
    put_time(&out, seconds, unit);
    buf_format(&out, " %s", TIME_UNITS[unit]);
    return buf_str(&out);
}

static Str bounds_words(Arena *arena, const Measure *measure, const MeasureGroup *group) {
    Buf out = {.arena = arena};
    bool timed = measure->unit == UNIT_OF_TIME;
    TimeUnit unit = time_unit(group->high);
    if (!group->has_interval) return STR("–");
    if (timed)
        put_time(&out, group->low, unit);
    else
        put_number(&out, group->low);
    buf_text(&out, " to ");
    if (timed)
        put_time(&out, group->high, unit);
    else
        put_number(&out, group->high);
    if (timed) buf_format(&out, " %s", TIME_UNITS[unit]);
    return buf_str(&out);
}

// ---- What it is

static Str of_words(Arena *arena, const Rubric *rubric, const Measure *measure) {
    Str name = id_words(arena, measure->name);
    switch (measure->of) {
    case OF_SCORE: return STR("Score");
    case OF_COMPENSATORY: return STR("Compensatory score");
    case OF_PRINCIPLE:
        name = rubric->principles.items[principle_index(rubric, measure->name)].title;
        return str_format(arena, "Principle “%.*s”", STR_ARG(name));
    case OF_FIRST_REPLY: return STR("Time to the agent's first reply");
    case OF_MAX_REPLY: return STR("Longest time to a reply of the agent");
    case OF_DURATION: return STR("Duration of the call");
    case OF_TURNS: return STR("Turns of the call");
    case OF_AGENT_WORDS: return STR("Words of the agent");
    case OF_FIELD: break;
    case OF_DETECTOR: return str_format(arena, "Found: %.*s", STR_ARG(name));
    }
    return str_format(arena, "Column “%.*s”", STR_ARG(measure->name));
}

Str measure_words(Arena *arena, const Rubric *rubric, const Measure *measure) {
    static const char *const STATS[] = {
        [STAT_MEAN] = "mean",
        [STAT_MEDIAN] = "median",
        [STAT_P90] = "what nine calls in ten do not exceed",
        [STAT_MAX] = "largest value",
        [STAT_SPREAD] = "spread between calls (standard deviation)",
        [STAT_SHARE] = "share of calls within the target",
        [STAT_GAP] = "largest difference between the means of two channels",
    };
    static const char *const BYS[] = {[BY_ALL] = "",
                                      [BY_TEAM] = ", for each team",
                                      [BY_AGENT] = ", for each agent",
                                      [BY_CHANNEL] = ", for each channel"};
    Str of = of_words(arena, rubric, measure);
    Str only = measure->channels.len
                   ? str_format(arena, ", only calls of channel “%.*s”",
                                STR_ARG(channel_words(arena, measure, " or ")))
                   : (Str){0};
    return str_format(arena, "%.*s: %s%.*s%s", STR_ARG(of), STATS[measure->stat],
                      STR_ARG(only), BYS[measure->by]);
}

static Str limit_words(Arena *arena, const Measure *measure, double limit) {
    Buf out = {.arena = arena};
    if (measure->unit == UNIT_OF_TIME) return time_words(arena, limit);
    buf_trimmed(&out, llround(limit * 1000));
    return buf_str(&out);
}

static Str range_words(Arena *arena, const Measure *measure) {
    const Target *target = &measure->target;
    Str least = {0}, most = {0};
    if (isfinite(target->least)) least = limit_words(arena, measure, target->least);
    if (isfinite(target->most)) most = limit_words(arena, measure, target->most);
    if (least.len && most.len)
        return str_format(arena, "%.*s to %.*s", STR_ARG(least), STR_ARG(most));
    return least.len ? str_format(arena, "at least %.*s", STR_ARG(least))
                     : str_format(arena, "at most %.*s", STR_ARG(most));
}

Str target_words(Arena *arena, const Measure *measure) {
    if (!measure->has_target) return STR("–");
    Str range = range_words(arena, measure);
    if (measure->stat != STAT_SHARE) return range;
    Buf out = {.arena = arena};
    buf_format(&out, "%.*s in ", STR_ARG(range));
    buf_trimmed(&out, llround(measure->target.share * 1000));
    buf_text(&out, " % of calls");
    return buf_str(&out);
}

// ---- Whose it is

static Str agent_words(Arena *arena, const Tally *tally, Str id) {
    vec_each(const AgentTally, agent, &tally->agents)
        if (str_eq(agent->agent, id)) return agent_title(arena, agent);
    return id;
}

Str group_words(Arena *arena, const Tally *tally, const Measure *measure,
                const MeasureGroup *group) {
    static const Str NOT_KNOWN[] = {[BY_ALL] = {"all calls", 9},
                                    [BY_TEAM] = {"team not known", 14},
                                    [BY_AGENT] = {"agent not known", 15},
                                    [BY_CHANNEL] = {"channel not known", 17}};
    Str name = group->name.len ? group->name : NOT_KNOWN[measure->by];
    if (measure->by == BY_AGENT) name = agent_words(arena, tally, group->name);
    if (!measure->channels.len) return name;
    return str_format(arena, "%.*s, %.*s", STR_ARG(name),
                      STR_ARG(channel_words(arena, measure, " or ")));
}

Str reached_words(Reached reached) {
    static const Str WORDS[] = {[REACHED_MET] = {"✓ met", 7},
                                [REACHED_MISSED] = {"✗ missed", 10},
                                [REACHED_UNCERTAIN] = {"? not certain", 13},
                                [REACHED_TOO_FEW] = {"– too few calls", 17},
                                [REACHED_NOT_JUDGED] = {"–", 3}};
    return WORDS[reached];
}

Str groups_words(Arena *arena, const MeasureTally *tally) {
    static const char *const NAMES[] = {"", "team", "agent", "channel"};
    static const char *const PARTS[] = {[REACHED_MISSED] = "missed by",
                                        [REACHED_UNCERTAIN] = "not certain for",
                                        [REACHED_TOO_FEW] = "too few calls of"};
    uint32_t counts[REACHED_NOT_JUDGED + 1] = {0};
    Buf out = {.arena = arena};
    vec_each(const MeasureGroup, group, &tally->groups) counts[group->reached]++;
    uint32_t judged =
        counts[REACHED_MET] + counts[REACHED_MISSED] + counts[REACHED_UNCERTAIN];
    if (judged)
        buf_format(&out, "met by %u of %u %s%s", counts[REACHED_MET], judged,
                   NAMES[tally->measure->by], judged == 1 ? "" : "s");
    for (Reached r = REACHED_MISSED; r < REACHED_NOT_JUDGED; r++)
        if (counts[r])
            buf_format(&out, "%s%s %u", out.len ? ", " : "", PARTS[r], counts[r]);
    return out.len ? buf_str(&out) : STR("not judged");
}

// ---- Cells

static void put_value(Sheet *sheet, const Measure *measure, const MeasureGroup *group) {
    bool faint = group->reached == REACHED_TOO_FEW;
    Style style = faint ? STYLE_FAINT : STYLE_TEXT;
    if (!group->has_value)
        cell_none(sheet);
    else if (measure->stat == STAT_SHARE)
        cell_number(sheet, style, NUMBER_SHARE, group->value / 100);
    else if (measure->unit == UNIT_OF_TIME)
        cell_text(sheet, faint ? STYLE_NONE : STYLE_RIGHT,
                  time_words(sheet->arena, group->value));
    else
        cell_number(sheet, style, NUMBER_SCORE, group->value);
}

static void put_reached(Sheet *sheet, Reached reached) {
    static const Style BY_REACHED[] = {[REACHED_MET] = STYLE_MET,
                                       [REACHED_MISSED] = STYLE_NOT_MET,
                                       [REACHED_UNCERTAIN] = STYLE_NOT_ASSESSABLE,
                                       [REACHED_TOO_FEW] = STYLE_NOT_APPLICABLE,
                                       [REACHED_NOT_JUDGED] = STYLE_NOT_APPLICABLE};
    cell_text(sheet, BY_REACHED[reached], reached_words(reached));
}

void measure_cells(Sheet *sheet, const Measure *measure, const MeasureGroup *group) {
    put_value(sheet, measure, group);
    cell_text(sheet, group->reached == REACHED_TOO_FEW ? STYLE_NONE : STYLE_RIGHT,
              bounds_words(sheet->arena, measure, group));
    cell_text(sheet, STYLE_WRAP, target_words(sheet->arena, measure));
    put_reached(sheet, group->reached);
    cell_text(sheet, STYLE_RIGHT,
              str_format(sheet->arena, "%u of %u", group->known, group->calls));
}
