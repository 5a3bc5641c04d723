// Channels, teams and tasks: the same figures for each, and for each week, as they are
// and as they would be with the same agents.
#include "report/sheets.h"
#include "report/words.h"
#include "tally/groups.h"

enum { COLUMNS = 8, MEAN = 3, LOW = 7 };

static void put_columns(Sheet *sheet, const char *what, Str lowest) {
    const Str titles[COLUMNS] = {
        str_from(what),
        STR("Calls"),
        STR("Assessed"),
        STR("Mean score"),
        STR("95 % interval"),
        STR("Beside all calls"),
        STR("Mean, had all the same agents and upset customers"),
        str_format(sheet->arena, "Calls in the band “%.*s”", STR_ARG(lowest))};
    sheet_row(sheet);
    for (size_t i = 0; i < COLUMNS; i++) cell_text(sheet, STYLE_HEADER, titles[i]);
}

static Str beside_words(const Group *group) {
    static const Str WORDS[] = {[POSITION_ABOVE] = {"above", 5},
                                [POSITION_NOT_TOLD] = {"cannot be told apart", 20},
                                [POSITION_BELOW] = {"below", 5}};
    if (!group->name.len) return STR("–");
    return group->compared ? WORDS[group->position] : STR("too few calls to compare");
}

static void put_group(Sheet *sheet, const Group *group) {
    Estimate score = sums_estimate(&group->score);
    Style style = group->compared ? STYLE_TEXT : STYLE_FAINT;
    sheet_row(sheet);
    cell_text(sheet, group->compared ? STYLE_STRONG : STYLE_FAINT,
              group->name.len ? group->name : STR("not known"));
    cell_number(sheet, style, NUMBER_COUNT, (double)group->cards.len);
    cell_number(sheet, style, NUMBER_COUNT, group->assessed);
    cell_mean(sheet, style, &score);
    cell_text(sheet, group->compared ? STYLE_RIGHT : STYLE_NONE,
              interval_words(sheet->arena, &score));
    cell_text(sheet, group->compared ? STYLE_WRAP : STYLE_NOTE, beside_words(group));
    cell_mean(sheet, style, &group->adjusted);
    cell_known(sheet, style, NUMBER_SHARE, group->assessed,
               (double)group->low / group->assessed);
}

static void put_table(const ReportInput *in, Sheet *sheet, GroupKind kind) {
    static const struct {
        const char *by, *what, *none;
    } WORDS[] = {
        [GROUP_CHANNEL] = {"By channel", "Channel", "The channel of no call is known."},
        [GROUP_TEAM] = {"By team", "Team", "The team of no call is known."},
        [GROUP_QUEUE] = {"By queue or task", "Queue or task",
                         "The queue or task of no call is known."},
        [GROUP_WEEK] = {"By week", "Week", "When calls were is not known."},
    };
    Groups groups = groups_make(sheet->arena, in->tally, in->period->zone, kind);
    const ScoreLaw *law = &in->tally->rubric->score;
    sheet_heading(sheet, str_from(WORDS[kind].by));
    if (!groups.len || (groups.len == 1 && !groups.items[0].name.len)) {
        sheet_line(sheet, STYLE_NOTE, str_from(WORDS[kind].none));
        return;
    }
    put_columns(sheet, WORDS[kind].what, law->bands.items[law->bands.len - 1].name);
    uint32_t first = (uint32_t)sheet->rows.len;
    vec_each(const Group, group, &groups) put_group(sheet, group);
    sheet_shade(sheet, SHADE_BAR, 100, first, MEAN);
    sheet_shade(sheet, SHADE_BAR, 1, first, LOW);
}

void channels_sheet(const ReportInput *in, Sheet *sheet) {
    enum { ROWS_OF_A_PAGE = 40 }; // when it is made a little smaller
    static const double WIDTHS[COLUMNS] = {26, 9, 10, 14, 15, 26, 20, 16};
    for (size_t i = 0; i < COLUMNS; i++) sheet_column(sheet, WIDTHS[i]);
    sheet_title(
        sheet, STR("Channels, teams and tasks"),
        STR("The lowest mean first. Beside all calls: whether the interval leaves out the "
            "mean of all. Who takes the calls and how many customers are upset differs: "
            "the mean with the same agents and upset customers allows for that, as far as "
            "agents have calls of several kinds. A call that agents share counts for each "
            "of them. Grey: too few calls."),
        COLUMNS);
    for (GroupKind kind = 0; kind < GROUP_KINDS; kind++) put_table(in, sheet, kind);
    sheet->one_page = sheet->rows.len <= ROWS_OF_A_PAGE;
}
