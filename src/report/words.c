#include "report/words.h"

#include "base/utf8.h"

#include <math.h>

Str id_words(Arena *arena, Str id) {
    char *words = str_z(arena, id);
    for (size_t i = 0; i < id.len; i++)
        if (words[i] == '-') words[i] = ' ';
    return (Str){words, id.len};
}

Str agent_short(const AgentTally *agent) {
    if (agent->name.len) return agent->name;
    return agent->agent.len ? agent->agent : STR("agent not known");
}

Str agent_title(Arena *arena, const AgentTally *agent) {
    bool both = agent->name.len && agent->agent.len;
    if (!both || str_eq(agent->name, agent->agent)) return agent_short(agent);
    return str_format(arena, "%.*s (%.*s)", STR_ARG(agent->name), STR_ARG(agent->agent));
}

Str period_words(Arena *arena, const AgentTally *tally) {
    if (tally->first_at == NO_TIME) return STR("dates not known");
    Str first = date_format_day(arena, tally->first_at);
    Str last = date_format_day(arena, tally->last_at);
    if (str_eq(first, last)) return first;
    return str_format(arena, "%.*s to %.*s", STR_ARG(first), STR_ARG(last));
}

Str interval_words(Arena *arena, const Estimate *estimate) {
    if (!estimate->has_interval) return STR("–");
    return str_format(arena, "%.1f to %.1f", estimate->low, estimate->high);
}

Str rank_words(Arena *arena, const AgentTally *agent) {
    if (!agent->standing->rank) return STR("–");
    if (agent->standing->rank_best == agent->standing->rank_worst)
        return str_format(arena, "%u", agent->standing->rank_best);
    return str_format(arena, "%u to %u", agent->standing->rank_best,
                      agent->standing->rank_worst);
}

Str band_words(const Rubric *rubric, const Estimate *estimate) {
    if (!estimate->has_mean) return STR("–");
    return band_of(&rubric->score, (int32_t)lround(estimate->mean * 10) * 100);
}

Str position_words(Arena *arena, const Tally *tally, const AgentTally *agent) {
    static const Str POSITIONS[] = {
        [POSITION_ABOVE] = {"above the team", 14},
        [POSITION_NOT_TOLD] = {"cannot be told from the team", 28},
        [POSITION_BELOW] = {"below the team", 14}};
    if (!agent->agent.len) return STR("not to be compared: the agent is not known");
    if (!agent->standing->compared)
        return str_format(arena, "too few calls to compare: %u assessed, %u needed",
                          agent->assessed, tally->rubric->score.min_calls);
    return POSITIONS[agent->standing->position];
}

Str moment_words(Arena *arena, const Moment *moment) {
    Buf out = {.arena = arena};
    buf_format(&out, "call %.*s", STR_ARG(moment->card->call));
    if (moment->card->started_at != NO_TIME)
        buf_format(&out, ", %.*s",
                   STR_ARG(date_format_day(arena, moment->card->started_at)));
    if (moment->at_ms != NO_TIME)
        buf_format(&out, ", at %.*s", STR_ARG(clock_format(arena, moment->at_ms)));
    uint32_t turn = moment->agent_turn ? moment->agent_turn : moment->customer_turn;
    if (turn) buf_format(&out, " (turn %u)", turn);
    return buf_str(&out);
}

static void put_said(Buf *out, const char *who, Str words) {
    enum { WORDS_MOST = 160 };
    if (!words.len) return;
    words = text_short(out->arena, words, WORDS_MOST);
    buf_format(out, "%s%s: “%.*s”", out->len ? " " : "", who, STR_ARG(words));
}

Str said_words(Arena *arena, const Moment *moment) {
    Buf out = {.arena = arena};
    bool asked_first = !moment->agent_turn || moment->customer_turn < moment->agent_turn;
    if (asked_first) put_said(&out, "Customer", moment->customer);
    put_said(&out, "Agent", moment->agent);
    if (!asked_first) put_said(&out, "Customer", moment->customer);
    return buf_str(&out);
}

Str judged_mean_words(Arena *arena, const AgentTally *tally) {
    double scored = (double)tally->score.count;
    if (scored <= 0) return (Str){0};
    return str_format(arena, "A call is judged on %.1f of %.0f criteria on average.",
                      (double)tally->judged / scored, (double)tally->judged_of / scored);
}

Str reliability_words(Arena *arena, const Tally *tally) {
    Reliability found = tally->ranking.reliability;
    if (!found.known) return STR("How far agents' means can be relied on is not known.");
    Buf out = {.arena = arena};
    buf_format(&out,
               "Reliability of the agents' means: %.2f (95 %%: %.2f to %.2f) with %.0f "
               "calls an agent. ",
               found.value, found.low, found.high, found.calls);
    if (isinf(found.needed))
        buf_text(&out, "No number of calls would make it 0.70.");
    else
        buf_format(&out, "For 0.70 an agent needs %.0f calls.", found.needed);
    return buf_str(&out);
}

