// The store gives back what was put into it, once, and in the order in which it came.
#include "store/store.h"

#include "make_report.h"
#include "store/schema.h"

#include <sysexits.h>

static const char RUBRIC[] =
    "rubric: test\ndetectors: {d: {any: [apple]}}\nprinciples: [{id: p, title: P, "
    "weight: 1, criteria: [{id: c, met: d}]}]\n";

// A store in a folder of its own, open, and a rubric.
typedef struct {
    Arena arena;
    Folder *folder;
    Str path;
    Store *store;
    Rubric *rubric;
} Site;

static int open_site(void **state) {
    void *folder;
    Arena arena = {0};
    Site *site = arena_new(&arena, Site);
    site->arena = arena; // which holds the site itself
    if (folder_setup(&folder) != 0) return -1;
    site->folder = folder;
    site->path = path_join(&site->arena, str_from(site->folder->path), STR("h.db"));
    site->rubric = make_rubric(&site->arena, RUBRIC);
    site->store = store_open(&site->arena, site->path, true, 1);
    *state = site;
    return 0;
}

static int close_site(void **state) {
    Site *site = *state;
    void *folder = site->folder;
    Arena arena = site->arena;
    store_close(site->store);
    rubric_free(site->rubric);
    arena_free(&arena);
    return folder_teardown(&folder);
}

// Ends the run, and begins another.
static void reopen(Site *site) {
    store_close(site->store);
    site->store = store_open(&site->arena, site->path, false, 1);
    assert_int_equal(store_status(site->store), EX_OK);
}

static Scorecard card_of(Site *site, const char *call, const char *says, int64_t at) {
    Str text = str_format(&site->arena, "agent: %s\ncustomer: so be it", says);
    Scorecard *card = make_card(&site->arena, site->rubric,
                                make_call(&site->arena, str_z(&site->arena, text)));
    card->call = str_from(call);
    card->agent = STR("A1");
    card->agent_name = STR("Ada");
    card->customer = STR("K7");
    card->started_at = at;
    return *card;
}

static void add_from(Site *site, const char *path, const Scorecard *card) {
    Buf record = {.arena = &site->arena};
    record_put_json(&record, card);
    store_add(site->store, card, str_from(path), buf_str(&record));
}

static void add(Site *site, const Scorecard *card) { add_from(site, "", card); }

static void add_call(Site *site, const char *call, const char *says, int64_t at) {
    Scorecard card = card_of(site, call, says, at);
    add(site, &card);
}

static StoreChanges commit_of(Site *site, int64_t keep_ms, const InputFiles *inputs) {
    const StoreRun run = {.version = STR("0"),
                          .rubric = site->rubric,
                          .inputs = inputs,
                          .keep_ms = keep_ms,
                          .today = NO_TIME};
    StoreChanges changes = store_commit(site->store, &run);
    assert_int_equal(store_status(site->store), EX_OK);
    return changes;
}

static StoreChanges commit(Site *site, int64_t keep_ms) {
    return commit_of(site, keep_ms, &(InputFiles){0});
}

// The calls of the store, "a b c", of `only`.
static const char *calls_of(Site *site, const Selection *only) {
    CardList list = {.only = only};
    Diags diags = {.arena = &site->arena};
    Buf out = {.arena = &site->arena};
    store_read(site->store, &site->arena, site->rubric, &list, &diags);
    assert_int_equal(diags.items.len, 0);
    vec_each(const Scorecard, card, &list.cards)
        buf_format(&out, "%s%.*s", out.len ? " " : "", STR_ARG(card->call));
    buf_byte(&out, '\0');
    return out.ptr;
}

static void cards_come_back_in_the_order_of_their_coming(void **state) {
    Site *site = *state;
    add_call(site, "c", "an apple", 3000);
    add_call(site, "a", "a pear", NO_TIME);
    assert_int_equal(commit(site, NO_TIME).changed, 2);
    add_call(site, "b", "an apple", 1000);
    commit(site, NO_TIME);
    reopen(site);
    assert_string_equal(calls_of(site, NULL), "c a b");
    assert_int_equal(store_newest(site->store), 3000);
}

static void what_is_not_committed_is_not_there(void **state) {
    Site *site = *state;
    add_call(site, "a", "an apple", 1000);
    reopen(site);
    assert_string_equal(calls_of(site, NULL), "");
    assert_int_equal(store_newest(site->store), NO_TIME);
}

