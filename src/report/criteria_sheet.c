// Criteria: how each question came out over all calls, those that cost the team most
// first, and how far it can be believed.
#include "report/proof_words.h"
#include "report/sheets.h"
#include "report/words.h"

#include <stdlib.h>

enum { OWN_COLUMNS = 14, NAMES = 3, FIRST_SHARE = NAMES + 1 };

// One criterion's place in the list.
typedef struct {
    uint32_t criterion;
    int group;   // those that count, those for a person to check, those nobody can see
    double cost; // points of the team's mean
    uint32_t missed;
} Entry;

static void put_columns(const Relations *relations, Sheet *sheet) {
    static const SheetColumn COLUMNS[OWN_COLUMNS] = {{"Criterion", 19},
                                                     {"Principle", 15},
                                                     {"Question", 40},
                                                     {"Calls it applied to", 9},
                                                     {"✓ met", 9},
                                                     {"~ partly", 9},
                                                     {"✗ not met", 9},
                                                     {"Costs the mean score, points", 11},
                                                     {"– did not apply, calls", 10},
                                                     {"? not assessable, calls", 11},
                                                     {"Counts in the score?", 24},
                                                     {"Kappa with readers", 19},
                                                     {"False “not met”", 10},
                                                     {"Calls they read", 8}};
    sheet_headers(sheet, COLUMNS, OWN_COLUMNS);
    for (OutcomeField o = 0; o < OUTCOME_COUNT; o++) {
        if (!relations->any[o]) continue;
        sheet_column(sheet, 20);
        cell_text(sheet, STYLE_HEADER, outcome_title(sheet->arena, o));
    }
}

static void put_relations(const Tally *tally, uint32_t index, Sheet *sheet) {
    for (OutcomeField o = 0; o < OUTCOME_COUNT; o++)
        if (tally->relations.any[o])
            cell_text(sheet, STYLE_NOTE,
                      relation_words(sheet->arena, &tally->relations.criteria[index][o]));
}

static void put_names(const Rubric *rubric, const Criterion *criterion, Str question,
                      Sheet *sheet) {
    sheet_row(sheet);
    cell_text(sheet, STYLE_STRONG, id_words(sheet->arena, criterion->id));
    cell_text(sheet, STYLE_WRAP, rubric->principles.items[criterion->principle].title);
    cell_text(sheet, STYLE_NOTE, question);
}

static void put_agreement(const Rubric *rubric, uint32_t index, Sheet *sheet) {
    const CriterionQuality *quality = rubric->agreement[index];
    cell_text(sheet, STYLE_NOTE, counts_words(sheet->arena, rubric, index));
    if (!quality) {
        for (int i = 0; i < 3; i++) cell_none(sheet);
        return;
    }
    cell_text(sheet, STYLE_RIGHT, kappa_words(sheet->arena, quality));
    cell_text(sheet, STYLE_RIGHT,
              str_format(sheet->arena, "%u of %u", quality->false_accusations,
                         quality->accusations));
    cell_count(sheet, quality->calls);
}

static void put_unobservable(const Tally *tally, uint32_t index, Sheet *sheet) {
    const Criterion *criterion = &tally->rubric->criteria.items[index];
    put_names(tally->rubric, criterion, unobservable_words(sheet->arena, criterion),
              sheet);
    for (int i = NAMES; i < OWN_COLUMNS; i++) cell_none(sheet);
    put_relations(tally, index, sheet);
}

static void put_criterion(const Tally *tally, const Entry *entry, Sheet *sheet) {
    const Criterion *criterion = &tally->rubric->criteria.items[entry->criterion];
    const uint32_t *verdicts = tally->team.verdicts[entry->criterion];
    uint32_t decided = verdicts_decided(verdicts);
    put_names(tally->rubric, criterion, criterion->ask, sheet);
    cell_count(sheet, decided);
    for (Verdict v = VERDICT_MET; v <= VERDICT_NOT_MET; v++)
        cell_known(sheet, STYLE_TEXT, NUMBER_SHARE, decided,
                   (double)verdicts[v] / decided);
    cell_known(sheet, STYLE_TEXT, NUMBER_SCORE, !criterion->uncounted.len && decided,
               entry->cost);
    cell_count(sheet, verdicts[VERDICT_NOT_APPLICABLE]);
    cell_count(sheet, verdicts[VERDICT_NOT_ASSESSABLE]);
    put_agreement(tally->rubric, entry->criterion, sheet);
    put_relations(tally, entry->criterion, sheet);
}

static int compare_entries(const void *a, const void *b) {
    const Entry *x = a, *y = b;
    if (x->group != y->group) return x->group < y->group ? -1 : 1;
    if (x->cost > y->cost || x->cost < y->cost) return x->cost > y->cost ? -1 : 1;
    if (x->missed != y->missed) return x->missed > y->missed ? -1 : 1;
    return (x->criterion > y->criterion) - (x->criterion < y->criterion);
}

static Entry *sort_criteria(Arena *arena, const TeamPages *pages) {
    const Tally *tally = pages->in->tally;
    size_t count = tally->rubric->criteria.len;
    Entry *entries = arena_array(arena, Entry, count);
    for (uint32_t i = 0; i < count; i++) {
        const Criterion *criterion = &tally->rubric->criteria.items[i];
        entries[i] =
            (Entry){.criterion = i,
                    .group = !criterion->observable +
                             (criterion->uncounted.len || !criterion->observable),
                    .cost = pages->gains[i],
                    .missed = tally->team.verdicts[i][VERDICT_NOT_MET]};
    }
    if (count) qsort(entries, count, sizeof *entries, compare_entries);
    return entries;
}

static void put_title(const Tally *tally, Sheet *sheet) {
    Str remark = str_format(
        sheet->arena,
        "Questions that cost the team most stand first: by so much would its mean score "
        "rise, were the question met in every call it applied to%.*s. Shares are of the "
        "calls it applied to. %.*s Kappa: agreement beyond chance, 1 is perfect, 0 is "
        "chance. False: calls said “not met” that no reader says so of.",
        STR_ARG(caveat_words(tally->rubric)),
        STR_ARG(checked_words(sheet->arena, tally->rubric)));
    sheet_title(sheet, STR("Criteria"), remark, OWN_COLUMNS);
}

void criteria_sheet(const TeamPages *pages, Sheet *sheet) {
    const Tally *tally = pages->in->tally;
    const Entry *entries = sort_criteria(sheet->arena, pages);
    put_title(tally, sheet);
    put_columns(&tally->relations, sheet);
    sheet_freeze(sheet, 1, true);
    sheet->grid = true;
    for (size_t i = 0; i < tally->rubric->criteria.len; i++) {
        if (tally->rubric->criteria.items[entries[i].criterion].observable)
            put_criterion(tally, &entries[i], sheet);
        else
            put_unobservable(tally, entries[i].criterion, sheet);
    }
    for (uint32_t v = 0; v < 3; v++)
        sheet_shade(sheet, SHADE_BAR, 1, sheet->header_rows, FIRST_SHARE + v);
}