Str outcome_title(Arena *arena, OutcomeField outcome) {
    Str name = str_slice(OUTCOMES[outcome], sizeof "field", OUTCOMES[outcome].len);
    return str_format(arena, "Goes with %.*s, from -1 to 1", STR_ARG(name));
}

// Two digits and a sign, which 0 has as well.
static void put_signed(Buf *out, double value) {
    buf_format(out, "%+.2f", round(value * 100) / 100 + 0.0);
}

Str relation_words(Arena *arena, const Relation *relation) {
    Buf out = {.arena = arena};
    if (!relation->known) return STR("–");
    put_signed(&out, relation->value);
    buf_text(&out, " (");
    put_signed(&out, relation->low);
    buf_text(&out, " to ");
    put_signed(&out, relation->high);
    buf_format(&out, "), %u calls", relation->calls);
    return buf_str(&out);
}

Str floor_words(Arena *arena, const Rubric *rubric, const AgentTally *tally) {
    Estimate mean = sums_estimate(&tally->score);
    if (!tally->floor_loss) return (Str){0};
    double lost = (double)tally->floor_loss / 1000 / (double)mean.count;
    Buf out = {.arena = arena};
    buf_format(
        &out,
        "Below the floor of a principle: %u of %lld calls. Their cap of %.*s takes ",
        tally->below_floor, (long long)mean.count,
        STR_ARG(score_words(arena, rubric->score.cap)));
    if (lost < 0.05)
        buf_text(&out, "less than 0.1 points off the mean.");
    else
        buf_format(&out, "%.1f points off the mean, which would be %.1f.", lost,
                   mean.mean + lost);
    return buf_str(&out);
}

Str no_score_words(const Scorecard *card) {
    return card->too_little.len ? STR("too little to judge") : STR("not assessable");
}

Str card_why(const Scorecard *card) {
    if (card->too_little.len) return card->too_little;
    return card->marks.len ? card->marks.items[0].why
                           : STR("no criterion could be marked");
}

// Whether `words` are a detector's name, as `id_words` has it.
static bool is_name(Str name, Str words) {
    if (name.len != words.len) return false;
    for (size_t i = 0; i < name.len; i++)
        if (name.ptr[i] != words.ptr[i] && (name.ptr[i] != '-' || words.ptr[i] != ' '))
            return false;
    return true;
}

// A sentence within a sentence: "A word of greeting." is "a word of greeting".
static Str about_words(Arena *arena, Str about) {
    if (about.ptr[about.len - 1] == '.') about.len--;
    char *words = str_z(arena, about);
    bool plain =
        about.len > 1 && (words[1] == ' ' || (words[1] >= 'a' && words[1] <= 'z'));
    if (plain && words[0] >= 'A' && words[0] <= 'Z') words[0] += 'a' - 'A';
    return (Str){words, about.len};
}

Str why_words(Arena *arena, const Rubric *rubric, const Mark *mark) {
    const Str missing = STR("not found: ");
    if (!str_starts(mark->why, missing)) return mark->why;
    Str name = str_slice(mark->why, missing.len, mark->why.len);
    vec_each(const Detector, detector, &rubric->detectors)
        if (detector->about.len && is_name(detector->name, name))
            return str_format(arena, "%.*s%.*s", STR_ARG(missing),
                              STR_ARG(about_words(arena, detector->about)));
    return mark->why;
}

Str diag_words(Arena *arena, const Diag *diag) {
    if (!diag->hint.len) return diag->text;
    return str_format(arena, "%.*s (%.*s)", STR_ARG(diag->text), STR_ARG(diag->hint));
}

Str times_words(Arena *arena, uint32_t times) {
    if (times == 1) return STR("once");
    return times == 2 ? STR("twice") : str_format(arena, "%u times", times);
}

Str flags_words(Arena *arena, const Scorecard *card) {
    Buf out = {.arena = arena};
    vec_each(const Str, flag, &card->flags) {
        size_t colon = str_index(*flag, 0, ':');
        if (out.len) buf_text(&out, ", ");
        buf_put(&out, str_slice(*flag, 0, colon));
        if (colon == flag->len) continue;
        buf_text(&out, ": ");
        buf_put(&out, id_words(arena, str_slice(*flag, colon + 1, flag->len)));
    }
    if (card->uncapped != card->score)
        buf_format(&out, " (without caps %.*s)",
                   STR_ARG(score_words(arena, card->uncapped)));
    return buf_str(&out);
}

static void put_expression(Buf *out, const Rubric *rubric, const Expression *expression) {
    static const char *const JOINTS[] = {"", " and ", " or ", "", ", "};
    if (expression->op == OP_DETECTOR) {
        Str name = rubric->detectors.items[expression->detector].name;
        buf_put(out, id_words(out->arena, name));
        return;
    }
    if (expression->op == OP_NOT) buf_text(out, "no ");
    if (expression->op == OP_AT_LEAST)
        buf_format(out, "at least %u of: ", expression->least);
    for (size_t i = 0; i < expression->count; i++) {
        bool nested = expression->of[i].op != OP_DETECTOR && expression->count > 1;
        if (i) buf_text(out, JOINTS[expression->op]);
        if (nested) buf_byte(out, '(');
        put_expression(out, rubric, &expression->of[i]);
        if (nested) buf_byte(out, ')');
    }
}

