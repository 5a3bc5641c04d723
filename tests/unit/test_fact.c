#include "make_call.h"

#include "detect/fact_table.h"

// The table that every row of these tests may use.
#define TABLE                                        \
    "fact,value,unit,from,to\n"                      \
    "return,14,days,,\n"                             \
    "fee,30,£,,2026-02-28\nfee,35,£,2026-03-01,\n" \
    "old,5,%,,2025-12-31\n"                          \
    "closing,Monday,,,\nrate,3,%,,\nrate,4,%,,\n"    \
    "big,\"1,200\",points,,\n"

#define SAID   "any: [\"within (?<value>[^.;]+)\", \"say (?<value>[^.;]+)\"]"
#define RETURN "fact: return, " SAID
#define FEE    "fact: fee, " SAID

// What a fact detector finds, with its table beside a rubric that exists only in memory,
// in a call that began on `day` (or at no known time).
static const char *found_on(Arena *arena, const char *table, const char *fields,
                            const char *day, const char *lines) {
    int file = memfd_create("facts", 0);
    assert_true(file >= 0);
    assert_int_equal(write(file, table, strlen(table)), strlen(table));
    Str pack = str_format(arena, "detectors: {it: {kind: fact, table: \"%d\", %s}}", file,
                          fields);
    Rubric *rubric = make_rubric(arena, str_z(arena, pack));
    close(file);
    Call call = *make_call(arena, lines);
    if (day) assert_true(date_parse(str_from(day), &call.started_at));
    Scorer scorer;
    Buf out = {.arena = arena};
    scorer_open(&scorer, rubric, true);
    Findings *findings = scorer_detect(&scorer, &call);
    put_finding(&out, &findings->in, findings_explain(findings, 0));
    scorer_close(&scorer);
    rubric_free(rubric);
    return out.ptr;
}

typedef struct {
    const char *says, *fields, *day, *call, *found;
} FactRow;

