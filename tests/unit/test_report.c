#include "base/folder.h"
#include "input/digest.h"
#include "make_report.h"
#include "report/data_files.h"
#include "report/report.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <sysexits.h>

#define CALL "agent: hello there\ncustomer: i am upset\nagent: sorry to hear that\n"

// A report about two agents in the test's folder.
typedef struct {
    Team team;
    Diags problems, diags;
    InputFiles inputs;
    ReportInput input;
} Case;

static void case_begin(Case *c, Folder *folder) {
    *c = (Case){0};
    team_begin(&c->team);
    c->problems.arena = c->diags.arena = &c->team.arena;
    *vec_push(&c->team.arena, &c->inputs) = (InputFile){
        .path = STR("in.csv"), .bytes = 99, .hash = "0123456789abcdef", .calls = 3};
    c->input = (ReportInput){.folder = str_from(path_in(folder, "out")),
                             .tally = &c->team.tally,
                             .cards = &c->team.cards,
                             .period = &c->team.period,
                             .earlier = &c->team.earlier,
                             .trends = &c->team.trends,
                             .problems = &c->problems,
                             .inputs = &c->inputs,
                             .created = 86400000,
                             .jobs = 1,
                             .version = STR("1.2.3")};
    team_add(&c->team, "c1", "ann", 1, CALL);
    team_add(&c->team, "c2", "b/ob", 2, CALL);
}

static int write_case(Case *c) {
    team_end(&c->team);
    return report_write(&c->team.arena, &c->input, &c->diags);
}

static void case_free(Case *c) { team_free(&c->team); }

static int entries_in(Folder *folder, const char *name) {
    int count = -2; // without "." and ".."
    DIR *list = opendir(path_in(folder, name));
    assert_non_null(list);
    while (readdir(list)) count++;
    closedir(list);
    return count;
}

static void a_report_has_all_its_files(void **state) {
    Folder *folder = *state;
    Case c;
    case_begin(&c, folder);
    assert_int_equal(write_case(&c), EX_OK);
    static const char *const FILES[] = {"out/team.xlsx",        "out/agents/ann.xlsx",
                                        "out/agents/b_ob.xlsx", "out/scores.csv",
                                        "out/marks.csv",        "out/scorecards.ndjson",
                                        "out/manifest.json"};
    for (size_t i = 0; i < COUNT(FILES); i++) assert_true(file_exists(folder, FILES[i]));
    assert_int_equal(entries_in(folder, "out"), 8); // with agents and .lock
    assert_int_equal(entries_in(folder, "out/agents"), 2);
    assert_has(file_text(folder, "out/scorecards.ndjson"), "\"call\":\"c2\"");
    case_free(&c);
}

static void the_manifest_tells_what_went_in_and_came_out(void **state) {
    Folder *folder = *state;
    Case c;
    case_begin(&c, folder);
    assert_int_equal(write_case(&c), EX_OK);
    Str manifest = file_text(folder, "out/manifest.json");
    assert_has(manifest, "\"callmark\": \"1.2.3\"");
    assert_has(manifest,
               "\"rubric\": {\"id\": \"small\", \"version\": \"7\", \"hash\": \"");
    assert_has(manifest, "{\"path\": \"in.csv\", \"bytes\": 99, "
                         "\"xxh3\": \"0123456789abcdef\", \"calls\": 3, \"refused\": 0}");
    assert_has(manifest, "\"counts\": {\"calls\": 2, \"assessed\": 2, ");
    assert_has_not(manifest, "\"manifest.json\"");
    Str scores = file_text(folder, "out/scores.csv");
    char hash[17];
    digest_of(scores, hash);
    assert_has(manifest,
               str_z(&folder->arena,
                     str_format(&folder->arena,
                                "{\"path\": \"scores.csv\", \"bytes\": %zu, \"xxh3\": "
                                "\"%s\"}",
                                scores.len, hash)));
    Texts names = {0};
    Str path = str_from(path_in(folder, "out/manifest.json"));
    assert_true(manifest_outputs(&folder->arena, path, &names));
    assert_int_equal(names.len, 7);
    assert_true(str_eq(names.items[1], STR("agents/b_ob.xlsx")));
    case_free(&c);
}

static void manifests_that_are_none_list_nothing(void **state) {
    Folder *folder = *state;
    static const char *const TEXTS[] = {"", "[]", "{\"outputs\": 3}",
                                        "{\"outputs\": [1]}", "{"};
    Texts names = {0};
    for (size_t i = 0; i < COUNT(TEXTS); i++) {
        file_make(folder, "m.json", TEXTS[i]);
        Str path = str_from(path_in(folder, "m.json"));
        assert_true(manifest_outputs(&folder->arena, path, &names));
    }
    assert_true(manifest_outputs(&folder->arena, STR("/no/such"), &names));
    assert_int_equal(names.len, 0);
}

