// How this is marked: the rubric in words, what could not be assessed, what the score is
// not.
#include "base/map.h"
#include "report/measure_words.h"
#include "report/proof_words.h"
#include "report/sheets.h"
#include "report/words.h"
#include "rubric/reference.h"

enum { COLUMNS = 7 };

typedef struct {
    const ReportInput *in;
    const AgentTally *agent;
    const Rubric *rubric;
    Sheet *sheet;
    Arena *arena;
} Marking;

static void put_columns(const Marking *marking, const char *const titles[],
                        size_t count) {
    sheet_row(marking->sheet);
    for (size_t i = 0; i < count; i++)
        cell_text(marking->sheet, STYLE_HEADER, str_from(titles[i]));
}

static void put_title(const Marking *marking) {
    const Rubric *rubric = marking->rubric;
    sheet_line(marking->sheet, STYLE_TITLE, STR("How this is marked"));
    sheet_line(marking->sheet, STYLE_LABEL,
               str_format(marking->arena,
                          "Rubric “%.*s” (%.*s), version %.*s, hash %s · callmark %.*s",
                          STR_ARG(rubric->title), STR_ARG(rubric->id),
                          STR_ARG(rubric->version), rubric->hash,
                          STR_ARG(marking->in->version)));
    if (rubric->about.len) sheet_line(marking->sheet, STYLE_WRAP, rubric->about);
}

static void put_pair(const Marking *marking, Str name, Str reason) {
    sheet_row(marking->sheet);
    cell_text(marking->sheet, STYLE_WRAP, name);
    cell_text(marking->sheet, STYLE_WRAP, reason);
    cell_span(marking->sheet, COLUMNS - 1);
}

// ---- The law

static Str bands_words(Arena *arena, const ScoreLaw *law) {
    Buf out = {.arena = arena};
    buf_text(&out, "Bands: ");
    for (size_t i = 0; i < law->bands.len; i++) {
        const Band *band = &law->bands.items[i];
        Str least = score_words(arena, band->least);
        buf_format(&out, "%s%.*s from %.*s", i ? ", " : "", STR_ARG(band->name),
                   STR_ARG(least));
    }
    return buf_str(&out);
}

static Str percent_words(Arena *arena, int32_t thousandths) {
    Buf out = {.arena = arena};
    buf_trimmed(&out, (int64_t)thousandths * 100);
    return buf_str(&out);
}

static void put_judging(Buf *out, const ScoreLaw *law) {
    uint32_t fewest = score_law_fewest(law);
    if (fewest) buf_format(out, ". With fewer than %u decided criteria", fewest);
    if (law->min_weight)
        buf_format(out, "%s less than %.*s %% of the weight decided",
                   fewest ? " or" : ". With",
                   STR_ARG(percent_words(out->arena, law->min_weight)));
    if (fewest || law->min_weight) buf_text(out, " it is too little to judge");
}

static Str minimum_words(Arena *arena, const ScoreLaw *law) {
    Buf out = {.arena = arena};
    buf_format(
        &out,
        "A call is assessed when it has at least %u turns and %u words of the agent",
        law->min_turns, law->min_agent_words);
    for (Role role = ROLE_AGENT; role < ROLE_COUNT; role++)
        if (law->needs[role])
            buf_format(&out, ", and the %.*s has spoken", STR_ARG(role_name(role)));
    put_judging(&out, law);
    buf_format(&out, ". An agent with fewer than %u assessed calls is not compared.",
               law->min_calls);
    return buf_str(&out);
}