static void the_same_once_more_changes_nothing(void **state) {
    Site *site = *state;
    for (int64_t changed = 1; changed >= 0; changed--) {
        add_call(site, "a", "an apple", 1000);
        assert_int_equal(commit(site, NO_TIME).changed, changed);
    }
    add_call(site, "a", "another apple", 2000);
    assert_int_equal(commit(site, NO_TIME).changed, 1);
    assert_string_equal(calls_of(site, NULL), "a");
    assert_int_equal(store_newest(site->store), 2000);
}

// Delivers a call in a file.
static StoreChanges deliver(Site *site, InputFile file, const char *call,
                            const char *says) {
    Scorecard card = card_of(site, call, says, 1000);
    InputFiles files = {&file, 1, 1};
    add_from(site, str_z(&site->arena, file.path), &card);
    return commit_of(site, NO_TIME, &files);
}

static void a_file_that_comes_again_adds_nothing(void **state) {
    Site *site = *state;
    InputFile first = {.path = STR("1.txt"), .hash = "0123456789abcdef"};
    InputFile again = {.path = STR("2.txt"), .hash = "0123456789abcdef"};
    InputFile mended = {.path = STR("3.txt"), .hash = "fedcba9876543210"};
    assert_int_equal(deliver(site, first, "a", "an apple").again, 0);
    StoreChanges changes = deliver(site, again, "a-again", "an apple");
    assert_int_equal(changes.again, 1);
    assert_int_equal(changes.cards, 0);
    assert_true(str_eq(changes.first, again.path));
    assert_int_equal(deliver(site, mended, "a", "a pear").changed, 1);
    // What is older does not take the place of what is newer.
    assert_int_equal(deliver(site, first, "a", "an apple").changed, 0);
    // The same bytes, read in another way, are something else.
    assert_int_equal(deliver(site, first, "a", "an apple or two").changed, 1);
    assert_string_equal(calls_of(site, NULL), "a");
}

static void a_file_that_is_not_whole_adds_nothing(void **state) {
    Site *site = *state;
    InputFile half = {.path = STR("in.zip"), .hash = "01", .changed = true};
    InputFile whole = {.path = STR("in.zip/1.txt"), .hash = "01"};
    Scorecard card = card_of(site, "a", "an apple", 1000);
    InputFile both[] = {half, whole};
    add_from(site, "in.zip/1.txt", &card);
    assert_int_equal(commit_of(site, NO_TIME, &(InputFiles){both, 2, 2}).cards, 0);
    assert_int_equal(deliver(site, whole, "a", "an apple").changed, 1);
    assert_string_equal(calls_of(site, NULL), "a");
}

static void a_call_that_is_taken_back_is_not_added(void **state) {
    Site *site = *state;
    add_call(site, "a", "an apple", 1000);
    add_call(site, "b", "an apple", 1000);
    store_take_back(site->store, STR("a"));
    assert_int_equal(commit(site, NO_TIME).cards, 1);
    assert_string_equal(calls_of(site, NULL), "b");
}

static void a_call_of_two_agents_takes_the_place_of_the_whole(void **state) {
    Site *site = *state;
    add_call(site, "a", "an apple", 1000);
    commit(site, NO_TIME);
    for (uint32_t number = 1; number <= 2; number++) {
        Scorecard part = card_of(site, "a", "an apple", 1000);
        part.part = (AgentPart){.number = number, .of = 2};
        add(site, &part);
    }
    commit(site, NO_TIME);
    assert_string_equal(calls_of(site, NULL), "a a");
    add_call(site, "a", "an apple", 1000);
    commit(site, NO_TIME);
    assert_string_equal(calls_of(site, NULL), "a");
}

static void a_period_has_its_calls_and_those_before(void **state) {
    Site *site = *state;
    const char *const calls[] = {"a", "b", "c", "d"};
    for (int64_t i = 0; i < 4; i++) add_call(site, calls[i], "an apple", 1000 * i);
    commit(site, NO_TIME);
    Selection only = {.period = {.since = 2000, .until = 3000}, .earlier = NO_TIME};
    assert_string_equal(calls_of(site, &only), "c");
    only.earlier = 1000;
    assert_string_equal(calls_of(site, &only), "b c");
}