// Else files of the report before would stay for good.
static void a_manifest_that_cannot_be_read_is_told(void **state) {
    Folder *folder = *state;
    Texts names = {0};
    assert_false(manifest_outputs(&folder->arena, str_from(folder->path), &names));
    assert_int_equal(errno, EISDIR);
}

static void the_same_bytes_with_any_number_of_threads(void **state) {
    Folder *folder = *state;
    Case c;
    case_begin(&c, folder);
    for (int i = 0; i < 10; i++)
        team_add(&c.team, "more",
                 str_z(&folder->arena, str_format(&folder->arena, "a%d", i)), i, CALL);
    assert_int_equal(write_case(&c), EX_OK);
    c.input.folder = str_from(path_in(folder, "more"));
    c.input.jobs = 4;
    assert_int_equal(write_case(&c), EX_OK);
    static const char *const FILES[] = {"team.xlsx", "agents/a3.xlsx", "manifest.json"};
    for (size_t i = 0; i < COUNT(FILES); i++) {
        Str one = str_format(&folder->arena, "out/%s", FILES[i]);
        Str four = str_format(&folder->arena, "more/%s", FILES[i]);
        assert_true(str_eq(file_text(folder, str_z(&folder->arena, one)),
                           file_text(folder, str_z(&folder->arena, four))));
    }
    case_free(&c);
}

static void an_agent_who_left_leaves_no_workbook(void **state) {
    Folder *folder = *state;
    Case c;
    case_begin(&c, folder);
    diag_add(&c.problems, DIAG_ERROR, (Place){.path = STR("in.csv")}, "empty file");
    assert_int_equal(write_case(&c), EX_OK);
    file_make(folder, "out/agents/mine.xlsx", "not of the report");
    assert_true(file_exists(folder, "out/problems.csv"));
    c.team.cards.len = 1;
    c.problems.items.len = c.problems.errors = 0;
    assert_int_equal(write_case(&c), EX_OK);
    assert_true(file_exists(folder, "out/agents/ann.xlsx"));
    assert_false(file_exists(folder, "out/agents/b_ob.xlsx"));
    assert_false(file_exists(folder, "out/problems.csv"));
    assert_true(file_exists(folder, "out/agents/mine.xlsx"));
    case_free(&c);
}

static void a_forged_manifest_removes_nothing_else(void **state) {
    Folder *folder = *state;
    Case c;
    case_begin(&c, folder);
    assert_int_equal(write_case(&c), EX_OK);
    file_make(folder, "precious.xlsx", "mine");
    file_make(folder, "out/notes.xlsx", "mine");
    file_make(folder, "out/manifest.json",
              "{\"outputs\": [\"../precious.xlsx\", \"agents/../../precious.xlsx\", "
              "\"notes.xlsx\", \"agents/..\", \"agents/.xlsx\", \"/etc/passwd\", \"\"]}");
    assert_int_equal(write_case(&c), EX_OK);
    assert_true(file_exists(folder, "precious.xlsx"));
    assert_true(file_exists(folder, "out/notes.xlsx"));
    case_free(&c);
}

static void a_failure_leaves_the_previous_report(void **state) {
    Folder *folder = *state;
    Case c;
    case_begin(&c, folder);
    assert_int_equal(write_case(&c), EX_OK);
    Str before = file_text(folder, "out/team.xlsx");
    // Somebody's folder stands where a file is to stand.
    unlink(path_in(folder, "out/scores.csv"));
    assert_true(
        folder_make(&folder->arena, str_from(path_in(folder, "out/scores.csv/x"))));
    team_add(&c.team, "c3", "cy", 3, CALL);
    assert_int_equal(write_case(&c), EX_CANTCREAT);
    assert_int_equal(c.diags.errors, 1);
    assert_true(str_eq(file_text(folder, "out/team.xlsx"), before));
    assert_false(file_exists(folder, "out/agents/cy.xlsx"));
    assert_true(file_exists(folder, "out/scores.csv/x"));
    assert_true(file_exists(folder, "out/manifest.json"));
    assert_false(file_exists(folder, "out/.next"));
    assert_int_equal(entries_in(folder, "out/agents"), 2);
    case_free(&c);
}