Str when_words(Arena *arena, const Rubric *rubric, const Criterion *criterion) {
    Buf out = {.arena = arena};
    if (!criterion->when) return STR("Every call");
    if (criterion->when->op == OP_DETECTOR) {
        const Detector *detector = &rubric->detectors.items[criterion->when->detector];
        if (detector->about.len) return detector->about;
    }
    buf_text(&out, "Calls with: ");
    put_expression(&out, rubric, criterion->when);
    return buf_str(&out);
}

Str critical_words(Arena *arena, const Criterion *criterion) {
    switch (criterion->critical) {
    case CRITICAL_FAIL_CALL: return STR("if not met, the call scores 0");
    case CRITICAL_FAIL_PRINCIPLE: return STR("if not met, the principle scores 0");
    case CRITICAL_CAP:
        return str_format(arena, "if not met, the call scores at most %.*s",
                          STR_ARG(score_words(arena, criterion->cap)));
    case CRITICAL_FLAG: return STR("if not met, the call is flagged");
    case CRITICAL_NO: break;
    }
    return (Str){0};
}

Str unobservable_words(Arena *arena, const Criterion *criterion) {
    return str_format(arena, "%.*s Not assessed: %.*s", STR_ARG(criterion->ask),
                      STR_ARG(criterion->reason));
}

Str law_words(Law law) {
    switch (law) {
    case LAW_GEOMETRIC:
        return STR(
            "The score of a call is the weighted geometric mean of its principles: a "
            "principle at 0 makes the call 0.");
    case LAW_MINIMUM:
        return STR("The score of a call is the score of its weakest principle.");
    case LAW_WEIGHTED_MEAN: break;
    }
    return STR("The score of a call is the weighted mean of its principles.");
}

bool has_floors(const Rubric *rubric) {
    vec_each(const Principle, principle, &rubric->principles)
        if (principle->floor != NO_SCORE) return true;
    return false;
}

Str caveat_words(const Rubric *rubric) {
    bool mean = rubric->score.law == LAW_WEIGHTED_MEAN && !has_floors(rubric);
    vec_each(const Criterion, criterion, &rubric->criteria)
        if (criterion->critical == CRITICAL_FAIL_CALL ||
            criterion->critical == CRITICAL_CAP)
            mean = false;
    return mean ? (Str){0} : STR(", before floors and caps");
}

Str na_words(NaLaw law) {
    switch (law) {
    case NA_EQUAL:
        return STR(
            "The weight of criteria that did not apply or could not be assessed is "
            "shared equally among the others of the principle.");
    case NA_ZERO:
        return STR(
            "Criteria that did not apply or could not be assessed count as missed.");
    case NA_FULL:
        return STR("Criteria that did not apply or could not be assessed count as met.");
    case NA_AS_DECIDED:
        return STR(
            "Criteria that did not apply or could not be assessed are left out; each of the "
            "others keeps its share of the whole score, and all shares grow alike to 100 %.");
    case NA_PROPORTIONAL: break;
    }
    return STR(
        "Criteria that did not apply or could not be assessed are left out; the others "
        "of the principle share their weight in proportion.");
}

Str text_short(Arena *arena, Str text, size_t most) {
    if (text.len <= most) return text;
    Str head = utf8_clip(text, most);
    size_t end = head.len;
    while (end > most / 2 && head.ptr[end - 1] != ' ') end--;
    if (end > most / 2) head.len = end - 1;
    return str_format(arena, "%.*s …", STR_ARG(head));
}

Str score_words(Arena *arena, int32_t score) {
    if (score == NO_SCORE) return STR("–");
    Buf out = {.arena = arena};
    buf_decimal(&out, score, 1);
    return buf_str(&out);
}

// ---- Quality

static void put_percent(Buf *out, int32_t thousandths) {
    buf_decimal(out, (int64_t)thousandths * 100, 1);
}

// "96.0 % (92.2 to 98.0 %)"
static Str share_words(Arena *arena, const Share *share) {
    Buf out = {.arena = arena};
    put_percent(&out, share->value);
    buf_text(&out, " % (");
    put_percent(&out, share->low);
    buf_text(&out, " to ");
    put_percent(&out, share->high);
    buf_text(&out, " %)");
    return buf_str(&out);
}

Str quality_words(Arena *arena, const Quality *quality) {
    Buf out = {.arena = arena};
    if (quality->precision.known)
        buf_format(&out, "Of %u turns that it found, %.*s were right.", quality->found,
                   STR_ARG(share_words(arena, &quality->precision)));
    else
        buf_text(&out, "It found no turn.");
    if (quality->recall.known)
        buf_format(&out, " Of %u turns that it should find, it found %.*s.",
                   quality->positives, STR_ARG(share_words(arena, &quality->recall)));
    else
        buf_text(&out, " There was no turn that it should find.");
    buf_format(&out, " Measured on %u turns%s.", quality->turns,
               quality->outdated ? ", with another version of the detectors" : "");
    return buf_str(&out);
}