static void another_rubrics_marks_stand_beside(void **state) {
    Site *site = *state;
    Scorecard other = card_of(site, "a", "an apple", 1000);
    other.rubric_hash = STR("other");
    add(site, &other);
    commit(site, NO_TIME);
    assert_string_equal(calls_of(site, NULL), "");
    Selection later = {.period = {.since = 2000, .until = 3000}, .earlier = 1000};
    assert_string_equal(calls_of(site, &later), "a");
    add_call(site, "a", "an apple", 1000);
    commit(site, NO_TIME);
    assert_string_equal(calls_of(site, NULL), "a");
    assert_string_equal(calls_of(site, &later), "a");
}

static void old_calls_are_let_go(void **state) {
    Site *site = *state;
    add_call(site, "a", "an apple", 1000);
    add_call(site, "b", "an apple", 3000);
    add_call(site, "c", "an apple", 5000);
    add_call(site, "d", "an apple", NO_TIME);
    assert_int_equal(commit(site, 2000).expired, 1);
    assert_string_equal(calls_of(site, NULL), "b c d");
}

static void an_older_store_is_brought_up_to_date(void **state) {
    Site *site = *state;
    Str path = path_join(&site->arena, str_from(site->folder->path), STR("old.db"));
    Database *old = database_open(&site->arena, path, true, 1);
    schema_settle_to(old, 1);
    database_run(old, "INSERT INTO calls(call, started_at) VALUES('a', 1000)");
    database_run(old, "INSERT INTO folders VALUES('/srv/reports')");
    assert_int_equal(database_status(old), EX_OK);
    database_close(old);
    site->path = path;
    reopen(site);
    assert_int_equal(store_newest(site->store), 1000);
    const Review review = {.agent = STR("A1"), .period = STR("2026-W46")};
    assert_true(store_put_review(site->store, &review));
    Database *now = site->store->database;
    assert_int_equal(database_number(now, "PRAGMA user_version", 0), SCHEMA_VERSION);
    assert_int_equal(database_number(now, "SELECT count(*) FROM folders", 0), 1);
}

// ---- What people said

static Review review(const char *agent, const char *period, const char *call) {
    return (Review){.agent = str_from(agent),
                    .period = str_from(period),
                    .call = str_from(call),
                    .criterion = STR("c"),
                    .reviewer = STR("Lee"),
                    .verdict = STR("not_met"),
                    .reason = STR("no apple \xe2\x80\x94 none"),
                    .machine = STR("met"),
                    .file = STR("reviews/A1-2026-W46.xlsx")};
}

static void reviews_come_back_by_agent_and_period(void **state) {
    Site *site = *state;
    const Review reviews[] = {review("B", "2026-W46", "2"), review("A", "2026-W46", "1"),
                              review("A", "2026-W45", "1")};
    for (int i = 0; i < 3; i++) assert_true(store_put_review(site->store, &reviews[i]));
    reopen(site);
    Reviews all = store_reviews(site->store, &site->arena, (Str){0}, (Str){0});
    assert_int_equal(all.len, 3);
    assert_true(str_eq(all.items[0].period, STR("2026-W45")));
    assert_true(str_eq(all.items[2].agent, STR("B")));
    Reviews one = store_reviews(site->store, &site->arena, STR("A"), STR("2026-W46"));
    assert_int_equal(one.len, 1);
    assert_true(str_eq(one.items[0].reason, reviews[0].reason));
    assert_true(str_eq(one.items[0].file, reviews[0].file));
    assert_int_equal(one.items[0].answer.len, 0);
}

static void a_review_takes_the_place_of_the_one_before(void **state) {
    Site *site = *state;
    Review first = review("A", "2026-W46", "1");
    store_put_review(site->store, &first);
    Database *database = site->store->database;
    const char *version = "PRAGMA data_version"; // of changes by others only
    int64_t before = database_number(database, version, 0);
    store_put_review(site->store, &first);
    assert_int_equal(database_number(database, "SELECT total_changes()", 0), 1);
    assert_int_equal(database_number(database, version, 0), before);
    first.answer = STR("disputed");
    first.reviewer = (Str){0};
    store_put_review(site->store, &first);
    Reviews all = store_reviews(site->store, &site->arena, (Str){0}, (Str){0});
    assert_int_equal(all.len, 1);
    assert_true(str_eq(all.items[0].answer, STR("disputed")));
    assert_int_equal(all.items[0].reviewer.len, 0);
}