static void a_folder_that_cannot_be_made_is_an_error(void **state) {
    Folder *folder = *state;
    Case c;
    case_begin(&c, folder);
    file_make(folder, "out", "a file");
    assert_int_equal(write_case(&c), EX_CANTCREAT);
    assert_int_equal(c.diags.errors, 1);
    case_free(&c);
}

static void two_runs_do_not_write_one_folder(void **state) {
    Folder *folder = *state;
    Case c;
    case_begin(&c, folder);
    assert_true(folder_make(&folder->arena, c.input.folder));
    int fd = open(path_in(folder, "out/.lock"), O_RDWR | O_CREAT, 0666);
    assert_int_equal(flock(fd, LOCK_EX), 0);
    assert_int_equal(write_case(&c), EX_TEMPFAIL);
    assert_has(c.diags.items.items[0].text, "in use by another run");
    assert_false(file_exists(folder, "out/team.xlsx"));
    close(fd);
    assert_int_equal(write_case(&c), EX_OK);
    case_free(&c);
}

static void a_second_run_waits_for_the_first(void **state) {
    Folder *folder = *state;
    Case c;
    case_begin(&c, folder);
    c.input.lock_timeout = 20;
    assert_true(folder_make(&folder->arena, c.input.folder));
    int fd = open(path_in(folder, "out/.lock"), O_RDWR | O_CREAT, 0666);
    assert_int_equal(flock(fd, LOCK_EX), 0);
    fflush(NULL);
    pid_t child = fork();
    if (!child) { // holds the same lock a little longer
        usleep(200000);
        _exit(0);
    }
    close(fd);
    assert_int_equal(write_case(&c), EX_OK);
    assert_int_equal(waitpid(child, NULL, 0), child);
    case_free(&c);
}

static void a_signal_ends_it_without_a_trace(void **state) {
    Folder *folder = *state;
    Case c;
    case_begin(&c, folder);
    assert_int_equal(write_case(&c), EX_OK);
    Str before = file_text(folder, "out/manifest.json");
    fflush(NULL);
    pid_t child = fork();
    if (!child) {
        sigset_t term;
        signal(SIGTERM, SIG_DFL);
        sigemptyset(&term);
        sigaddset(&term, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &term, NULL);
        kill(getpid(), SIGTERM);
        team_add(&c.team, "c3", "cy", 3, CALL);
        _exit(write_case(&c));
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGTERM);
    assert_true(str_eq(file_text(folder, "out/manifest.json"), before));
    assert_int_equal(entries_in(folder, "out"), 8);
    case_free(&c);
}

static void problems_are_rows(void **state) {
    (void)state;
    Arena arena = {0};
    Diags problems = {.arena = &arena};
    Buf out = {.arena = &arena};
    Diag *diag =
        diag_add(&problems, DIAG_ERROR, (Place){STR("a,b.csv"), 3, 7, 1}, "bad time");
    diag->call = STR("=c1");
    diag->hint = STR("did you mean '1:00'?");
    diag_add(&problems, DIAG_WARNING, (Place){.path = STR("b.csv")}, "only a warning");
    diag_add(&problems, DIAG_NOTE, (Place){.path = STR("b.csv")}, "only a note");
    diag_add(&problems, DIAG_ERROR, (Place){.path = STR("c.csv")}, "empty file");
    problems_put(&out, &problems);
    buf_byte(&out, '\0');
    assert_string_equal(out.ptr,
                        "file,line,column,call,reason,level\n"
                        "\"a,b.csv\",3,7,'=c1,bad time (did you mean '1:00'?),error\n"
                        "b.csv,,,,only a warning,warning\n"
                        "c.csv,,,,empty file,error\n");
    arena_free(&arena);
}

#define IN_FOLDER(test) \
    cmocka_unit_test_setup_teardown(test, folder_setup, folder_teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        IN_FOLDER(a_report_has_all_its_files),
        IN_FOLDER(the_manifest_tells_what_went_in_and_came_out),
        IN_FOLDER(manifests_that_are_none_list_nothing),
        IN_FOLDER(a_manifest_that_cannot_be_read_is_told),
        IN_FOLDER(the_same_bytes_with_any_number_of_threads),
        IN_FOLDER(an_agent_who_left_leaves_no_workbook),
        IN_FOLDER(a_forged_manifest_removes_nothing_else),
        IN_FOLDER(a_failure_leaves_the_previous_report),
        IN_FOLDER(a_folder_that_cannot_be_made_is_an_error),
        IN_FOLDER(two_runs_do_not_write_one_folder),
        IN_FOLDER(a_second_run_waits_for_the_first),
        IN_FOLDER(a_signal_ends_it_without_a_trace),
        cmocka_unit_test(problems_are_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