static void put_law(const Marking *marking) {
    const ScoreLaw *law = &marking->rubric->score;
    Arena *arena = marking->arena;
    sheet_heading(marking->sheet, STR("From marks to a score"));
    sheet_line(
        marking->sheet, STYLE_WRAP,
        STR("A criterion that is met gives its whole weight, one partly met the share "
            "below, one not met nothing. A principle is the weighted mean of its criteria, "
            "from 0 to 100."));
    sheet_line(marking->sheet, STYLE_WRAP, na_words(law->na));
    if (law->max_share < 1000)
        sheet_line(marking->sheet, STYLE_WRAP,
                   str_format(arena,
                              "No criterion makes more than %.*s %% of a call's score.",
                              STR_ARG(percent_words(arena, law->max_share))));
    sheet_line(marking->sheet, STYLE_WRAP, law_words(law->law));
    if (has_floors(marking->rubric))
        sheet_line(
            marking->sheet, STYLE_WRAP,
            str_format(
                arena,
                "Strength in one principle does not make up for another: a call "
                "with a principle below its floor scores at most %.*s and is flagged.",
                STR_ARG(score_words(arena, law->cap))));
    sheet_line(marking->sheet, STYLE_WRAP, bands_words(arena, law));
    sheet_line(marking->sheet, STYLE_WRAP, minimum_words(arena, law));
}

// ---- Principles and criteria

static void put_principle(const Marking *marking, const Principle *principle,
                          int64_t all) {
    Sheet *sheet = marking->sheet;
    bool counts = principle->observable && all;
    Str about = principle->about;
    if (!principle->observable)
        about = str_format(marking->arena, "Not assessed, for it is %.*s. %.*s",
                           STR_ARG(UNOBSERVABLE_WORDS), STR_ARG(about));
    sheet_row(sheet);
    cell_text(sheet, STYLE_STRONG, principle->title);
    cell_known(sheet, STYLE_TEXT, NUMBER_SHARE, counts,
               (double)principle->weight / (double)all);
    cell_score(sheet, STYLE_TEXT, principle->floor);
    cell_text(sheet, STYLE_NOTE, about);
    cell_span(sheet, COLUMNS - 3);
}

static void put_principles(const Marking *marking) {
    static const char *const TITLES[] = {"Principle", "Share of the score", "Floor"};
    const Rubric *rubric = marking->rubric;
    sheet_heading(marking->sheet, STR("Principles"));
    put_columns(marking, TITLES, 3);
    vec_each(const Principle, principle, &rubric->principles)
        put_principle(marking, principle, principles_weight(rubric));
}

static void put_criterion(const Marking *marking, uint32_t number) {
    Sheet *sheet = marking->sheet;
    const Criterion *criterion = &marking->rubric->criteria.items[number];
    const Principle *principle = &marking->rubric->principles.items[criterion->principle];
    sheet_row(sheet);
    cell_text(sheet, STYLE_WRAP, id_words(marking->arena, criterion->id));
    cell_text(sheet, STYLE_WRAP, principle->title);
    cell_number(sheet, STYLE_TEXT, NUMBER_WEIGHT, criterion->weight / 1000.0);
    cell_known(sheet, STYLE_TEXT, NUMBER_SHARE, criterion->partly,
               criterion->partly_points / 1000.0);
    Str critical = critical_words(marking->arena, criterion);
    Str ask = critical.len ? str_format(marking->arena, "%.*s (%.*s)",
                                        STR_ARG(criterion->ask), STR_ARG(critical))
                           : criterion->ask;
    cell_text(sheet, STYLE_WRAP, ask);
    cell_text(sheet, STYLE_WRAP, when_words(marking->arena, marking->rubric, criterion));
    cell_text(sheet, STYLE_NOTE,
              agreement_words(marking->arena, marking->rubric, number));
}

static void put_criteria(const Marking *marking) {
    static const char *const TITLES[COLUMNS] = {
        "Criterion", "Principle",  "Weight in the principle",       "Partly counts as",
        "Question",  "Applies to", "How far it agrees with readers"};
    sheet_heading(marking->sheet, STR("Criteria"));
    sheet_line(marking->sheet, STYLE_WRAP,
               checked_words(marking->arena, marking->rubric));
    put_columns(marking, TITLES, COLUMNS);
    for (uint32_t i = 0; i < marking->rubric->criteria.len; i++)
        if (marking->rubric->criteria.items[i].observable) put_criterion(marking, i);
}

// ---- How often the detectors are right