static void goals_come_back(void **state) {
    Site *site = *state;
    const Goal goal = {.agent = STR("A"),
                       .period = STR("2026-W46"),
                       .criterion = STR("c"),
                       .goal = STR("name the fruit"),
                       .due = STR("2026-12-01"),
                       .notes = STR("a note\nof two lines")};
    for (int i = 0; i < 2; i++) assert_true(store_put_goal(site->store, &goal));
    Goals all = store_goals(site->store, &site->arena, STR("A"), (Str){0});
    assert_int_equal(all.len, 1);
    assert_true(str_eq(all.items[0].notes, goal.notes));
    assert_int_equal(all.items[0].coach.len, 0);
    assert_int_equal(store_goals(site->store, &site->arena, STR("B"), (Str){0}).len, 0);
}

// ---- Forgetting

// One agent by id, who is known to the cards by a name as well; another one; a customer.
static void fill(Site *site) {
    add_call(site, "a", "an apple", 1000);
    Scorecard other = card_of(site, "b", "an apple", 2000);
    other.agent = STR("A2");
    other.agent_name = STR("Ben");
    other.customer = STR("K8");
    add(site, &other);
    commit(site, NO_TIME);
    const Review reviews[] = {review("A1", "2026-W46", "a"),
                              review("A2", "2026-W46", "b")};
    const Goal goal = {.agent = STR("A1"), .period = STR("2026-W46")};
    for (int i = 0; i < 2; i++) store_put_review(site->store, &reviews[i]);
    store_put_goal(site->store, &goal);
}

typedef struct {
    const char *says;
    StoreSubject subject;
    int64_t calls, reviews, goals;
    const char *left;
} ForgetRow;

static ForgetRow FORGET[] = {
    {"a call", {.call = {"a", 1}}, 1, 1, 0, "b"},
    {"a customer", {.customer = {"K8", 2}}, 1, 1, 0, "a"},
    {"an agent by id", {.agent = {"A1", 2}}, 1, 1, 1, "b"},
    {"an agent by name", {.agent = {"Ada", 3}}, 1, 1, 1, "b"},
    {"nobody", {.agent = {"Eve", 3}}, 0, 0, 0, "a b"},
    {"a customer is no agent", {.customer = {"A1", 2}}, 0, 0, 0, "a b"},
};

static void check_forget(void **state) {
    const ForgetRow *row = *state;
    void *opened = NULL;
    int failed = open_site(&opened);
    Site *site = opened;
    assert_int_equal(failed, 0);
    if (!site) return;
    fill(site);
    StoreForgotten forgotten = store_forget(site->store, &site->arena, &row->subject);
    assert_int_equal(store_status(site->store), EX_OK);
    assert_int_equal(forgotten.calls, row->calls);
    assert_int_equal(forgotten.reviews, row->reviews);
    assert_int_equal(forgotten.goals, row->goals);
    assert_int_equal(forgotten.files.len, row->reviews ? 1 : 0);
    assert_string_equal(calls_of(site, NULL), row->left);
    close_site(&opened);
}

#define AT_SITE(test) cmocka_unit_test_setup_teardown(test, open_site, close_site)

int main(void) {
    const struct CMUnitTest tests[] = {
        AT_SITE(cards_come_back_in_the_order_of_their_coming),
        AT_SITE(what_is_not_committed_is_not_there),
        AT_SITE(the_same_once_more_changes_nothing),
        AT_SITE(a_file_that_comes_again_adds_nothing),
        AT_SITE(a_file_that_is_not_whole_adds_nothing),
        AT_SITE(a_call_that_is_taken_back_is_not_added),
        AT_SITE(a_call_of_two_agents_takes_the_place_of_the_whole),
        AT_SITE(a_period_has_its_calls_and_those_before),
        AT_SITE(another_rubrics_marks_stand_beside),
        AT_SITE(old_calls_are_let_go),
        AT_SITE(an_older_store_is_brought_up_to_date),
        AT_SITE(reviews_come_back_by_agent_and_period),
        AT_SITE(a_review_takes_the_place_of_the_one_before),
        AT_SITE(goals_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL) + RUN_ROWS(FORGET, check_forget);
}