static FactRow FACTS[] = {
    {"a right value", RETURN, NULL, "agent: send it within 14 days",
     "yes 1:'within 14 days' (said 14 days, the table has 14 days)"},
    {"a wrong value", RETURN, NULL, "agent: send it within 30 days",
     "no 1:'within 30 days' (said 30 days, the table has 14 days)"},
    {"other words for the same", RETURN, NULL, "agent: within two weeks",
     "yes 1:'within two weeks' (said two weeks, the table has 14 days)"},
    {"a bare number is of the table's unit", RETURN, NULL, "agent: within fourteen",
     "yes 1:'within fourteen' (said fourteen, the table has 14 days)"},
    {"one wrong value of two is enough", RETURN, NULL,
     "agent: within 14 days\ncustomer: a\nagent: within 30 days",
     "no 1:'within 14 days' 3:'within 30 days' (said 30 days, the table has 14 days)"},
    {"nothing was said", RETURN, NULL, "agent: send it", "no (not mentioned)"},
    {"the customer says nothing that counts", RETURN, NULL,
     "customer: within 30 days\nagent: ok", "no (not mentioned)"},
    {"unless the customer is asked for", "role: customer, " RETURN, NULL,
     "customer: within 30 days\nagent: ok",
     "no 1:'within 30 days' (said 30 days, the table has 14 days)"},
    {"a denied value was not said", RETURN, NULL, "agent: not within 30 days",
     "no (not mentioned)"},
    {"unless the guard is off", "negation: off, " RETURN, NULL,
     "agent: not within 14 days",
     "yes 1:'within 14 days' (said 14 days, the table has 14 days)"},
    {"what cannot be compared is unknown", RETURN, NULL, "agent: within a month",
     "unknown 1:'within a month' (said a month, the table has 14 days: they cannot be "
     "compared)"},
    {"nor what is no number", RETURN, NULL, "agent: within a few days",
     "unknown 1:'within a few days' (said a few days, the table has 14 days: they cannot "
     "be compared)"},
    {"but a wrong value is wrong beside it", RETURN, NULL,
     "agent: within a month; within 30 days",
     "no 1:'within a month' 1:'within 30 days' (said 30 days, the table has 14 days)"},
    {"a pattern that gave up makes it unknown",
     "fact: return, any: ['within 14 days', '(?:a+a+)+$']", NULL,
     "agent: within 14 days aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
     "unknown (a pattern of 'it' gave up on turn 1)"},
    {"without the agent it is unknown", RETURN, NULL, "customer: within 30 days",
     "unknown (no turns of the agent)"},
    {"the words are quoted as they were written", RETURN, NULL,
     "agent: do it  within   14 days",
     "yes 1:'within   14 days' (said 14 days, the table has 14 days)"},
    {"without a group the match is the value", "fact: return, any: ['\\d+ days']", NULL,
     "agent: it's 14 days", "yes 1:'14 days' (said 14 days, the table has 14 days)"},
    {"of patterns that overlap the longer counts",
     "fact: return, any: ['(?<value>\\d+)', '(?<value>\\d+ days)']", NULL,
     "agent: 14 days", "yes 1:'14 days' (said 14 days, the table has 14 days)"},

    {"what was so on the day", FEE, "2026-02-28T23:59:59Z", "agent: say £30",
     "yes 1:'say £30' (said £30, the table has £30)"},
    {"is not so on the next", FEE, "2026-03-01", "agent: say £30",
     "no 1:'say £30' (said £30, the table has £35)"},
    {"spoken money", FEE, "2026-03-01", "agent: say thirty five pounds",
     "yes 1:'say thirty five pounds' (said thirty five pounds, the table has £35)"},
    {"without the day it is unknown", FEE, NULL, "agent: say £30",
     "unknown ('fee' depends on the day, and the call has none)"},
    {"what was not said needs no day", FEE, NULL, "agent: hello", "no (not mentioned)"},
    {"no value for the day", "fact: old, " SAID, "2026-03-01", "agent: say 5%",
     "unknown (the table has no 'old' for 2026-03-01)"},

    {"a text is compared without case", "fact: closing, " SAID, NULL, "agent: say monday",
     "yes 1:'say monday' (said monday, the table has Monday)"},
    {"another text is wrong", "fact: closing, " SAID, NULL, "agent: say Tuesday",
     "no 1:'say Tuesday' (said Tuesday, the table has Monday)"},
    {"two rows are two right values", "fact: rate, " SAID, NULL, "agent: say 4 percent",
     "yes 1:'say 4 percent' (said 4 percent, the table has 3% or 4%)"},
    {"neither of two", "fact: rate, " SAID, NULL, "agent: say 5%",
     "no 1:'say 5%' (said 5%, the table has 3% or 4%)"},
    {"a value with a comma", "fact: big, " SAID, NULL, "agent: say 1200 points",
     "yes 1:'say 1200 points' (said 1200 points, the table has 1,200 points)"},

    {"a wrong value can be what is wanted", "wants: wrong, " RETURN, NULL,
     "agent: within 14 days\ncustomer: a\nagent: within 30 days",
     "yes 3:'within 30 days' (said 30 days, the table has 14 days)"},
    {"a right one is not", "wants: wrong, " RETURN, NULL, "agent: within 14 days",
     "no (said 14 days, the table has 14 days)"},
    {"nor is one that was not said", "wants: wrong, " RETURN, NULL, "agent: hello",
     "no (not mentioned)"},
    {"what cannot be compared may be wrong", "wants: wrong, " RETURN, NULL,
     "agent: within a month",
     "unknown 1:'within a month' (said a month, the table has 14 days: they cannot be "
     "compared)"},
};

static void check_fact(void **state) {
    const FactRow *row = *state;
    Arena arena = {0};
    assert_string_equal(found_on(&arena, TABLE, row->fields, row->day, row->call),
                        row->found);
    arena_free(&arena);
}

#define TWICE "it: {kind: fact, wants: contradiction, " SAID "}"

static FindingRow CONTRADICTIONS[] = {
    {"two different values", TWICE,
     "agent: within 14 days\ncustomer: a\nagent: within 30 days",
     "yes 1:'within 14 days' 3:'within 30 days' (said 14 days, then 30 days)"},
    {"two ways to say one value", TWICE,
     "agent: within 14 days\ncustomer: a\nagent: within two weeks",
     "no 1:'within 14 days' 3:'within two weeks' (said 14 days)"},
    {"one value", TWICE, "agent: within 14 days", "no 1:'within 14 days' (said 14 days)"},
    {"no value", TWICE, "agent: hello", "no (not mentioned)"},
    {"values that cannot be compared", TWICE,
     "agent: within 14 days\ncustomer: a\nagent: within a month",
     "unknown 1:'within 14 days' 3:'within a month' (said 14 days, then a month: they "
     "cannot be compared)"},
    {"a contradiction beside such values", TWICE,
     "agent: within a month; within 14 days; within 30 days",
     "yes 1:'within a month' 1:'within 14 days' 1:'within 30 days' (said 14 days, then "
     "30 days)"},
    {"texts", TWICE,
     "agent: say Monday\ncustomer: a\nagent: say monday\ncustomer: a\nagent: say Friday",
     "yes 1:'say Monday' 3:'say monday' 5:'say Friday' (said Monday, then Friday)"},
};