static void put_quality(const Marking *marking, const bool *used) {
    const Rubric *rubric = marking->rubric;
    for (size_t d = 0; d < rubric->detectors.len; d++)
        if (used[d] && rubric->quality[d])
            put_pair(marking, id_words(marking->arena, rubric->detectors.items[d].name),
                     quality_words(marking->arena, rubric->quality[d]));
}

// Those that are used and not measured: many, whose names tell no coach anything.
static uint32_t count_unmeasured(const Rubric *rubric, const bool *used,
                                 bool *any_measured) {
    uint32_t count = 0;
    *any_measured = false;
    for (size_t d = 0; d < rubric->detectors.len; d++) {
        *any_measured |= used[d] && rubric->quality[d];
        count += used[d] && !rubric->quality[d];
    }
    return count;
}

static void put_detectors(const Marking *marking) {
    const bool *used = detectors_used(marking->arena, marking->rubric);
    bool any;
    uint32_t unmeasured = count_unmeasured(marking->rubric, used, &any);
    sheet_heading(marking->sheet, STR("How often the detectors are right"));
    if (!any) {
        sheet_line(marking->sheet, STYLE_NOTE,
                   STR("Not measured: no detector of this rubric has been held against "
                       "turns that people have labelled."));
        return;
    }
    put_quality(marking, used);
    if (unmeasured)
        put_pair(marking, STR("not measured"),
                 str_format(marking->arena,
                            "%u other%s, by name in “callmark list detectors”.",
                            unmeasured, unmeasured == 1 ? "" : "s"));
}

// ---- Measures

static void put_measure(const Marking *marking, const Measure *measure) {
    Arena *arena = marking->arena;
    Buf out = {.arena = arena};
    buf_format(&out, "%.*s.", STR_ARG(measure_words(arena, marking->rubric, measure)));
    if (measure->has_target)
        buf_format(&out, " Target: %.*s, judged from %u call%s on.",
                   STR_ARG(target_words(arena, measure)), measure->min_calls,
                   measure->min_calls == 1 ? "" : "s");
    const Str texts[] = {measure->about, measure->tip};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i].len) buf_format(&out, " %.*s", STR_ARG(texts[i]));
    vec_each(const Str, source, &measure->source)
        buf_format(&out, "%s%.*s", source == measure->source.items ? " Source: " : "; ",
                   STR_ARG(*source));
    put_pair(marking, measure_title(arena, measure), buf_str(&out));
}

static void put_measures(const Marking *marking) {
    if (!marking->rubric->measures.len) return;
    sheet_heading(marking->sheet, STR("Measures: averages with targets"));
    sheet_line(
        marking->sheet, STYLE_WRAP,
        STR("They are over many calls, judge none of them and change no score. A "
            "mean meets its target, or misses it, only when its whole 95 % interval "
            "does."));
    vec_each(const Measure, measure, &marking->rubric->measures)
        put_measure(marking, measure);
}

// ---- What was not assessed

static void put_unobservable(const Marking *marking) {
    bool any = false;
    vec_each(const Criterion, criterion, &marking->rubric->criteria) {
        if (criterion->observable) continue;
        if (!any)
            sheet_heading(marking->sheet,
                          STR("Named by the rubric, not to be seen in a transcript"));
        any = true;
        put_pair(marking, id_words(marking->arena, criterion->id),
                 unobservable_words(marking->arena, criterion));
    }
}

// How often something was left out, by its reason; in the order the reasons first come.
typedef struct {
    Map numbers;
    VEC(Str) whys;
    VEC(uint32_t) calls;
} Reasons;

static void count_reason(Arena *arena, Reasons *reasons, Str why) {
    uint32_t number = map_add(arena, &reasons->numbers, why, (uint32_t)reasons->whys.len);
    if (number == reasons->whys.len) {
        *vec_push(arena, &reasons->whys) = why;
        *vec_push(arena, &reasons->calls) = 0;
    }
    reasons->calls.items[number]++;
}

static void put_reasons(const Marking *marking, Str name, const Reasons *reasons) {
    for (size_t i = 0; i < reasons->whys.len; i++) {
        Str times = times_words(marking->arena, reasons->calls.items[i]);
        put_pair(marking, i ? (Str){0} : name,
                 str_format(marking->arena, "%.*s: %.*s", STR_ARG(times),
                            STR_ARG(reasons->whys.items[i])));
    }
}

static void put_whole_calls(const Marking *marking) {
    Reasons reasons = {0};
    for (size_t c = 0; c < marking->agent->cards.len; c++) {
        const Scorecard *card = marking->agent->cards.items[c];
        if (card->score == NO_SCORE)
            count_reason(marking->arena, &reasons, card_why(card));
    }
    put_reasons(marking, STR("whole calls"), &reasons);
}

static void put_gaps(const Marking *marking, const Criterion *criterion) {
    Reasons reasons = {0};
    for (size_t c = 0; c < marking->agent->cards.len; c++) {
        const Scorecard *card = marking->agent->cards.items[c];
        if (card->score == NO_SCORE) continue;
        vec_each(const Mark, mark, &card->marks)
            if (str_eq(mark->criterion, criterion->id) &&
                mark->verdict == VERDICT_NOT_ASSESSABLE)
                count_reason(marking->arena, &reasons, mark->why);
    }
    put_reasons(marking, id_words(marking->arena, criterion->id), &reasons);
}

static void put_not_assessed(const Marking *marking) {
    sheet_heading(marking->sheet, STR("Not assessed in this period, and why"));
    size_t before = marking->sheet->rows.len;
    put_whole_calls(marking);
    vec_each(const Criterion, criterion, &marking->rubric->criteria)
        put_gaps(marking, criterion);
    if (marking->sheet->rows.len == before)
        sheet_line(marking->sheet, STYLE_NOTE, STR("Everything could be assessed."));
}

// Says in how many calls the roles are a guess, if in any, and how sure the least sure
// is.
static void put_guesses(const Marking *marking) {
    uint32_t guessed = 0, least = 100;
    for (size_t c = 0; c < marking->agent->cards.len; c++) {
        const Scorecard *card = marking->agent->cards.items[c];
        if (card->roles != ROLES_GUESSED) continue;
        guessed++;
        if (card->roles_percent < least) least = card->roles_percent;
    }
    if (!guessed) return;
    Str times = times_words(marking->arena, guessed);
    sheet_heading(marking->sheet, STR("Who is the agent"));
    sheet_line(marking->sheet, STYLE_WRAP,
               str_format(marking->arena,
                          "Guessed from what was said, %.*s: these transcripts do not "
                          "say who speaks. The least sure guess has a confidence of %u "
                          "%%. The sheet Scorecard says which calls they are.",
                          STR_ARG(times), least));
}

static void put_limits(const Marking *marking) {
    static const char *const LIMITS[] = {
        "It observes words and times in a transcript. It does not know whether what was "
        "said is true, how it sounded, or what was meant.",
        "It is made for coaching. It must not be the sole ground for a decision about "
        "somebody's job.",
        "A few calls say little: read the interval before the mean. Where the interval "
        "holds the team's mean, the difference may be chance.",
        "A mark that seems wrong should be looked up on the sheet Evidence, and disputed.",
    };
    sheet_heading(marking->sheet, STR("What the score is not"));
    for (size_t i = 0; i < sizeof LIMITS / sizeof *LIMITS; i++)
        sheet_line(marking->sheet, STYLE_WRAP, str_from(LIMITS[i]));
}

void marking_sheet(const ReportInput *in, const AgentTally *agent, Sheet *sheet) {
    static const double WIDTHS[COLUMNS] = {22, 15, 10, 9, 42, 40, 56};
    Marking marking = {in, agent, in->tally->rubric, sheet, sheet->arena};
    for (size_t i = 0; i < COLUMNS; i++) sheet_column(sheet, WIDTHS[i]);
    put_title(&marking);
    put_law(&marking);
    put_principles(&marking);
    put_criteria(&marking);
    put_measures(&marking);
    put_detectors(&marking);
    put_unobservable(&marking);
    put_not_assessed(&marking);
    put_guesses(&marking);
    put_limits(&marking);
}