static ErrorRow ERRORS[] = {
    {"a fact needs a table", "it: {kind: fact, fact: a, any: [b]}",
     "detector 'it' needs a 'table', unless it wants a contradiction"},
    {"a table that is not there", "it: {kind: fact, table: nowhere/f.csv, any: [b]}",
     "cannot read '/proc/self/fd/nowhere/f.csv'"},
    {"a table of another folder", "it: {kind: fact, table: /other/f.csv, any: [b]}",
     "a file outside of the rubric's folder: '/other/f.csv'"},
};

// What is wrong with a table, as "LINE:COL: text (hint)"; several with ", ".
static const char *table_errors(Arena *arena, const char *text) {
    int file = memfd_create("facts", 0);
    assert_true(file >= 0);
    assert_int_equal(write(file, text, strlen(text)), strlen(text));
    FactTable table;
    Diags diags = {.arena = arena};
    Buf out = {.arena = arena};
    bool good = fact_table_read(arena, str_format(arena, "/proc/self/fd/%d", file),
                                &table, &diags);
    close(file);
    vec_each(const Diag, diag, &diags.items)
        buf_format(&out, "%s%u:%u: %.*s%s%.*s%s", out.len ? ", " : "", diag->place.line,
                   diag->place.col, STR_ARG(diag->text), diag->hint.len ? " (" : "",
                   STR_ARG(diag->hint), diag->hint.len ? ")" : "");
    assert_int_equal(good, !diags.errors);
    buf_byte(&out, '\0');
    return out.ptr;
}

typedef struct {
    const char *says, *table, *errors;
} TableRow;

static TableRow TABLES[] = {
    {"a good table",
     "\xEF\xBB\xBF"
     "Fact;Value\r\n\r\na;1\r\n",
     ""},
    {"an empty one", "",
     "1:1: table has no column 'fact', 1:1: table has no column 'value'"},
    {"a column that nobody knows", "fact,value,form\na,1,\n",
     "1:12: unknown column 'form' (did you mean 'from'?)"},
    {"a column twice", "fact,value,fact\na,1,b\n", "1:12: second column 'fact'"},
    {"no fact and no value", "fact,value\n,1\na,\n",
     "2:1: row without a fact, 3:3: row without a value"},
    {"bad days", "fact,value,from,to\na,1,1.3.2026,2026-02-30\n",
     "2:5: bad day '1.3.2026' (a day is written 2026-03-31), "
     "2:14: bad day '2026-02-30' (a day is written 2026-03-31)"},
    {"days the wrong way round", "fact,value,from,to\na,1,2026-03-02,2026-03-01\n",
     "2:16: last day before the first '2026-03-01'"},
    {"one day", "fact,value,from,to\na,1,2026-03-01,2026-03-01\n", ""},
    {"a unit without a number", "fact,value,unit\na,soon,days\n",
     "2:3: value is no number 'soon'"},
    {"two units", "fact,value,unit\na,14 days,days\n",
     "2:3: value has a unit already '14 days'"},
    {"a comma without quotes", "fact,value\na,1,200\n",
     "2:5: more cells than columns (a value with a comma stands in quotes)"},
    {"a quote that is not closed", "fact,value\na,\"1\n",
     "2:3: quoted cell opened here is not closed"},
    {"bytes that are no character",
     "fact,value\na,\xA3"
     "5\nb,\xC2\xA3 1\n",
     "2:1: row holds bytes that are not UTF-8"},
    {"another encoding",
     "fact,value\na,\xA3"
     "5\nb,1\n",
     "0:0: table in windows-1252, converted (save it as UTF-8)"},
};

static void check_table(void **state) {
    const TableRow *row = *state;
    Arena arena = {0};
    assert_string_equal(table_errors(&arena, row->table), row->errors);
    arena_free(&arena);
}

int main(void) {
    return RUN_ROWS(FACTS, check_fact) + RUN_ROWS(CONTRADICTIONS, check_finding) +
           RUN_ROWS(ERRORS, check_error) + RUN_ROWS(TABLES, check_table);
}
